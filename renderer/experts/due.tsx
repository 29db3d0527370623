import type { Question } from '../../shared/model.ts';
import { useClock } from '../store/clock.ts';
import { Mark } from '../ui/mark.tsx';
import { clockTime } from '../ui/time.ts';
import { dueShape, dueWords } from './clocks.ts';
import styles from './due.module.css';

/** A question's own clock, by shape, text and colour. */
export const Due = ({ question }: { question: Pick<Question, 'askedAt' | 'dueAt'> }) => {
  const shape = useClock((now) => dueShape(question, now));
  const words = useClock((now) => dueWords(question.dueAt, now));
  const title = `Asked ${clockTime(question.askedAt)}, an answer is wanted by ${clockTime(question.dueAt)}`;
  return (
    <span className={styles.due} title={title}>
      <Mark className={styles[shape]} shape={shape} /> {words}
    </span>
  );
};
