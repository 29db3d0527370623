import type { Ms } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';
import { dropThreads } from '../accounts/erase-parts.ts';
import { putMessage, versionsOf, type MessageRow } from '../messages.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { forget, nameOfMessage } from './forgotten.ts';

/** Nobody asks for a moment that late: it is forgotten for good. */
const forGood = 8_640_000_000_000_000;

export type Removed = { threads: number; messages: number; texts: string[] };

/**
 * Threads with everything that hangs on them; what stays is one row each that says there was one. None of them may come in
 * again. The only way in which retention and erasing remove anything.
 */
export const removeThreads = (
  tx: Tx,
  rows: readonly ThreadRow[],
  { at, because }: { at: Ms; because: 'erased' | 'retention' },
): Removed => {
  const removed: Removed = { threads: rows.length, messages: 0, texts: [] };
  for (const row of rows) {
    const messages = tx.all<MessageRow>('SELECT * FROM messages WHERE thread_id = ?', row.id);
    removed.messages += messages.length;
    removed.texts.push(...rememberGone(tx, row.account_id, messages, because));
    put(tx, 'retention_remains', {
      ...{ thread_id: row.id, account_id: row.account_id, because, gone_at: at },
      ...{ first_at: row.first_at, last_at: row.last_at, closed_at: row.closed_at },
      ...{ inbound: row.inbound, outbound: row.outbound, direct: row.direct },
    });
    unlink(tx, row);
  }
  dropThreads(
    tx,
    rows.map(({ id }) => id),
  );
  return removed;
};

/** What they ever said; where others quote them, nothing of it stands any more when a person is erased. */
export const rememberGone = (
  tx: Tx,
  accountId: string,
  messages: readonly MessageRow[],
  because: 'erased' | 'retention',
): string[] => {
  const provider = accountId.split(':', 1)[0] ?? '';
  const names: { name: string; until: number }[] = [];
  const texts: string[] = [];
  for (const message of messages) {
    const versions = versionsOf(tx, message.id);
    const remoteIds = new Set([
      message.remote_id,
      message.version_id,
      ...versions.map(({ versionId }) => versionId),
    ]);
    for (const remoteId of remoteIds) {
      names.push({ name: nameOfMessage(provider, message.kind, remoteId), until: forGood });
      if (because === 'erased') emptyQuotes(tx, remoteId);
    }
    if (because === 'erased') texts.push(message.text, ...versions.map(({ text }) => text));
  }
  forget(tx, names);
  return texts.filter((text) => text !== '');
};

/** Neither their words nor who they are stays with those who quoted them. */
const emptyQuotes = (tx: Tx, remoteId: string): void => {
  const rows = tx.all<MessageRow>(
    "SELECT * FROM messages WHERE json_extract(extras, '$.quoted.remoteId') = ? AND extras IS NOT NULL",
    remoteId,
  );
  for (const row of rows) {
    const extras = JSON.parse(row.extras ?? '{}') as { quoted: object };
    putMessage(tx, {
      ...row,
      extras: JSON.stringify({ ...extras, quoted: { ...extras.quoted, handle: null, text: null } }),
    });
  }
};

/** A later thread of the same customer names no thread that is gone. */
const unlink = (tx: Tx, { id, customer_id, account_id, previous_id }: ThreadRow): void => {
  const later = tx.all<ThreadRow>(
    'SELECT * FROM threads WHERE customer_id = ? AND account_id = ? AND previous_id = ?',
    customer_id,
    account_id,
    id,
  );
  for (const row of later) put(tx, 'threads', { ...row, previous_id }, row);
};
