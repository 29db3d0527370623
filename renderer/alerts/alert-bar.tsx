import { acknowledge } from '../commands/receiving.ts';
import { set, useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { Mark } from '../ui/mark.tsx';
import { fullTime } from '../ui/time.ts';
import { titled } from '../ui/titled.ts';
import { calling } from './calling.ts';
import styles from './alert-bar.module.css';

/** One line above everything: something went quiet or stopped, and nobody has taken note. Spoken once, politely. */
export const AlertBar = () => {
  const alerts = useDesk((desk) => desk.alerts);
  const may = useDesk((desk) => iMay(desk, 'thread.work'));
  const [first, ...more] = calling(alerts);
  return (
    // Always in the page: what is to be spoken must be filled in, not put in.
    <section className={styles.place} aria-live="polite" aria-label="Alerts" data-region="everywhere">
      {first && (
        <div className={styles.bar}>
          <Mark className={styles.mark} shape="breached" />
          <p className={styles.line} title={`${first.text}\nSince ${fullTime(first.raisedAt)}`}>
            {first.text}
          </p>
          <button
            type="button"
            className={styles.link}
            title={titled('connections.open')}
            onClick={() => set({ overlay: 'connections' })}
          >
            {more.length > 0 ? `and ${more.length} more` : 'Details'}
          </button>
          {may && (
            <button
              type="button"
              className={styles.button}
              title={titled('alert.acknowledge')}
              onClick={() => void acknowledge(first.id)}
            >
              Noted
            </button>
          )}
        </div>
      )}
    </section>
  );
};
