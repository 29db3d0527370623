import { AppError } from '../../../shared/errors.ts';
import type { AccountId, AgentId } from '../../../shared/ids.ts';
import type { Account, ProviderId } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';

export type AccountRow = {
  id: string;
  provider: ProviderId;
  remote_id: string;
  handle: string;
  name: string;
  is_practice: 0 | 1;
  paused_because: string | null;
  /** Messages written before this time are context, never work: connecting a brand must not flood the queue. */
  history_from: number;
  baton_id: string | null;
  /** Null: connected; else only its archive is here. */
  removed_at: number | null;
  /** Null: its archive is kept; else everything of it is being deleted, in parts, since then. */
  erase_at: number | null;
  /** The customer's own app at the network: not a secret. Null: practice. */
  client_id: string | null;
  revision: number;
};

export const accountIdOf = (provider: ProviderId, remoteId: string): AccountId =>
  `${provider}:account:${remoteId}` as AccountId;

export const allAccounts = (db: Reader): AccountRow[] =>
  db.all<AccountRow>('SELECT * FROM accounts ORDER BY id');

/** Without those of which only the archive is here. */
export const connectedAccounts = (db: Reader): AccountRow[] =>
  allAccounts(db).filter(({ removed_at }) => removed_at === null);

/** Throws `not-found`. */
export const getAccount = (db: Reader, id: string): AccountRow => {
  const row = db.find<AccountRow>('SELECT * FROM accounts WHERE id = ?', id);
  if (!row) throw new AppError('not-found', 'This account is not connected to this desk.');
  return row;
};

export const putAccount = (tx: Tx, row: Omit<AccountRow, 'revision'>): void => put(tx, 'accounts', row);

export const accountOf = (row: AccountRow): Account => ({
  id: row.id as AccountId,
  provider: row.provider,
  remoteId: row.remote_id,
  handle: row.handle,
  name: row.name,
  // Practice alone connects without an app of the customer's own.
  isPractice: row.is_practice === 1 && row.client_id === null,
  isStandIn: row.is_practice === 1 && row.client_id !== null,
  pausedBecause: row.paused_because,
  batonId: row.baton_id as AgentId | null,
  revision: row.revision,
});
