import type { jobRequests } from '../../../shared/api/jobs.ts';
import type { Handlers } from '../core.ts';
import type { Surroundings } from '../handlers.ts';

export const jobHandlers = ({
  jobs,
}: Pick<Surroundings, 'jobs'>): Pick<Handlers, keyof typeof jobRequests> => ({
  'job.list': () => jobs.list(),
  'job.stop': ({ id }) => {
    jobs.stop(id);
    return null;
  },
  'job.dismiss': ({ id }) => {
    jobs.dismiss(id);
    return null;
  },
});
