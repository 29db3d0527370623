import { useId } from 'react';
import type { Job } from '../../shared/model.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { Bar } from '../ui/bar.tsx';
import { cx } from '../ui/cx.ts';
import { Mark } from '../ui/mark.tsx';
import { clockTime } from '../ui/time.ts';
import { putAway, reveal, stop } from './act.ts';
import { countWords, isRunning, leftWords } from './words.ts';
import styles from './jobs.module.css';

export const JobRow = ({ job }: { job: Job }) => {
  const by = useDesk((desk) => (job.by === null ? 'the desk' : (desk.agents.get(job.by)?.initials ?? '')));
  const left = useClock((now) => leftWords(job, now));
  const id = useId();
  const isFailed = job.state === 'failed';
  const facts = [countWords(job), left].filter((word) => word !== '');
  return (
    <li className={styles.job}>
      <p className={styles.title} id={id} dir="auto">
        {isFailed && <Mark className={styles.failed} shape="breached" />} {job.title}
      </p>
      {isRunning(job) && <Bar aria-labelledby={id} done={job.done} of={job.of} />}
      <p className={cx(styles.words, isFailed && styles.failed)}>
        {isRunning(job)
          ? job.state === 'stopping'
            ? 'Stopping…'
            : facts.length === 0
              ? 'Begun'
              : facts.join(' · ')
          : job.outcome}
      </p>
      <p className={styles.words}>
        Begun {clockTime(job.beganAt)} by {by}
      </p>
      <div className={styles.buttons}>
        {job.state === 'running' && <Act job={job} words="Stop" act={stop} />}
        {job.file !== null && <Act job={job} words="Show in folder" act={reveal} />}
        {!isRunning(job) && <Act job={job} words="Put away" act={putAway} />}
      </div>
    </li>
  );
};

type ActProps = { job: Job; words: string; act: (job: Job) => Promise<unknown> };

const Act = ({ job, words, act }: ActProps) => (
  <button
    type="button"
    className={styles.small}
    aria-label={`${words}: ${job.title}`}
    onClick={() => void act(job)}
  >
    {words}
  </button>
);
