import { showNewIn } from '../commands/move.ts';
import { useHeld } from '../gaps/held.ts';
import { pendingCap } from '../store/column.ts';
import { useDesk } from '../store/desk.ts';
import { plural } from '../ui/number.ts';
import styles from './new-strip.module.css';

/** What has arrived waits here, in the head, so that showing *this* moves nothing either. */
export const NewStrip = ({ id, title }: { id: string; title: string }) => {
  const count = useDesk((desk) => desk.columns[id]?.newCount ?? 0);
  const gone = useDesk((desk) => desk.columns[id]?.left.size ?? 0);
  const isOverflowing = useDesk((desk) => desk.columns[id]?.isOverflowing ?? false);
  const held = useHeld(({ waiting }) => waiting[id] ?? 0);
  if (count === 0 && gone === 0 && held === 0) return null;
  const shown = isOverflowing ? `${pendingCap}+` : `${count}`;
  const gaps = held > 0 && plural(held, 'gap');
  const cards = (count > 0 && `${shown} new`) || (gone > 0 && `${gone} gone`);
  const words = [cards, gaps].filter(Boolean).join(' · ');
  // The words shown stay as they are, for those who say them to their machine.
  const spoken = count > 0 && held === 0 ? `${words} ${count === 1 ? 'thread' : 'threads'}` : words;
  return (
    <button
      type="button"
      className={count > 0 || held > 0 ? styles.strip : styles.quiet}
      aria-label={`${title}: ${spoken}. Show the column as it is now`}
      title={
        held > 0
          ? 'Where messages may be missing has changed. Show the column as it is now (.)'
          : 'Show the column as it is now (.)'
      }
      onClick={() => void showNewIn(id)}
    >
      <span aria-hidden="true">▴</span> {words}
    </button>
  );
};
