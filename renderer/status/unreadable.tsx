import { useEffect, useState } from 'react';
import type { AccountId } from '../../shared/ids.ts';
import type { Ms, Quarantined } from '../../shared/model.ts';
import { call } from '../call.ts';
import { useClock } from '../store/clock.ts';
import { attempt, notify } from '../store/notices.ts';
import { plural } from '../ui/number.ts';
import { clockTime, dayName } from '../ui/time.ts';
import styles from './connections.module.css';

const shown = 5;

/** Messages that came and could not be read: kept as they came, with the reason, to be read again. */
export const Unreadable = ({ accountId, count }: { accountId: AccountId; count: number }) => {
  const [items, setItems] = useState<readonly Quarantined[]>([]);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    let isOver = false;
    call('quarantine.list', { accountId }).then(
      (list) => isOver || setItems(list.items),
      // How many there are is said all the same.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [accountId]);
  const retry = async (): Promise<void> => {
    setBusy(true);
    await attempt(async () => {
      const { read, left } = await call('quarantine.retry', { accountId });
      notify(`${plural(read, 'message')} could be read now, ${left} could not. Those are kept.`);
    });
    setBusy(false);
  };
  return (
    <div className={styles.unreadable}>
      <p>
        {plural(count, 'message')} arrived but could not be read. They are kept as they came, and read again
        after an update.{' '}
        <button type="button" className={styles.button} disabled={isBusy} onClick={() => void retry()}>
          Read them again
        </button>
      </p>
      <ul className={styles.reasons}>
        {items.slice(0, shown).map(({ id, receivedAt, reason }) => (
          <li key={id}>
            <When at={receivedAt} />: {reason}
          </li>
        ))}
        {count > shown && items.length > 0 && <li>and {count - shown} more</li>}
      </ul>
    </div>
  );
};

const When = ({ at }: { at: Ms }) => useClock((now) => `${dayName(at, now)} ${clockTime(at)}`);
