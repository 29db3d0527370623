import type { Job } from '../../shared/model.ts';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import { Mark } from '../ui/mark.tsx';
import { titled } from '../ui/titled.ts';
import { stop } from './act.ts';
import { isRunning, shortWords, spokenWords } from './words.ts';
import styles from './strip.module.css';

/** What runs behind the work, in a few words; all of it is one press away. */
export const JobStrip = () => {
  const jobs = useDesk((desk) => desk.jobs);
  const job = shown(jobs);
  if (!job) return null;
  const more = jobs.filter((other) => other !== job && isRunning(other)).length;
  const isFailed = job.state === 'failed';
  return (
    <div className={styles.strip}>
      <button
        type="button"
        className={cx(styles.words, isFailed && styles.failed)}
        title={[job.title, job.outcome, titled('jobs.open')].filter((line) => line !== null).join('\n')}
        onClick={() => runCommand('jobs.open')}
      >
        {isFailed && <Mark shape="breached" />} {shortWords(job)}
        {more > 0 && ` · ${more} more`}
      </button>
      {job.state === 'running' && (
        <button
          type="button"
          className={styles.stop}
          title={`Stop: ${job.title}`}
          onClick={() => void stop(job)}
        >
          Stop
        </button>
      )}
      <output className="spoken">{spokenWords(job)}</output>
    </div>
  );
};

/** What runs longest; else what ended last, unless the desk did it by itself and it went well. */
const shown = (jobs: readonly Job[]): Job | undefined =>
  jobs.findLast(isRunning) ?? jobs.find(({ by, state }) => by !== null || state === 'failed');
