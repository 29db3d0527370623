import type { DirectionState } from '../../shared/model.ts';
import { Mark } from '../ui/mark.tsx';
import { fullTime } from '../ui/time.ts';
import { directionWords, stateShapes, stateWords } from './words.ts';
import styles from './accounts.module.css';

type Props = {
  all: readonly DirectionState[];
  /** The account stands still: what worked did so before. */
  isPaused?: boolean;
};

/** A badge per direction: one may be refused while the others work. */
export const Directions = ({ all, isPaused = false }: Props) => (
  <ul className={styles.directions} aria-label="What it may do">
    {all.map(({ direction, state, reason, at }) => (
      <li
        key={direction}
        className={styles.direction}
        title={at === 0 ? 'It was not tried yet.' : `${reason ?? stateWords[state]} · since ${fullTime(at)}`}
      >
        <Mark
          className={isPaused ? styles.unknown : styles[state]}
          shape={isPaused && state === 'works' ? 'soon' : stateShapes[state]}
        />
        <span>
          {directionWords[direction]}: {isPaused && state === 'works' ? 'worked before' : stateWords[state]}
          {reason !== null && state !== 'works' && <span className={styles.reason}>{reason}</span>}
        </span>
      </li>
    ))}
  </ul>
);
