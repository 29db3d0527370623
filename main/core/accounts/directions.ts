import {
  directions,
  type AccountDirection,
  type DirectionState,
  type MessageKind,
} from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';
import { operate, type Desk } from '../desk.ts';
import { getAccount } from './rows.ts';

/** The only file that writes `directions`: what an account may do, each direction for itself. */
type DirectionRow = {
  account_id: string;
  direction: AccountDirection;
  state: DirectionState['state'];
  reason: string | null;
  at: number;
};

/** All four, in their order; one that was never tried is `unknown`. */
export const directionsOf = (db: Reader, accountId: string): DirectionState[] => {
  const rows = db.all<DirectionRow>('SELECT * FROM directions WHERE account_id = ?', accountId);
  return directions.map((direction) => {
    const row = rows.find((one) => one.direction === direction);
    return { direction, state: row?.state ?? 'unknown', reason: row?.reason ?? null, at: row?.at ?? 0 };
  });
};

/**
 * What reading or sending taught about a direction. Says nothing twice, and costs one look by key when nothing is new, so it
 * may be told after every call. Not inside an operation: there, `putDirection`.
 */
export const learnDirection = (
  desk: Desk,
  accountId: string,
  direction: AccountDirection,
  state: DirectionState['state'],
  reason: string | null,
): void => {
  if (isKnown(desk.db, accountId, direction, state, reason)) return;
  const { provider } = getAccount(desk.db, accountId);
  operate(
    desk,
    { op: 'account.direction', by: provider, input: { accountId, direction, state } },
    (tx, at) => {
      putDirection(tx, at, accountId, direction, state, reason);
      return { value: null };
    },
  );
};

/** The same, in an operation that is under way. `at` stays as it was while the state does. */
export const putDirection = (
  tx: Tx,
  at: number,
  accountId: string,
  direction: AccountDirection,
  state: DirectionState['state'],
  reason: string | null,
): void => {
  if (isKnown(tx, accountId, direction, state, reason)) return;
  const known = find(tx, accountId, direction);
  const since = known?.state === state ? known.at : at;
  put(tx, 'directions', { account_id: accountId, direction, state, reason, at: since });
};

const isKnown = (
  db: Reader,
  accountId: string,
  direction: AccountDirection,
  state: DirectionState['state'],
  reason: string | null,
): boolean => {
  const known = find(db, accountId, direction);
  return known !== undefined && known.state === state && known.reason === reason;
};

const find = (db: Reader, accountId: string, direction: AccountDirection): DirectionRow | undefined =>
  db.find<DirectionRow>(
    'SELECT * FROM directions WHERE account_id = ? AND direction = ?',
    accountId,
    direction,
  );

/** What sending something of this kind needs. */
export const writing = (kind: MessageKind): AccountDirection =>
  kind === 'post' ? 'write-posts' : 'write-directs';
