import type { Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Reader } from '../../db/db.ts';
import { assertMay } from '../agents.ts';
import { applyToMany } from '../bulk/apply.ts';
import { operate, type Desk } from '../desk.ts';
import { cancelItem } from '../outbox/take-back.ts';
import { heldOfAccount } from '../retention/hold-rows.ts';
import { putSchedule, type ScheduleRow } from '../schedules/rows.ts';
import { getAccount, putAccount, type AccountRow } from './rows.ts';

/** How much an account's removal concerns. */
export type Concerned = { openThreads: number; messages: number; unsent: number; doubtful: number };

const most = 100_000;

export const concernedBy = (db: Reader, accountId: string): Concerned => {
  const count = (sql: string, ...values: (string | number)[]): number =>
    db.find<{ n: number }>(sql, ...values)?.n ?? 0;
  return {
    openThreads: count('SELECT count(*) AS n FROM threads WHERE account_id = ? AND is_open = 1', accountId),
    messages: count(
      'SELECT count(*) AS n FROM (SELECT 1 FROM messages WHERE id >= ? AND id < ? LIMIT ?)',
      ...idsOf(accountId),
      most,
    ),
    unsent: unsentOf(db, accountId).length,
    doubtful: count(
      "SELECT count(*) AS n FROM outbox WHERE account_id = ? AND state IN ('sending', 'uncertain')",
      accountId,
    ),
  };
};

/** Ids of an account's messages begin with its own: from the first of these up to, but not including, the second. */
export const idsOf = (accountId: string): [string, string] => [`${accountId}/`, `${accountId}0`];

/** Throws `not-allowed` while nobody knows whether something of it was sent: its tokens are what could tell. */
export const assertRemovable = (
  desk: Desk,
  { accountId, archive, handle }: Parsed<'account.remove'>,
): void => {
  assertMay(desk, 'account.manage');
  const row = getAccount(desk.db, accountId);
  if (row.removed_at !== null) throw new AppError('not-found', 'This account was removed already.');
  if (archive === 'delete') assertTyped(row, handle);
  if (archive === 'delete') assertNotHeld(desk, accountId);
  const { doubtful } = concernedBy(desk.db, accountId);
  if (doubtful === 0) return;
  throw new AppError(
    'not-allowed',
    `${doubtful === 1 ? 'One message of this account is' : `${doubtful} messages of this account are`} on the way, ` +
      'or nobody knows whether they arrived. Settle them in the outbox first. Nothing was removed.',
  );
};

/**
 * The account leaves the desk: what was not sent becomes drafts again, what was scheduled is cancelled, and its history stays
 * to be read, or is deleted in parts from now on. Whoever calls has stopped its reading and sending.
 */
export const removeAccount = (desk: Desk, input: Parsed<'account.remove'>): void => {
  assertRemovable(desk, input);
  const { accountId, archive, openThreads } = input;
  if (openThreads === 'close') {
    const target = { filter: { isOpen: true, account: accountId } };
    applyToMany(desk, { target, action: { do: 'resolve', reason: 'other' }, expected: null });
  }
  operate(desk, { op: 'account.remove', by: desk.me, input: { accountId, archive } }, (tx, at) => {
    // One that is taken back takes the rest of its chain along.
    for (let [item] = unsentOf(tx, accountId); item; [item] = unsentOf(tx, accountId)) {
      cancelItem(tx, at, item.id);
    }
    for (const row of tx.all<ScheduleRow>(
      "SELECT * FROM schedules WHERE account_id = ? AND state IN ('waiting', 'approved')",
      accountId,
    )) {
      putSchedule(tx, { ...row, state: 'cancelled' });
    }
    putAccount(tx, {
      ...getAccount(tx, accountId),
      removed_at: at,
      // Nobody is accountable for what is only read.
      baton_id: null,
      erase_at: archive === 'delete' ? at : null,
      paused_because: 'This account was removed from this desk. Its history can be read.',
    });
    return { value: null };
  });
};

/** An archive that was kept goes too. */
export const eraseArchive = (desk: Desk, { accountId, handle }: Parsed<'account.erase'>): void => {
  assertMay(desk, 'account.manage');
  const row = getAccount(desk.db, accountId);
  if (row.removed_at === null) {
    throw new AppError('not-allowed', 'This account is connected. Remove it first; nothing was deleted.');
  }
  assertTyped(row, handle);
  if (row.erase_at !== null) return;
  assertNotHeld(desk, accountId);
  operate(desk, { op: 'account.eraseBegan', by: desk.me, input: { accountId } }, (tx, at) => {
    putAccount(tx, { ...row, erase_at: at });
    return { value: null };
  });
};

/** What is held is deleted with nothing else either. */
const assertNotHeld = ({ db }: Pick<Desk, 'db'>, accountId: string): void => {
  const held = heldOfAccount(db, accountId);
  if (held === 0) return;
  const some =
    held === 1 ? 'One conversation of this account is' : `${held} conversations of this account are`;
  throw new AppError(
    'not-allowed',
    `${some} on hold. Keep its history, or have that lifted first. Nothing was deleted.`,
  );
};

/** Can't be undone, so it is typed. */
const assertTyped = ({ handle }: AccountRow, typed: string | undefined): void => {
  if (typed?.trim().replace(/^@/u, '').toLowerCase() === handle.toLowerCase()) return;
  throw new AppError('bad-input', `Type @${handle} to delete everything of it. Nothing was deleted.`);
};

const unsentOf = (db: Reader, accountId: string): { id: string }[] =>
  db.all<{ id: string }>(
    "SELECT id FROM outbox WHERE account_id = ? AND state IN ('queued', 'failed') ORDER BY queued_at, id",
    accountId,
  );
