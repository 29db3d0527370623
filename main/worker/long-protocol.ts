import { z } from 'zod';
import type { ErrorCode } from '../../shared/errors.ts';
import type { WorkName } from '../core/jobs/long.ts';
import { works } from '../core/jobs/works.ts';

/** What the thread is told when it begins. */
export const longData = z.object({
  file: z.string(),
  /** One number: 1 when the work is to end. */
  stop: z.instanceof(SharedArrayBuffer),
  name: z.custom<WorkName>((name) => typeof name === 'string' && Object.hasOwn(works, name)),
  /** As the work's own types say; both ends are this program. */
  input: z.unknown(),
});
export type LongData = z.infer<typeof longData>;

export type LongSaid =
  | { done: number; of: number | null }
  | { answer: unknown }
  | { code: ErrorCode | null; failed: string };
