import { z } from 'zod';

/** What can go wrong on a route. Kinds ending in `-after` (and those with `after`) happen when the call already had its
 * effect: those are the ones that tempt a client into sending twice. */
export const faultSpec = z.strictObject({
  kind: z.enum([
    '429',
    'status',
    'slow',
    'reset-before',
    'reset-after',
    'cut-json',
    'bad-json',
    'html',
    'redirect',
    '401',
    'revoked',
    'late',
    'reset-late',
  ]),
  method: z.string().optional(),
  /** A path with `*` for one or more segments' worth of anything. */
  path: z.string().default('*'),
  /** Only calls with a token of this brand. */
  brand: z.string().optional(),
  /** How often it strikes; without it, always. */
  times: z.number().int().positive().optional(),
  probability: z.number().min(0).max(1).optional(),
  /** Let so many matching calls pass first. */
  skip: z.number().int().nonnegative().optional(),
  status: z.number().int().min(200).max(599).default(503),
  ms: z.number().nonnegative().default(1000),
  after: z.boolean().default(false),
  location: z.string().default('/login'),
});

export type FaultSpec = z.infer<typeof faultSpec>;
