import type { Alert } from '../../shared/model.ts';
import { acknowledge } from '../commands/receiving.ts';
import { initialsOf } from '../people/colleagues.ts';
import { useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { cx } from '../ui/cx.ts';
import { Mark } from '../ui/mark.tsx';
import { clockTime, fullTime } from '../ui/time.ts';
import styles from './alert-bar.module.css';

/** One alert in the list: what, since when, and who knows of it. */
export const AlertRow = ({ alert }: { alert: Alert }) => {
  const { id, text, raisedAt, acknowledgedBy, acknowledgedAt } = alert;
  const by = useDesk((desk) => initialsOf(desk, acknowledgedBy));
  const may = useDesk((desk) => iMay(desk, 'thread.work'));
  return (
    <div className={cx(styles.row, acknowledgedAt === null && styles.calls)} role="note">
      <p className={styles.whole}>
        <Mark className={styles.mark} shape={acknowledgedAt === null ? 'breached' : 'now'} /> {text}{' '}
        <span className={styles.quiet} title={fullTime(raisedAt)}>
          Since {clockTime(raisedAt)}
          {acknowledgedAt !== null && `, noted by ${by ?? 'somebody'} ${clockTime(acknowledgedAt)}`}
        </span>
      </p>
      {acknowledgedAt === null && may && (
        <button type="button" className={styles.button} onClick={() => void acknowledge(id)}>
          Noted
        </button>
      )}
    </div>
  );
};
