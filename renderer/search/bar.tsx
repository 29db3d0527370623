import { runCommand } from '../commands/run.ts';
import { useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { cx } from '../ui/cx.ts';
import { titled } from '../ui/titled.ts';
import { readOn } from './run.ts';
import { useSearch } from './store.ts';
import { foundWords, indexWords } from './words.ts';
import styles from './archive.module.css';

/** How much was found, in which order, and what can be done with the search. */
export const Bar = () => {
  const shown = useSearch((state) => state.shown);
  const order = useSearch((state) => state.order);
  const isBusy = useSearch((state) => state.isBusy);
  const isFormOpen = useSearch((state) => state.isFormOpen);
  const hasText = useSearch((state) => state.text.trim() !== '');
  const problem = useSearch((state) => state.problem);
  const index = useSearch((state) => state.index);
  const mayExport = useDesk((desk) => iMay(desk, 'export.many'));
  const isIndexing = index !== null && index.indexed < index.of;
  return (
    <>
      <div className={styles.bar}>
        <output className={cx(styles.found, isBusy && styles.busy)}>
          {shown ? foundWords(shown) : hasText && isBusy ? 'Looking.' : ''}
        </output>
        {shown?.isCut === true && shown.next !== null && (
          <button type="button" className={styles.button} onClick={() => void readOn()}>
            Go on looking
          </button>
        )}
        {hasText && (
          <button
            type="button"
            className={styles.button}
            title={titled('search.order')}
            onClick={() => runCommand('search.order')}
          >
            {order === 'newest' ? 'Newest first' : 'Best first'}
          </button>
        )}
        {hasText && (
          <button
            type="button"
            className={styles.button}
            title={titled('search.keep')}
            onClick={() => runCommand('search.keep')}
          >
            Keep as a column
          </button>
        )}
        {hasText && mayExport && (
          <button
            type="button"
            className={styles.button}
            title={titled('archive.export')}
            onClick={() => runCommand('archive.export')}
          >
            Export…
          </button>
        )}
        <button
          type="button"
          className={styles.button}
          aria-pressed={isFormOpen}
          title={titled('search.form')}
          onClick={() => runCommand('search.form')}
        >
          By form
        </button>
      </div>
      {isIndexing && <p className={styles.index}>{indexWords(index)}</p>}
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  );
};
