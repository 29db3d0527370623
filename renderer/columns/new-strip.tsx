import { showNewIn } from '../commands/move.ts';
import { pendingCap } from '../store/column.ts';
import { useDesk } from '../store/desk.ts';
import styles from './new-strip.module.css';

/** What has arrived waits here, in the head, so that showing *this* moves nothing either. */
export const NewStrip = ({ id, title }: { id: string; title: string }) => {
  const count = useDesk((desk) => desk.columns[id]?.newCount ?? 0);
  const gone = useDesk((desk) => desk.columns[id]?.left.size ?? 0);
  const isOverflowing = useDesk((desk) => desk.columns[id]?.isOverflowing ?? false);
  if (count === 0 && gone === 0) return null;
  const shown = isOverflowing ? `${pendingCap}+` : `${count}`;
  const words = count > 0 ? `${shown} new` : `${gone} gone`;
  // The words shown stay as they are, for those who say them to their machine.
  const spoken = count > 0 ? `${words} ${count === 1 ? 'thread' : 'threads'}` : words;
  return (
    <button
      type="button"
      className={count > 0 ? styles.strip : styles.quiet}
      aria-label={`${title}: ${spoken}. Show the column as it is now`}
      title="Show the column as it is now (.)"
      onClick={() => void showNewIn(id)}
    >
      <span aria-hidden="true">▴</span> {words}
    </button>
  );
};
