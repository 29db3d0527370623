import { asSent } from '../../../shared/as-sent.ts';
import type { MessageId } from '../../../shared/ids.ts';
import { likeness } from '../../../shared/likeness.ts';
import type { Ms, NearMatch } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import type { OutboxRow } from './rows.ts';

/** One of the account's own messages that may be ours: nobody's yet, to the same customer, and come in since the attempt. */
export type Candidate = {
  id: string;
  remote_id: string;
  text: string;
  created_at: Ms;
  in_reply_to: string | null;
  /** Null: to nobody in particular, or to ourselves (a further part of a chain). */
  to_remote_id: string | null;
};

/** From here on a person must look: it may be ours in other words. */
const nearFrom = 0.8;
/** Network clocks and ours may differ by this much. */
const skewMs = 120_000;
const unevenMs = 60_000;
/** So many are shown at most. */
const most = 3;

/**
 * By the network's clock and the order of arrival alone: ours may be wrong by hours. What the attempt made is later than
 * anything that was here before it, and came in after it.
 */
export const candidates = (db: Reader, row: OutboxRow): Candidate[] => {
  const since = [row.account_id, row.kind, newestBefore(db, row), row.since_seq] as const;
  const unowned =
    "m.role = 'out' AND m.account_id = ? AND m.kind = ? AND m.outbox_id IS NULL AND m.created_at >= ? AND m.seq > ?";
  const columns = 'm.id, m.remote_id, m.text, m.created_at, m.in_reply_to';
  const toCustomer =
    row.thread_id === null
      ? []
      : db.all<Candidate>(
          `SELECT ${columns}, i.remote_id AS to_remote_id FROM threads t JOIN identities i ON i.customer_id = t.customer_id ` +
            `JOIN messages m ON m.other_id = i.id WHERE t.id = ? AND ${unowned} ORDER BY m.created_at`,
          row.thread_id,
          ...since,
        );
  // What answers ourselves is said to nobody, as far as the network tells.
  const toNobody =
    row.kind === 'dm' || (row.thread_id !== null && row.part === 1)
      ? []
      : db.all<Candidate>(
          `SELECT ${columns}, NULL AS to_remote_id FROM messages m WHERE m.other_id IS NULL AND ${unowned} ORDER BY m.created_at`,
          ...since,
        );
  return [...toCustomer, ...toNobody];
};

/** Word for word ours. */
export const exactAmong = (db: Reader, all: readonly Candidate[], row: OutboxRow): Candidate | undefined => {
  const wanted = asSent(row.text);
  const names = namesOfTarget(db, row);
  return all.find(
    (candidate) =>
      (row.kind === 'dm'
        ? candidate.to_remote_id === row.to_remote_id
        : names.includes(candidate.in_reply_to)) && asSent(candidate.text) === wanted,
  );
};

/** An edited post has several: an answer is sent to its newest version, and read back as given to its first. */
const namesOfTarget = (db: Reader, { thread_id, in_reply_to }: OutboxRow): readonly (string | null)[] => {
  const known = db.find<{ remote_id: string }>(
    "SELECT m.remote_id FROM messages m WHERE m.thread_id = ? AND m.kind = 'post' AND (m.version_id = ? " +
      'OR EXISTS (SELECT 1 FROM message_versions v WHERE v.message_id = m.id AND v.version_id = ?))',
    thread_id,
    in_reply_to,
    in_reply_to,
  );
  return known ? [in_reply_to, known.remote_id] : [in_reply_to];
};

/** Nearly ours, the likest first. */
export const nearAmong = (all: readonly Candidate[], row: OutboxRow): NearMatch[] =>
  all
    .map((candidate) => ({
      messageId: candidate.id as MessageId,
      text: candidate.text,
      createdAt: candidate.created_at,
      likeness: likenessTo(row.text, candidate.text),
    }))
    .filter((near) => near.likeness >= nearFrom)
    .toSorted((a, b) => b.likeness - a.likeness || a.createdAt - b.createdAt)
    .slice(0, most);

const likenessTo = (ours: string, theirs: string): number =>
  asSent(ours) === asSent(theirs) ? 1 : likeness(ours, theirs);

/** The network's time of the newest message of the thread (of the account, for a post to nobody) before the attempt. */
const newestBefore = (db: Reader, row: OutboxRow): Ms => {
  // Attempted by an earlier version, which went by our clock.
  if (row.since_seq === 0) return (row.attempt_at ?? row.queued_at) - skewMs;
  const at =
    row.thread_id === null
      ? db.find<{ at: Ms | null }>(
          "SELECT max(created_at) AS at FROM (SELECT created_at FROM messages WHERE seq <= ? AND account_id = ? AND role <> 'out' ORDER BY seq DESC LIMIT 50)",
          row.since_seq,
          row.account_id,
        )
      : db.find<{ at: Ms | null }>(
          "SELECT max(created_at) AS at FROM messages WHERE thread_id = ? AND role = 'in' AND seq <= ?",
          row.thread_id,
          row.since_seq,
        );
  // A network may tell the second only, or count it by several clocks.
  return (at?.at ?? 0) - unevenMs;
};
