import { AppError } from '../../shared/errors.ts';
import type { MessageId } from '../../shared/ids.ts';
import type { Extras, GoneBecause, MessageKind, MessageVersion, Ms } from '../../shared/model.ts';
import type { Reader, Tx } from '../db/db.ts';
import { add, put } from '../db/put.ts';

/** The only file that writes `messages`, `message_versions` and `reposts`. */
export type MessageRow = {
  seq?: number;
  id: string;
  account_id: string;
  kind: MessageKind;
  remote_id: string;
  version_id: string;
  role: 'in' | 'out' | 'context';
  thread_id: string | null;
  author_id: string;
  other_id: string | null;
  conversation_id: string | null;
  in_reply_to: string | null;
  text: string;
  is_cut: 0 | 1;
  created_at: Ms;
  received_at: Ms;
  lang: string | null;
  is_summons: 0 | 1;
  reposts: number;
  attachments: string | null;
  answers_until: Ms | null;
  outbox_id: string | null;
  /** 1: no person wrote it. It answers nothing, and no clock stops. */
  is_automatic: 0 | 1;
  /** When we learned of its last edit or deletion; null: it is as it first came. */
  altered_at: Ms | null;
  gone_at: Ms | null;
  gone_because: GoneBecause | null;
  /** JSON: `Extras`. */
  extras: string | null;
  /** Why the network took no reply to it; null: it never refused one. */
  refused: string | null;
  /** The import that brought it; null or left out: the network did. */
  import_id?: string | null;
};

/** As a message first comes. */
export const unaltered = {
  altered_at: null,
  gone_at: null,
  gone_because: null,
  extras: null,
  refused: null,
} as const;

/** One network message as one account sees it: made of what the network calls it, so meeting it again is no news. */
export const messageIdOf = (accountId: string, kind: MessageKind, remoteId: string): MessageId =>
  `${accountId}/${kind}/${remoteId}` as MessageId;

export const findMessage = (db: Reader, id: string): MessageRow | undefined =>
  db.find<MessageRow>('SELECT * FROM messages WHERE id = ?', id);

/** Throws `not-found`. */
export const getMessage = (db: Reader, id: string): MessageRow => {
  const row = findMessage(db, id);
  if (!row) throw new AppError('not-found', 'This message is no longer on this desk.');
  return row;
};

export const putMessage = (tx: Tx, row: MessageRow): void => put(tx, 'messages', row);

/** Messages that are known to be new, in the order of arrival. */
export const addMessages = (tx: Tx, rows: readonly MessageRow[]): void => add(tx, 'messages', rows);

/** A single one. Returns its place in the order of arrival. */
export const addMessage = (tx: Tx, row: MessageRow): number => {
  const seq = nextSeq(tx);
  addMessages(tx, [{ ...row, seq }]);
  return seq;
};

/** The place of the next message to arrive. */
export const nextSeq = (db: Reader): number =>
  (db.find<{ seq: number | null }>('SELECT max(seq) AS seq FROM messages')?.seq ?? 0) + 1;

/** Which of these messages are here. */
export const knownAmong = (db: Reader, ids: readonly string[]): Set<string> =>
  new Set(
    db
      .all<{ id: string }>(
        'SELECT m.id FROM json_each(?) j JOIN messages m ON m.id = j.value',
        JSON.stringify(ids),
      )
      .map(({ id }) => id),
  );

/** How often these messages were reposted, as far as is known; those that never were are left out. */
export const repostsAmong = (db: Reader, ids: readonly string[]): Map<string, number> =>
  new Map(
    db
      .all<{ id: string; n: number }>(
        'SELECT r.of_id AS id, count(*) AS n FROM reposts r WHERE r.of_id IN (SELECT value FROM json_each(?)) GROUP BY r.of_id',
        JSON.stringify(ids),
      )
      .map(({ id, n }) => [id, n]),
  );

export const isHere = (db: Reader, id: string): boolean =>
  db.find('SELECT 1 FROM messages WHERE id = ?', id) !== undefined;

/** Folding: every message of one thread into another. Tells which. */
export const moveMessages = (tx: Tx, from: string, into: string): string[] => {
  const rows = tx.all<MessageRow>('SELECT * FROM messages WHERE thread_id = ?', from);
  for (const row of rows) putMessage(tx, { ...row, thread_id: into });
  return rows.map(({ id }) => id);
};

