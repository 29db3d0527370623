import { z } from 'zod';
import { action } from '../action.ts';
import { filter } from '../filter.ts';
import { agentId, threadId, type AgentId } from '../ids.ts';
import type { Duty } from '../model.ts';
import { gives, onThread, request, type Changed } from './request.ts';

/** So many threads are moved as one operation; more are refused, in words. */
export const bulkCap = 20_000;

/** These threads, or whatever a column's filter holds at the moment of asking. */
const target = z.union([
  z.object({ threadIds: z.array(threadId).min(1).max(bulkCap) }),
  z.object({ filter }),
]);
export type Target = z.infer<typeof target>;

/** Doing one thing to one thread or to many. */
export const bulkRequests = {
  'bulk.preview': request(z.object({ target, action }), gives<BulkPreview>()),
  'bulk.apply': request(
    z.object({
      target,
      action,
      /** How many would change when it was previewed: refused when that is far from true by now. Null: not previewed. */
      expected: z.number().int().nonnegative().nullable().default(null),
    }),
    gives<BulkDone>(),
  ),
  /** One thread, to a person or (null) back to its queue: a refusal is an error with its reason, not a number. */
  'thread.assign': request(
    onThread.extend({
      to: agentId.nullable(),
      /** Whose it was on screen: refused when somebody else has it by now. */
      from: agentId.nullable().optional(),
    }),
    gives<Changed>(),
  ),
};

/** Why a thread of the target would be left as it is. */
export const obstacles = ['closed', 'sending', 'not-yours', 'elsewhere', 'gone'] as const;
export type Obstacle = (typeof obstacles)[number];
export type Left = { why: Obstacle; count: number }[];

export type BulkPreview = {
  /** Threads in the target. */
  total: number;
  /** Of these, how many would be different afterwards. */
  changes: number;
  /** As asked already. */
  same: number;
  left: Left;
  /** Whose number of open threads would change; who gets them first, then those who lose most. */
  loads: { agentId: AgentId; before: number; after: number; cap: number | null }[];
  /** Clocks of what would change: they run on, whoever has the thread. */
  clocks: { dueSoon: number; overdue: number };
  /** Only where somebody would get threads. */
  receiver: Receiver | null;
};

/** What is to be known of the person before giving them threads. */
export type Receiver = {
  agentId: AgentId;
  duty: Duty;
  /** So many over their cap afterwards; 0: within it. */
  over: number;
  /** What the threads' queues ask for and they are not listed with. */
  skills: { skill: string; count: number }[];
  languages: { language: string; count: number }[];
};

export type BulkDone = Changed & { changed: number; left: Left };
