import type { Ms } from '../../shared/model.ts';
import { useClock } from '../store/clock.ts';
import { Mark, type Shape } from '../ui/mark.tsx';
import { fullTime } from '../ui/time.ts';
import { dueShape, dueWords } from './words.ts';
import styles from './due-pill.module.css';

/** When a call was promised: by shape, words and colour. */
export const DuePill = ({ at }: { at: Ms }) => {
  const words = useClock((now) => dueWords(at, now));
  const shape = useClock<Shape>((now) => dueShape(at, now));
  return (
    <time
      className={styles.pill}
      data-shape={shape}
      dateTime={new Date(at).toISOString()}
      title={`Promised for ${fullTime(at)}`}
    >
      <Mark shape={shape} /> {words}
    </time>
  );
};