/** Undo of folding: these, and what has become of what was under way, are this thread's again. */
export const moveBack = (tx: Tx, ids: readonly string[], outboxIds: readonly string[], to: string): void => {
  const rows = tx.all<MessageRow>(
    'SELECT m.* FROM json_each(?) j JOIN messages m ON m.id = j.value',
    JSON.stringify(ids),
  );
  const sent = tx.all<MessageRow>(
    'SELECT m.* FROM json_each(?) j JOIN outbox o ON o.id = j.value JOIN messages m ' +
      "ON m.id = o.account_id || '/' || o.kind || '/' || o.remote_id",
    JSON.stringify(outboxIds),
  );
  for (const row of [...rows, ...sent]) putMessage(tx, { ...row, thread_id: to });
};

/** Splitting: everything written before a moment. Returns which. */
export const moveBefore = (tx: Tx, from: string, into: string, before: Ms): string[] => {
  const rows = tx.all<MessageRow>(
    'SELECT * FROM messages WHERE thread_id = ? AND created_at < ?',
    from,
    before,
  );
  for (const row of rows) putMessage(tx, { ...row, thread_id: into });
  return rows.map(({ id }) => id);
};

export const countRepost = (
  tx: Tx,
  messageId: string,
  repost: { accountId: string; remoteId: string },
): string | null => {
  const { changes } = tx.db
    .statement('INSERT OR IGNORE INTO reposts (account_id, remote_id, of_id) VALUES (?, ?, ?)')
    .run(repost.accountId, repost.remoteId, messageId);
  const row = findMessage(tx, messageId);
  if (changes === 0 || !row) return null;
  putMessage(tx, { ...row, reposts: row.reposts + 1 });
  return row.thread_id;
};

/** Whether a message is here, and how often it was reposted before it came. */
export const lookUp = (db: Reader, messageId: string): { isKnown: boolean; reposts: number } => {
  const found = db.find<{ here: number | null; reposts: number }>(
    'SELECT (SELECT 1 FROM messages WHERE id = ?) AS here, (SELECT count(*) FROM reposts WHERE of_id = ?) AS reposts',
    messageId,
    messageId,
  );
  return { isKnown: found?.here === 1, reposts: found?.reposts ?? 0 };
};

/** What it said before, oldest first. */
export const versionsOf = (db: Reader, messageId: string): MessageVersion[] =>
  db.all<MessageVersion>(
    'SELECT version_id AS versionId, text, seen_at AS seenAt FROM message_versions WHERE message_id = ? ' +
      'ORDER BY length(version_id), version_id',
    messageId,
  );

/** An older version, or the one that a newer takes the place of. The same one again adds nothing. */
export const keepVersion = (
  tx: Tx,
  messageId: string,
  { versionId, text, seenAt }: { versionId: string; text: string; seenAt: Ms },
): void => {
  tx.db
    .statement(
      'INSERT OR IGNORE INTO message_versions (message_id, version_id, text, seen_at) VALUES (?, ?, ?, ?)',
    )
    .run(messageId, versionId, text, seenAt);
};

export const isGone = (db: Reader, id: string): boolean =>
  db.find('SELECT 1 FROM messages WHERE id = ? AND gone_at IS NOT NULL', id) !== undefined;

/**
 * It can't be read any more at its source, so nothing of what it said stays: not here, not in its versions, not where others
 * quote it. The row, its ids and what we did with it do. Tells what it ever said; null: it is not here, or gone already.
 */
export const emptyMessage = (
  tx: Tx,
  id: string,
  gone: { at: Ms; because: GoneBecause },
): { threadId: string | null; texts: string[] } | null => {
  const row = findMessage(tx, id);
  if (!row || row.gone_at !== null) return null;
  const versions = versionsOf(tx, id);
  tx.db.statement('DELETE FROM message_versions WHERE message_id = ?').run(id);
  putMessage(tx, {
    ...row,
    ...{ text: '', is_cut: 0, attachments: null, extras: null },
    ...{ altered_at: gone.at, gone_at: gone.at, gone_because: gone.because },
  });
  const names = new Set([row.remote_id, row.version_id, ...versions.map(({ versionId }) => versionId)]);
  for (const name of names) emptyQuotes(tx, name);
  return { threadId: row.thread_id, texts: [row.text, ...versions.map(({ text }) => text)] };
};

const emptyQuotes = (tx: Tx, remoteId: string): void => {
  const rows = tx.all<MessageRow>(
    "SELECT * FROM messages WHERE json_extract(extras, '$.quoted.remoteId') = ? AND extras IS NOT NULL",
    remoteId,
  );
  for (const row of rows) {
    const extras = JSON.parse(row.extras ?? '{}') as Extras;
    if (extras.quoted)
      putMessage(tx, {
        ...row,
        extras: JSON.stringify({ ...extras, quoted: { ...extras.quoted, text: null } }),
      });
  }
};
