import type { Ms } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';
import type { FailureDetail } from '../../providers/provider.ts';
import { getAccount } from '../accounts/rows.ts';
import { identityIdOf } from '../identities.ts';
import { getMessage, putMessage } from '../messages.ts';
import type { OutboxRow } from './rows.ts';

/** The only file that writes `direct_rights`: what a refusal or an acceptance taught about who may be answered. */
type DirectRow = {
  account_id: string;
  identity_id: string;
  state: 'open' | 'closed' | 'encrypted';
  at: Ms;
  revision: number;
};

export const findDirectRight = (db: Reader, accountId: string, identityId: string): DirectRow | undefined =>
  db.find<DirectRow>(
    'SELECT * FROM direct_rights WHERE account_id = ? AND identity_id = ?',
    accountId,
    identityId,
  );

/** The network said no, and what about. */
export const learnRefused = (tx: Tx, at: Ms, row: OutboxRow, detail: FailureDetail | null): void => {
  switch (detail) {
    case 'not-summoned':
    case 'deleted-target':
      return refuse(tx, row, detail);
    case 'dm-closed':
      return noteDirect(tx, at, row, 'closed');
    case 'encrypted':
      return noteDirect(tx, at, row, 'encrypted');
    case 'duplicate':
    case null:
  }
};

/** It took one: a direct message may be written, and what it refused before it takes now. */
export const learnTaken = (tx: Tx, at: Ms, row: OutboxRow): void => {
  if (row.kind === 'dm') noteDirect(tx, at, row, 'open');
  else refuse(tx, row, null);
};

const refuse = (tx: Tx, row: OutboxRow, refused: string | null): void => {
  if (row.thread_id === null || row.in_reply_to === null || row.part > 1) return;
  const answered = tx.find<{ id: string; refused: string | null }>(
    "SELECT id, refused FROM messages WHERE thread_id = ? AND kind = 'post' AND version_id = ?",
    row.thread_id,
    row.in_reply_to,
  );
  if (!answered || answered.refused === refused) return;
  putMessage(tx, { ...getMessage(tx, answered.id), refused });
  tx.touch('threads', row.thread_id);
};

const noteDirect = (tx: Tx, at: Ms, row: OutboxRow, state: DirectRow['state']): void => {
  if (row.to_remote_id === null) return;
  const identityId = identityIdOf(getAccount(tx, row.account_id).provider, row.to_remote_id);
  const known = findDirectRight(tx, row.account_id, identityId);
  // Open once more is no news; closed once more is: what was written to us in between proved nothing.
  if (known?.state === state && state === 'open') return;
  put(tx, 'direct_rights', { account_id: row.account_id, identity_id: identityId, state, at });
  if (row.thread_id !== null) tx.touch('threads', row.thread_id);
};
