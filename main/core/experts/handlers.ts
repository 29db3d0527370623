import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import { answer, ask, myQuestions, withdraw, writeAnswer } from './questions.ts';
import { expertWaited } from './waited.ts';

type ExpertRequest =
  | 'question.ask'
  | 'question.answer'
  | 'question.write'
  | 'question.withdraw'
  | 'question.mine'
  | 'expert.waited';

export const expertHandlers = (desk: Desk): Pick<Handlers, ExpertRequest> => ({
  'question.ask': (input) => ask(desk, input),
  'question.answer': (input) => answer(desk, input),
  'question.write': (input) => writeAnswer(desk, input),
  'question.withdraw': (input) => withdraw(desk, input),
  'question.mine': () => myQuestions(desk),
  'expert.waited': ({ threadId }) => expertWaited(desk.db, threadId, desk.now()),
});
