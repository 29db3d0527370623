import type { Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';
import { eraseMessages } from '../accounts/erase-parts.ts';
import type { MessageRow } from '../messages.ts';
import { findThread } from '../threads/rows.ts';
import { settle } from '../threads/settle.ts';
import { isHeld, likes, masked } from './elsewhere.ts';
import { createMask } from './mask.ts';
import type { Person } from './rows.ts';
import { rememberGone, removeThreads } from './threads.ts';

/** In the order of arrival; no index knows who wrote what, so all messages are read once. */
const perPart = 800;
const textColumns = ['text', 'attachments', 'extras'] as const;

export type Strays = {
  next: number;
  gone: number;
  /** Messages of others in which a handle stood. */
  found: number;
  /** Who has written, or was written to, since they were erased: somebody new. */
  named: string[];
  texts: string[];
};

/**
 * The next messages: what erased people wrote outside their threads goes (a post above somebody else's thread, an answer to
 * them that began none), and where others name them, the name does. Null: all were looked at.
 */
export const strayPart = (
  tx: Tx,
  people: readonly Person[],
  { after, askedAt, at }: { after: number; askedAt: number; at: number },
): Strays | null => {
  const until = tx.find<{ seq: number | null }>(
    'SELECT max(seq) AS seq FROM (SELECT seq FROM messages WHERE seq > ? ORDER BY seq LIMIT ?)',
    after,
    perPart,
  )?.seq;
  if (until === null || until === undefined) return null;
  const ids = JSON.stringify(people.map(({ id }) => id));
  const theirs = tx.all<MessageRow>(
    'SELECT * FROM messages WHERE seq > ? AND seq <= ? AND ' +
      '(author_id IN (SELECT value FROM json_each(?)) OR other_id IN (SELECT value FROM json_each(?)))',
    ...[after, until, ids, ids],
  );
  const gone = theirs.filter(({ created_at, thread_id }) => created_at <= askedAt && !isHeld(tx, thread_id));
  const named = theirs
    .filter((row) => !gone.includes(row))
    .flatMap(({ author_id, other_id }) => [author_id, other_id ?? '']);
  const texts = gone.flatMap((row) => rememberGone(tx, row.account_id, [row], 'erased'));
  eraseMessages(
    tx,
    gone.map(({ id }) => id),
  );
  for (const id of new Set(gone.map(({ thread_id }) => thread_id))) if (id !== null) settleLeft(tx, id, at);
  const mask = createMask(people);
  const maskIn = (text: string): string => mask.mask(withoutAuthor(text, people));
  const naming = tx.all<MessageRow & Record<string, string | number | null>>(
    `SELECT * FROM messages WHERE seq > ? AND seq <= ? AND (${likes(textColumns, mask.like)})`,
    ...[after, until],
    ...textColumns.flatMap(() => mask.like),
  );
  let found = 0;
  for (const row of naming) {
    const next = isHeld(tx, row.thread_id) ? null : masked(row, textColumns, maskIn);
    if (next === null) continue;
    put(tx, 'messages', next);
    found += 1;
  }
  return { next: until, gone: gone.length, found, named, texts };
};

/** Of a thread of somebody else: what is left of it tells how it stands. */
const settleLeft = (tx: Tx, id: string, at: number): void => {
  const row = findThread(tx, id);
  if (!row) return;
  if (tx.find("SELECT 1 FROM messages WHERE thread_id = ? AND role = 'in'", id)) settle(tx, id);
  else removeThreads(tx, [row], { at, because: 'erased' });
};

/** A quoted post names its author in a field of its own. */
const withoutAuthor = (json: string, people: readonly Person[]): string =>
  people.reduce(
    (rest, { handle }) => rest.replaceAll(`"handle":${JSON.stringify(handle)}`, '"handle":null'),
    json,
  );
