import type { Job } from '../../shared/model.ts';
import { call, on } from '../call.ts';
import { get, set } from '../store/desk.ts';
import { notify } from '../store/notices.ts';
import { isRunning } from './words.ts';

/** What runs is in the store from the start on; how one of my own ended is said once. */
export const followJobs = (): void => {
  on('jobs.changed', take);
  void call('job.list', {})
    .then((jobs) => set({ jobs }))
    // Whatever is wrong is said by the desk itself; the next change brings them all.
    .catch(() => undefined);
};

const take = (jobs: readonly Job[]): void => {
  const ran = new Set(
    get()
      .jobs.filter(isRunning)
      .map(({ id }) => id),
  );
  set({ jobs });
  for (const job of jobs) if (ran.has(job.id) && !isRunning(job)) tellEnd(job);
};

/** What the desk does by itself is worth a word only when it failed. */
const tellEnd = ({ by, state, title, outcome }: Job): void => {
  if (state === 'failed') {
    if (by === null || by === get().me.id) notify(`${title}. ${outcome ?? ''}`, 'trouble');
  } else if (by === get().me.id) notify(outcome ?? title);
};
