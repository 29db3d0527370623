import type { Card } from '../../shared/model.ts';
import { clockNames } from '../../shared/sla/stage.ts';
import { runCommand } from '../commands/run.ts';
import { useIsPast } from '../store/past.ts';
import { Mark } from '../ui/mark.tsx';
import { titled } from '../ui/titled.ts';
import { Pill } from './pill.tsx';
import styles from './deadline-line.module.css';

/** Under the customer: what is promised next, and what was missed before and stays so. */
export const DeadlineLine = ({ card }: { card: Card }) => {
  const isPast = useIsPast();
  if (card.clock === null && card.breaches === 0) return null;
  return (
    <p className={styles.line}>
      {card.clock !== null && (
        <>
          <Pill threadId={card.id} clock={card.clock} />
          <span>{clockNames[card.clock.clock]}</span>
        </>
      )}
      {card.breaches > 0 && (
        <span className={styles.missed}>
          <Mark shape="breached" /> {card.breaches === 1 ? '1 deadline' : `${card.breaches} deadlines`} missed
        </span>
      )}
      {!isPast && (
        <button
          type="button"
          className={styles.why}
          title={titled('clock.explain')}
          onClick={() => runCommand('clock.explain')}
        >
          Why
        </button>
      )}
    </p>
  );
};
