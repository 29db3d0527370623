import { z } from 'zod';
import { jobId } from '../ids.ts';
import type { Job } from '../model.ts';
import { gives, nothing, request } from './request.ts';

/** What takes long and goes on behind the work. */
export const jobRequests = {
  /** The newest first: what runs, and what has ended since the start and was not put away. */
  'job.list': request(nothing, gives<readonly Job[]>()),
  /** It ends at its next step, leaving nothing half done. */
  'job.stop': request(z.object({ id: jobId }), gives<null>()),
  /** Puts one away that has ended. */
  'job.dismiss': request(z.object({ id: jobId }), gives<null>()),
};
