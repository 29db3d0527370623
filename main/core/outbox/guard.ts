import { AppError } from '../../../shared/errors.ts';
import type { GoneBecause } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import { findMessage } from '../messages.ts';
import type { OutboxRow } from './rows.ts';

/** What an answer was written on: the thread as its author had it on screen. */
export type Seen = Pick<
  OutboxRow,
  | 'id'
  | 'thread_id'
  | 'agent_id'
  | 'head_id'
  | 'altered_seen'
  | 'send_anyway'
  | 'over_id'
  // What was in the outbox before it was on screen too, when its author insisted.
  | 'queued_at'
>;

/** Throws `moved-on` when anything in the thread is not as its author saw it, and says what. */
export const assertSeen = (db: Reader, seen: Seen): void => {
  const said = whatMoved(db, seen);
  if (said !== null) throw new AppError('moved-on', `${said} Your text is kept.`);
};

/** Throws `gone` when what is answered can't be read at its source any more: there is nothing to answer, however one insists. */
export const assertThere = (db: Reader, threadId: string, inReplyTo: string | null): void => {
  if (inReplyTo === null) return;
  const gone = db.find<{ because: GoneBecause | null }>(
    "SELECT gone_because AS because FROM messages WHERE thread_id = ? AND kind = 'post' AND version_id = ? AND gone_at IS NOT NULL",
    threadId,
    inReplyTo,
  );
  if (gone) throw new AppError('gone', `${goneWords[gone.because ?? 'deleted']} Your text is kept.`);
};

/** In words what came, changed or went since; null: the thread is as it was seen. */
export const whatMoved = (db: Reader, seen: Seen): string | null => {
  const { thread_id } = seen;
  if (thread_id === null) return null;
  // Insisted on before there was anything to name what was overridden.
  if (seen.send_anyway === 1 && seen.over_id === null) return null;
  const said = [
    ...came(db, thread_id, seen),
    ...answered(db, thread_id, seen),
    ...altered(db, thread_id, seen),
  ];
  return said.length === 0 ? null : said.join(' ');
};

/** The newest message the author knows of, by the order of arrival. */
const seenSeq = (db: Reader, { head_id, over_id }: Seen): number =>
  Math.max(0, ...[head_id, over_id].map((id) => (id === null ? 0 : (findMessage(db, id)?.seq ?? 0))));

const came = (db: Reader, threadId: string, seen: Seen): string[] => {
  const n =
    db.find<{ n: number }>(
      "SELECT count(*) AS n FROM messages WHERE thread_id = ? AND seq > ? AND role = 'in' AND gone_at IS NULL",
      threadId,
      seenSeq(db, seen),
    )?.n ?? 0;
  if (n === 0) return [];
  return [`${n === 1 ? 'One message' : `${n} messages`} came in since you read this thread.`];
};

/** Answers of others, and those of ours that were written elsewhere. What its author sent from here is no news to them. */
const answered = (db: Reader, threadId: string, seen: Seen): string[] => {
  const said = db.all<{ by: string | null }>(
    'SELECT DISTINCT a.initials AS by FROM messages m LEFT JOIN outbox o ON o.id = m.outbox_id ' +
      "LEFT JOIN agents a ON a.id = o.agent_id WHERE m.thread_id = ? AND m.seq > ? AND m.role = 'out' " +
      'AND m.is_automatic = 0 AND (o.id IS NULL OR (o.agent_id <> ? AND NOT (? = 1 AND o.queued_at <= ?)))',
    threadId,
    seenSeq(db, seen),
    seen.agent_id,
    seen.send_anyway,
    seen.queued_at,
  );
  if (said.length > 0) return said.map(({ by }) => `${by ?? 'Somebody'} has answered meanwhile.`);
  if (seen.send_anyway === 1) return [];
  // A rival's answer is on its way: the first to be queued goes, the other stops.
  return db
    .all<{ by: string }>(
      'SELECT DISTINCT a.initials AS by FROM outbox o JOIN agents a ON a.id = o.agent_id ' +
        "WHERE o.thread_id = ? AND o.agent_id <> ? AND (o.queued_at, o.id) < (?, ?) AND o.state IN ('queued', 'sending', 'uncertain')",
      threadId,
      seen.agent_id,
      seen.queued_at,
      seen.id,
    )
    .map(({ by }) => `${by} is sending an answer to this customer.`);
};

const altered = (db: Reader, threadId: string, seen: Seen): string[] => {
  const all = db.all<{ role: 'in' | 'out'; gone: GoneBecause | null }>(
    'SELECT role, gone_because AS gone FROM messages WHERE thread_id = ? AND altered_at > ? AND seq <= ?',
    threadId,
    seen.altered_seen,
    seenSeq(db, seen),
  );
  const said = all.map(({ role, gone }) => {
    if (gone === null)
      return role === 'in' ? 'The customer edited a message.' : 'One of our messages was edited.';
    return role === 'in' ? goneWords[gone] : 'One of our messages is gone at the network.';
  });
  return [...new Set(said)];
};

const goneWords: Record<GoneBecause, string> = {
  deleted: 'The customer deleted a message.',
  protected: 'The customer’s posts are protected now.',
  suspended: 'The customer’s account was suspended.',
  withheld: 'A message of the customer is withheld by the network.',
  expired: 'What the customer wrote is not kept here any longer.',
};

/** The thread as it stands: what is overridden by who insists on sending now. */
export const asItStands = (db: Reader, threadId: string): Pick<OutboxRow, 'over_id' | 'altered_seen'> => {
  const newest = db.find<{ id: string }>(
    'SELECT id FROM messages WHERE thread_id = ? ORDER BY seq DESC LIMIT 1',
    threadId,
  );
  const last = db.find<{ at: number | null }>(
    'SELECT max(altered_at) AS at FROM messages WHERE thread_id = ?',
    threadId,
  );
  return { over_id: newest?.id ?? null, altered_seen: last?.at ?? 0 };
};
