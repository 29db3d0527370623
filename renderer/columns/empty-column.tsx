import { keyOf } from '../commands/keys.ts';
import { useDesk } from '../store/desk.ts';
import { loadColumn } from '../store/load.ts';
import { emptyWords } from './empty-words.ts';
import styles from './empty-column.module.css';

/** An empty column says why, and what would fill it. */
export const EmptyColumn = ({ id }: { id: string }) => {
  const phase = useDesk((desk) => desk.columns[id]?.phase);
  const problem = useDesk((desk) => desk.columns[id]?.problem);
  const filter = useDesk((desk) => desk.columns[id]?.definition.filter);
  const resolvedToday = useDesk((desk) => desk.resolvedToday);
  const isStarting = useDesk((desk) => desk.practice === 'starting');
  const isLooking = useDesk((desk) => desk.columns[id]?.hasMore ?? false);
  const claim = useDesk(({ platform, settings }) => keyOf('thread.claim', platform, settings.keys));
  const resolve = useDesk(({ platform, settings }) => keyOf('thread.resolve', platform, settings.keys));
  if (phase === 'loading' || !filter) return null;
  if (phase === 'failed') {
    return (
      <div className={styles.empty}>
        <p className={styles.why}>This column could not be read.</p>
        <p>{problem} The threads themselves are safe.</p>
        <button type="button" className={styles.again} onClick={() => void loadColumn(id)}>
          Read it again
        </button>
      </div>
    );
  }
  const { why, what } = emptyWords(filter, {
    resolvedToday,
    isStarting,
    isLooking,
    keys: { claim, resolve },
  });
  return (
    <div className={styles.empty}>
      <p className={styles.why}>{why}</p>
      <p>{what}</p>
    </div>
  );
};
