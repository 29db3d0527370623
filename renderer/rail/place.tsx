import { runCommand } from '../commands/run.ts';
import type { DeskPlace } from '../desk/desks.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { cx } from '../ui/cx.ts';
import { titled } from '../ui/titled.ts';
import styles from './rail.module.css';

type Props = { place: DeskPlace; isCurrent: boolean };

/** One place of the rail. Where something has to wait for it to be shown, how much does, and whether some of it is late. */
export const Place = ({ place, isCurrent }: Props) => {
  const { title, command, Icon, waiting } = place;
  const due = useDesk((desk) => waiting?.(desk) ?? null);
  const late = useClock((now) => due?.filter(({ dueAt }) => dueAt <= now).length ?? 0);
  const isMine = useDesk((desk) => place.isFor === undefined || iMay(desk, place.isFor));
  if (!isMine && !isCurrent) return null;
  if (due?.length === 0 && !isCurrent && place.isAlwaysShown !== true) return null;
  const words = due === null ? '' : `${due.length} waiting${late > 0 ? `, ${late} overdue` : ''}`;
  return (
    <button
      type="button"
      className={cx(styles.desk, isCurrent && styles.current, title.length > 8 && styles.long)}
      aria-current={isCurrent ? 'page' : undefined}
      title={titled(command, words === '' ? `Go to ${title}` : `Go to ${title}: ${words}`)}
      onClick={() => runCommand(command)}
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      {title}
      {due !== null && due.length > 0 && (
        <>
          <span className={cx(styles.waiting, late > 0 && styles.late)} aria-hidden="true">
            {due.length}
          </span>
          <span className="spoken">, {words}</span>
        </>
      )}
    </button>
  );
};
