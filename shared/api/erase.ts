import { z } from 'zod';
import { customerId, threadId, type AgentId, type CustomerId, type JobId } from '../ids.ts';
import type { Ms } from '../model.ts';
import { gives, nothing, request } from './request.ts';
import type { Hold } from './retention.ts';

/** Deleting everything of a person who asked for it. Can't be taken back. */
export const eraseRequests = {
  /** What there is of a thread's customer, where it would go, and what would stay. Changes nothing. */
  'erase.preview': request(z.object({ threadId }), gives<ErasePreview>()),
  /** `handle` is typed by hand. Throws `not-allowed`, in words, while something stands in the way. */
  'erase.begin': request(
    z.object({ customerId, handle: z.string().max(60), withExports: z.boolean().optional() }),
    gives<{ id: string; jobId: JobId }>(),
  ),
  /** Who is being erased, and what came of those before; by numbers alone. */
  'erase.list': request(nothing, gives<{ erasures: readonly Erasure[] }>()),
};

export type ErasePreview = {
  customerId: CustomerId;
  people: readonly { handle: string; name: string }[];
  /** What would go, as a number of each; what there is none of is left out. */
  goes: readonly { what: ErasedThing; count: number }[];
  firstAt: Ms | null;
  lastAt: Ms | null;
  /** Why nothing can be erased now; empty: it can. */
  obstacles: readonly string[];
  holds: readonly Hold[];
  /** Files of exports that hold something of them and lie where they were written, as far as this desk knows. */
  exports: readonly string[];
};

export const erasedThings = [
  'threads',
  'messages',
  'directs',
  'answers',
  'versions',
  'notes',
  'numbers',
  'calls',
  'drafts',
  'unsent',
  'questions',
  'attachments',
  'context',
  'found',
  'copies',
  'pictures',
] as const;
export type ErasedThing = (typeof erasedThings)[number];

export type Erasure = {
  id: string;
  by: AgentId;
  askedAt: Ms;
  /** Null: it goes on. */
  endedAt: Ms | null;
  threads: number;
  messages: number;
  elsewhere: number;
  files: number;
};
