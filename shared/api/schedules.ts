import { z } from 'zod';
import { accountId, messageId, scheduleId, threadId } from '../ids.ts';
import type { Schedule } from '../model.ts';
import type { Settings } from '../settings.ts';
import { gives, request, text, type Changed } from './request.ts';

/** What was on screen: an answer that leaves later is stopped when the thread has moved on by then. */
const seen = {
  /** The newest message; null: of a post to nobody. */
  head: messageId.nullable().default(null),
  /** The newest edit or deletion, epoch ms; 0: none. */
  alteredSeen: z.number().int().nonnegative().default(0),
};
const one = z.object({ id: scheduleId, revision: z.number().int().nonnegative() });

export const scheduleRequests = {
  'schedule.add': request(
    z.object({
      id: scheduleId,
      accountId,
      /** Null: a post of the brand's own. */
      threadId: threadId.nullable(),
      kind: z.enum(['post', 'dm']),
      /** Unsigned, as written. */
      text,
      at: z.number().int(),
      ...seen,
    }),
    gives<Schedule>(),
  ),
  /** Other words or another time: it takes the place of the one before, and is read by a second person again. */
  'schedule.change': request(
    one.extend({ newId: scheduleId, text, at: z.number().int(), ...seen }),
    gives<Schedule>(),
  ),
  'schedule.approve': request(one.extend(seen), gives<Changed>()),
  'schedule.refuse': request(one.extend({ reason: z.string().trim().min(1).max(400) }), gives<Changed>()),
  'schedule.cancel': request(one, gives<Changed>()),
  /** Approved, and held or not yet due: it leaves at once. */
  'schedule.sendNow': request(one, gives<Changed>()),
  /** This machine sends it, whichever was to. */
  'schedule.takeOver': request(one, gives<Changed>()),
  /** Anybody may stop everything; who approves may let it go on. */
  'schedule.stop': request(z.object({ isStopped: z.boolean() }), gives<Settings>()),
  /** So many a day of one account, at most. */
  'schedule.cap': request(z.object({ perDay: z.number().int().min(0).max(100) }), gives<Settings>()),
};
