import type { Job, JobKind, Ms } from '../../shared/model.ts';

const number = new Intl.NumberFormat('en');

const doing: Record<JobKind, string> = {
  export: 'Exporting',
  import: 'Importing',
  backup: 'Backing up',
  restore: 'Restoring',
  check: 'Checking the file',
  verify: 'Verifying the log',
  erase: 'Erasing',
  retention: 'Deleting what was kept long enough',
};

const ended: Record<JobKind, string> = {
  export: 'Export',
  import: 'Import',
  backup: 'Backup',
  restore: 'Restoring',
  check: 'Check of the file',
  verify: 'Verifying the log',
  erase: 'Erasing',
  retention: 'Deleting what was kept long enough',
};

export const isRunning = ({ state }: Job): boolean => state === 'running' || state === 'stopping';

/** `12,300 of 100,000 messages`; empty where nothing is counted yet. */
export const countWords = ({ done, of, unit }: Job): string => {
  if (of === null) return done === 0 ? '' : `${number.format(done)} ${unit}`;
  return `${number.format(done)} of ${number.format(of)} ${unit}`;
};

/** As the status line says it: what runs, or how the last one ended. */
export const shortWords = (job: Job): string => {
  if (job.state === 'stopping') return `${doing[job.kind]}: stopping`;
  if (job.state === 'running')
    return [doing[job.kind], countWords(job)].filter((word) => word !== '').join(' ');
  return `${ended[job.kind]} ${endWords[job.state]}`;
};

const endWords = { done: 'is done', stopped: 'was stopped', failed: 'failed' } as const;

/** A moment after it began, and only where it can be told: a figure that jumps is worse than none. */
const firstMs = 3000;

/** `about 20 s left`; empty while that is not known. */
export const leftWords = ({ state, done, of, beganAt }: Job, now: Ms): string => {
  const passed = now - beganAt;
  if (state !== 'running' || of === null || done === 0 || done >= of || passed < firstMs) return '';
  const seconds = Math.ceil((passed * (of - done)) / done / 1000);
  return seconds < 90 ? `about ${seconds} s left` : `about ${Math.ceil(seconds / 60)} min left`;
};

/** Said to who can't see the line: when it begins, at each quarter, and nothing in between. */
export const spokenWords = (job: Job): string => {
  if (job.state !== 'running') return '';
  if (job.of === null || job.of === 0) return job.title;
  const quarter = Math.floor((4 * job.done) / job.of) * 25;
  return quarter === 0 ? job.title : `${job.title}: ${quarter} %`;
};
