import type { Card } from '../../shared/model.ts';
import { AnswerBox } from '../experts/answer-box.tsx';
import { questionHere } from '../experts/my-questions.ts';
import { useDesk } from '../store/desk.ts';
import { Composer } from './composer.tsx';

/** The foot of the pane: an answer to the customer, or to the colleague who asks about them; never both at once. */
export const Writing = ({ card }: { card: Card }) => {
  const question = useDesk(questionHere);
  return question ? <AnswerBox key={question.id} question={question} /> : <Composer card={card} />;
};
