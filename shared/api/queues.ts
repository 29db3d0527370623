import { z } from 'zod';
import { accountId, messageId, queueId, threadId, type QueueId } from '../ids.ts';
import { assignmentModes, type Queue } from '../model.ts';
import { rule, type Rule } from '../rule.ts';
import { gives, onThread, request, text, type Changed } from './request.ts';

/** What a supervisor sets of a queue. */
export const queueDraft = z.object({
  name: z.string().trim().min(1).max(60),
  rules: z.array(rule).max(100).readonly(),
  assignment: z.enum(assignmentModes),
  skill: z.string().trim().min(1).max(40).nullable(),
  isLanguage: z.boolean(),
  isSticky: z.boolean(),
  /** Below a minute nobody could have looked. */
  returnAfterMs: z.number().int().min(60_000).max(86_400_000).nullable(),
});
export type QueueDraft = Omit<Queue, 'id' | 'position' | 'revision'>;

/** So many queues are asked for each message at most. */
export const queueCap = 200;

const kind = z.enum(['post', 'dm']);

export const queueRequests = {
  /** `revision`: as the window has it; null for a queue that is new, which is asked last. */
  'queue.save': request(
    z.object({ id: queueId, revision: z.number().int().nullable(), queue: queueDraft }),
    gives<Changed>(),
  ),
  'queue.remove': request(z.object({ id: queueId, revision: z.number().int() }), gives<Changed>()),
  /** All of them, in the order in which they are to be asked. */
  'queue.order': request(z.object({ ids: z.array(queueId).max(queueCap) }), gives<Changed>()),
  /** Which queue would win, and what would become of the open threads; changes nothing. */
  'queue.test': request(
    z.object({
      /** Null: without the draft, as the queues stand. */
      draft: z
        .object({ id: queueId, name: z.string().max(60), rules: z.array(rule).max(100).readonly() })
        .nullable(),
      /** Null: only the spread of the open threads. */
      sample: z
        .union([
          z.object({ threadId }),
          z.object({ messageId }),
          z.object({ text, kind, accountId, lang: z.string().max(12).nullable() }),
        ])
        .nullable(),
    }),
    gives<QueueTest>(),
  ),
  'queue.counts': request(z.object({}), gives<QueueCount[]>()),
  /** By hand: no rule moves it away again. Null: to where the rules say. */
  'thread.move': request(onThread.extend({ queueId: queueId.nullable() }), gives<Changed>()),
};

export type QueueTest = {
  /** The queue that gets the sample; null: none does, or there is no sample. */
  winner: {
    id: QueueId;
    name: string;
    rule: Rule;
    /** Which of its rules, from 1. */
    place: number;
    why: { part: keyof Rule; value: string }[];
  } | null;
  /** How the newest open threads would be spread, those moved by hand left out. */
  spread: { id: QueueId | null; name: string | null; now: number; after: number }[];
  /** So many open threads were asked. */
  asked: number;
};

/** `id` null: open threads that no rule fits. `waiting` null: there are too many to look at each. */
export type QueueCount = { id: QueueId | null; open: number; waiting: number | null; unassigned: number };
