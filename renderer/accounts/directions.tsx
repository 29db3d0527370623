import type { DirectionState } from '../../shared/model.ts';
import { Mark } from '../ui/mark.tsx';
import { fullTime } from '../ui/time.ts';
import { directionWords, stateShapes, stateWords } from './words.ts';
import styles from './accounts.module.css';

/** A badge per direction: one may be refused while the others work. */
export const Directions = ({ all }: { all: readonly DirectionState[] }) => (
  <ul className={styles.directions} aria-label="What it may do">
    {all.map(({ direction, state, reason, at }) => (
      <li
        key={direction}
        className={styles.direction}
        title={at === 0 ? 'It was not tried yet.' : `${reason ?? stateWords[state]} · since ${fullTime(at)}`}
      >
        <Mark className={styles[state]} shape={stateShapes[state]} />
        <span>
          {directionWords[direction]}: {stateWords[state]}
          {reason !== null && state !== 'works' && <span className={styles.reason}>{reason}</span>}
        </span>
      </li>
    ))}
  </ul>
);
