import { createHash } from 'node:crypto';
import type { Ms, Quarantined, Stream } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import type { Unreadable } from '../../providers/provider.ts';
import type { Desk } from '../desk.ts';

/** Keeps what could not be read, with its reason. Its id is its content: fetching it again adds nothing. */
export const quarantine = (
  tx: Tx,
  accountId: string,
  stream: Stream,
  unreadable: Unreadable,
  at: number,
): void => {
  const id = createHash('sha256').update(`${accountId}\n${stream}\n${unreadable.raw}`).digest('hex');
  const { changes } = tx.db
    .statement(
      'INSERT OR IGNORE INTO quarantine (id, account_id, stream, remote_id, reason, raw, received_at) ' +
        'VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(id, accountId, stream, unreadable.remoteId, unreadable.reason, unreadable.raw, at);
  // The window shows the number beside the account.
  if (changes > 0) tx.touch('accounts', accountId);
};

export const quarantined = (db: Reader, accountId: string): number =>
  db.find<{ n: number }>('SELECT count(*) AS n FROM quarantine WHERE account_id = ?', accountId)?.n ?? 0;

/** So many are listed; `count` says how many there are. */
const listed = 100;

type Row = {
  id: string;
  stream: Stream;
  remote_id: string | null;
  reason: string;
  received_at: Ms;
  tried_with: string | null;
};

/** The newest first. */
export const quarantineOf = (db: Reader, accountId: string): { items: Quarantined[]; count: number } => ({
  items: db
    .all<Row>(
      'SELECT id, stream, remote_id, reason, received_at, tried_with FROM quarantine WHERE account_id = ? ' +
        `ORDER BY received_at DESC, id LIMIT ${listed}`,
      accountId,
    )
    .map((row) => ({
      id: row.id,
      stream: row.stream,
      remoteId: row.remote_id,
      reason: row.reason,
      receivedAt: row.received_at,
      triedWith: row.tried_with,
    })),
  count: quarantined(db, accountId),
});

/** What is gone at its source is not kept in any other form either. */
export const dropFromQuarantine = (tx: Tx, remoteIds: readonly string[]): void => {
  for (const remoteId of remoteIds) {
    const rows = tx.all<{ account_id: string }>(
      'DELETE FROM quarantine WHERE remote_id = ? RETURNING account_id',
      remoteId,
    );
    for (const { account_id } of rows) tx.touch('accounts', account_id);
  }
};

/** They were read at last. */
export const releaseFromQuarantine = (tx: Tx, accountId: string, ids: readonly string[]): void => {
  for (const id of ids) tx.db.statement('DELETE FROM quarantine WHERE id = ?').run(id);
  if (ids.length > 0) tx.touch('accounts', accountId);
};

/** What could not be read once more, and why not this time. */
export type StillUnread = { id: string; reason: string };

/** A version that failed at it is not to try again by itself. */
export const keepAside = (
  { db }: Pick<Desk, 'db'>,
  accountId: string,
  still: readonly StillUnread[],
  version: string,
): void => {
  if (still.length === 0) return;
  db.transaction((tx) => {
    for (const { id, reason } of still) {
      tx.db
        .statement('UPDATE quarantine SET reason = ?, tried_with = ? WHERE id = ? AND account_id = ?')
        .run(reason, version, id, accountId);
    }
  });
};
