import type { ThreadSummary } from '../../shared/model.ts';
import { useClock } from '../store/clock.ts';
import { openThread } from '../store/thread.ts';
import { Preview } from '../text/preview.tsx';
import { plural } from '../ui/number.ts';
import { statusWords } from '../ui/status-words.ts';
import { age } from '../ui/time.ts';
import styles from './previous.module.css';

/** Earlier threads of the same customer, folded away until wanted. */
export const Previous = ({ threads }: { threads: readonly ThreadSummary[] }) =>
  threads.length === 0 ? null : (
    <details className={styles.previous}>
      <summary className={styles.summary}>{plural(threads.length, 'earlier thread')}</summary>
      <ul>
        {threads.map((thread) => (
          <PreviousThread key={thread.id} thread={thread} />
        ))}
      </ul>
    </details>
  );

const PreviousThread = ({ thread }: { thread: ThreadSummary }) => {
  const when = useClock((now) => age(thread.openedAt, now));
  return (
    <li>
      <button type="button" className={styles.thread} onClick={() => void openThread(thread.id)}>
        <span className={styles.when}>{when}</span>
        <span className={styles.text}>
          <Preview text={thread.preview} lang={null} />
        </span>
        <span className={styles.status}>{statusWords[thread.status]}</span>
      </button>
    </li>
  );
};
