import { createHash } from 'node:crypto';
import type { Stream } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import type { Unreadable } from '../../providers/provider.ts';

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
