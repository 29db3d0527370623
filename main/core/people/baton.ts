import type { Changed, Parsed } from '../../../shared/api.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { connectedAccounts, getAccount, putAccount } from '../accounts/rows.ts';
import { assertMay, seatFor, type AgentRow } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { getSuccessor, successorsOf } from './successors.ts';

/** A baton that went from one person to another. */
export type Passed = { accountId: string; was: string | null; now: string };

/** Exactly one person is accountable for an account. One's own baton anybody may pass on; another's, who may assign. */
export const passBaton = (desk: Desk, { accountId, to }: Parsed<'baton.pass'>): Changed => {
  const { baton_id } = getAccount(desk.db, accountId);
  assertMay(desk, baton_id === desk.me || baton_id === null ? 'thread.work' : 'thread.assign');
  getSuccessor(desk.db, to);
  return hand(desk, 'baton.pass', accountId, to);
};

/** Taking it needs nobody's leave: the log says who did, and it can be taken back. */
export const takeBaton = (desk: Desk, { accountId }: Parsed<'baton.take'>): Changed => {
  assertMay(desk, 'thread.work');
  getSuccessor(desk.db, desk.me);
  return hand(desk, 'baton.take', accountId, desk.me);
};

const hand = (desk: Desk, op: string, accountId: string, to: string): Changed => {
  if (getAccount(desk.db, accountId).baton_id === to) return { seq: null };
  const { seq } = operate(desk, { op, by: desk.me, input: { accountId, to } }, (tx) => ({
    value: null,
    inverse: { op: 'baton.return', input: { batons: [moveBaton(tx, accountId, to)] } },
  }));
  return { seq };
};

/** Inside another operation. */
export const moveBaton = (tx: Tx, accountId: string, to: string): Passed => {
  const row = getAccount(tx, accountId);
  putAccount(tx, { ...row, baton_id: to });
  return { accountId, was: row.baton_id, now: to };
};

/** Whoever comes on duty takes over from those who had nobody to pass their batons to. */
export const relieve = (tx: Tx, id: string): Passed[] =>
  tx
    .all<{ id: string }>(
      'SELECT c.id FROM accounts c JOIN agents a ON a.id = c.baton_id ' +
        "WHERE a.id <> ? AND (a.duty = 'off' OR a.left_at IS NOT NULL)",
      id,
    )
    .map((account) => moveBaton(tx, account.id, id));

/** The first to answer for an account: this person, or whoever is there. */
export const firstAccountable = (db: Reader, preferred: AgentRow['id']): string =>
  db.find<{ id: string }>(
    "SELECT id FROM agents WHERE id = ? AND left_at IS NULL AND role <> 'reviewer'",
    preferred,
  )?.id ??
  successorsOf(db, preferred)[0]?.id ??
  seatFor(db, preferred as never, undefined);

/** An account of an earlier version, or whose person is gone, gets somebody when the desk opens. */
export const settleBatons = (desk: Desk): void => {
  const without = connectedAccounts(desk.db).filter(({ baton_id }) => !isHeld(desk.db, baton_id));
  if (without.length === 0) return;
  const to = firstAccountable(desk.db, desk.me);
  const input = { accountIds: without.map(({ id }) => id), to };
  operate(desk, { op: 'baton.begin', by: 'desk', input }, (tx) => {
    for (const { id } of without) moveBaton(tx, id, to);
    return { value: null };
  });
};

const isHeld = (db: Reader, id: string | null): boolean =>
  id !== null && db.find('SELECT 1 FROM agents WHERE id = ? AND left_at IS NULL', id) !== undefined;
