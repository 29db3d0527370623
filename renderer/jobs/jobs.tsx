import { useEffect, useRef } from 'react';
import { useDesk } from '../store/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { putAway } from './act.ts';
import { JobRow } from './job-row.tsx';
import { isRunning } from './words.ts';
import form from '../ui/form.module.css';
import styles from './jobs.module.css';

/** Everything that takes long: what runs, and how the others ended. */
export const Jobs = () => {
  const jobs = useDesk((desk) => desk.jobs);
  const ended = jobs.filter((job) => !isRunning(job));
  const list = useRef<HTMLUListElement>(null);
  // A row that is put away had the keyboard: the list keeps it.
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus();
  });
  return (
    <Dialog title="Behind the work">
      {jobs.length === 0 ? (
        <p className={form.hint}>
          Nothing runs, and nothing has ended since the start. Exports, imports and backups show here.
        </p>
      ) : (
        <ul ref={list} className={styles.list} tabIndex={-1} aria-label="What runs and what has ended">
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
      {ended.length > 1 && (
        <div className={form.buttons}>
          <button
            type="button"
            className={form.plain}
            onClick={() => void Promise.all(ended.map((job) => putAway(job)))}
          >
            Put all away that have ended
          </button>
        </div>
      )}
    </Dialog>
  );
};
