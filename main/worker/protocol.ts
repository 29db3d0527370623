import { z } from 'zod';
import type { SearchAnswer } from '../../shared/api/search.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { Search } from '../core/search/search.ts';

/** What the thread is told when it begins. */
export const workerData = z.object({
  file: z.string(),
  /** One number: the job that is to end. */
  stop: z.instanceof(SharedArrayBuffer),
});
export type WorkerData = z.infer<typeof workerData>;

const search: z.ZodType<Search> = z.object({
  text: z.string(),
  me: z.string().transform((id) => id as AgentId),
  now: z.number(),
  zone: z.string(),
  order: z.enum(['newest', 'best']),
  before: z.number().nullable(),
  limit: z.number(),
  caret: z.number().optional(),
  downTo: z.number().optional(),
  isAside: z.boolean().optional(),
});

export const job = z.object({ id: z.number().int(), search });
export type Job = z.infer<typeof job>;

export type Done = { id: number; answer: SearchAnswer } | { id: number; failed: string };
