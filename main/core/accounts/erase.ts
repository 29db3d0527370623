import type { Tx } from '../../db/db.ts';
import { drop } from '../../db/put.ts';
import type { Chore } from '../chores.ts';
import { operate, type Desk } from '../desk.ts';
import { sweepFiles } from '../uploads/sweep.ts';
import { eraseLoose, eraseRest, eraseThreads } from './erase-parts.ts';
import { createUsed, eraseUnused } from './erase-people.ts';
import { getAccount, type AccountRow } from './rows.ts';

/**
 * Deletes everything of an account, a part each turn, in the order in which one row needs the other: threads and what hangs on
 * them, messages without a thread, the account's own lists, the people nobody else knows, the account. It goes on after a
 * restart, for what is left is the only mark of how far it came. The log keeps ids.
 */
export const erasing: Chore = {
  name: 'account.erase',
  apartMs: 20,
  dueAt: (desk) => next(desk)?.erase_at ?? Infinity,
  run(desk) {
    const account = next(desk);
    if (!account) return;
    const what = { op: 'account.erase', by: 'desk', input: { accountId: account.id } };
    const { value: isDone } = operate(desk, what, (tx) => ({ value: part(tx, desk, account) }));
    if (!isDone) return;
    people.delete(desk.db);
    sweepFiles(desk);
    // secure_delete has overwritten it in the file; what the log of the database still holds goes now.
    desk.db.raw.pragma('wal_checkpoint(TRUNCATE)');
  },
};

const next = (desk: Desk): AccountRow | undefined =>
  desk.db.find<AccountRow>('SELECT * FROM accounts WHERE erase_at IS NOT NULL ORDER BY erase_at LIMIT 1');

/** Who is still needed, gathered over several turns. */
const people = new WeakMap<Desk['db'], ReturnType<typeof createUsed>>();

/** True when nothing is left. */
const part = (tx: Tx, { db }: Desk, account: AccountRow): boolean => {
  if (eraseThreads(tx, account.id) || eraseLoose(tx, account.id)) return false;
  eraseRest(tx, account.id);
  let used = people.get(db);
  if (!used) people.set(db, (used = createUsed()));
  if (used.gather(tx) || eraseUnused(tx, used)) return false;
  drop(tx, 'accounts', getAccount(tx, account.id).id);
  return true;
};
