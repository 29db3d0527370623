import type { Card } from '../../shared/model.ts';
import { useHolds } from './use-holds.ts';
import styles from './retention.module.css';

/** On the head of a thread that is held: whoever works on it knows that it stays. */
export const HeldMark = ({ card }: { card: Card }) => {
  const [hold] = useHolds(card);
  if (!hold) return null;
  const what = hold.threadId === null ? 'Everything of this customer is kept' : 'This thread is kept';
  return (
    <span className={styles.held} title={`${what}: ${hold.reason} (${hold.setByName})`}>
      On hold
    </span>
  );
};
