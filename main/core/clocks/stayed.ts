import type { Ms } from '../../../shared/model.ts';
import { stayOf, type Stay } from '../../../shared/sla.ts';
import type { Reader } from '../../db/db.ts';
import type { ThreadRow } from '../threads/rows.ts';

/**
 * Whether the newest resolution of a thread has stayed. Null: it was never closed, or closed without anything being resolved.
 * A thread that is open again keeps when it was closed; how it was closed it no longer tells.
 */
export const stayedOf = (db: Reader, row: ThreadRow, now: Ms): Stay | null => {
  const { closed_at, is_open, status } = row;
  if (closed_at === null || status === 'no-action') return null;
  if (is_open === 0) return stayOf(closed_at, null, now);
  const reopenedAt = Math.min(writtenAfter(db, row), reopenedByHand(db, row.id, closed_at));
  return reopenedAt === Infinity ? null : stayOf(closed_at, reopenedAt, now);
};

/** The customer's first message that the closing did not deal with. */
const writtenAfter = (db: Reader, { id, cleared_until }: ThreadRow): Ms =>
  db.find<{ at: Ms }>(
    "SELECT created_at AS at FROM messages WHERE thread_id = ? AND role = 'in' AND created_at > ? " +
      'ORDER BY created_at, id LIMIT 1',
    id,
    cleared_until ?? Number.MIN_SAFE_INTEGER,
  )?.at ?? Infinity;

/** By one of us, and not taken back. */
const reopenedByHand = (db: Reader, threadId: string, closedAt: Ms): Ms =>
  db.find<{ at: Ms }>(
    "SELECT c.at FROM changes c WHERE c.thread_id = ? AND c.op = 'thread.reopen' AND c.at >= ? " +
      'AND NOT EXISTS (SELECT 1 FROM changes u WHERE u.undoes = c.seq) ORDER BY c.seq LIMIT 1',
    threadId,
    closedAt,
  )?.at ?? Infinity;
