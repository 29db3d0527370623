import type { Ms } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';

/** The only file that writes `holds`. */
export type HoldRow = {
  id: string;
  customer_id: string;
  /** Null: everything of this customer. */
  thread_id: string | null;
  reason: string;
  set_by: string;
  set_at: Ms;
  /** Null: it holds. */
  lifted_by: string | null;
  lifted_at: Ms | null;
  lifted_because: string | null;
  revision: number;
};

export const putHold = (tx: Tx, row: Omit<HoldRow, 'revision'>): void => put(tx, 'holds', row);

export const findHold = (db: Reader, id: string): HoldRow | undefined =>
  db.find<HoldRow>('SELECT * FROM holds WHERE id = ?', id);

/** Whether a thread `t` is held, by itself or with its customer; for a WHERE. */
export const isHeldSql =
  'EXISTS (SELECT 1 FROM holds h WHERE h.thread_id = t.id AND h.lifted_at IS NULL) OR ' +
  'EXISTS (SELECT 1 FROM holds h WHERE h.customer_id = t.customer_id AND h.thread_id IS NULL AND h.lifted_at IS NULL)';

/** Those of these threads that are held. */
export const heldAmong = (db: Reader, threadIds: readonly string[]): Set<string> =>
  new Set(
    db
      .all<{ id: string }>(
        `SELECT t.id FROM json_each(?) j CROSS JOIN threads t ON t.id = j.value WHERE ${isHeldSql}`,
        JSON.stringify(threadIds),
      )
      .map(({ id }) => id),
  );

/** What holds something of a customer: all of them, or a thread. The oldest first. */
export const holdsOnCustomer = (db: Reader, customerId: string): HoldRow[] =>
  db.all<HoldRow>(
    'SELECT * FROM holds WHERE lifted_at IS NULL AND thread_id IS NULL AND customer_id = ? UNION ALL ' +
      'SELECT h.* FROM threads t CROSS JOIN holds h ON h.thread_id = t.id ' +
      'WHERE t.customer_id = ? AND h.lifted_at IS NULL ORDER BY set_at',
    customerId,
    customerId,
  );

/** What there is and was on a thread and its customer, the newest first. */
export const holdsAbout = (db: Reader, threadId: string, customerId: string): HoldRow[] =>
  db.all<HoldRow>(
    'SELECT * FROM holds WHERE thread_id = ? UNION ALL ' +
      'SELECT * FROM holds WHERE customer_id = ? AND thread_id IS NULL ORDER BY set_at DESC',
    threadId,
    customerId,
  );

/** Whether anything of an account is held. */
export const heldOfAccount = (db: Reader, accountId: string): number =>
  db.find<{ n: number }>(
    'SELECT count(*) AS n FROM (SELECT t.id FROM holds h CROSS JOIN threads t ON t.id = h.thread_id ' +
      'WHERE h.lifted_at IS NULL AND t.account_id = ? UNION ' +
      'SELECT t.id FROM holds h CROSS JOIN threads t ON t.customer_id = h.customer_id ' +
      'WHERE h.lifted_at IS NULL AND h.thread_id IS NULL AND t.account_id = ?)',
    accountId,
    accountId,
  )?.n ?? 0;

/**
 * Two threads or customers become one, or one becomes two: what holds the one holds the other as well. The hold itself stays
 * where it is, for they may be parted again.
 */
export const holdLikewise = (
  tx: Tx,
  from: { threadId: string } | { customerId: string },
  to: { threadId: string; customerId: string } | { customerId: string },
): void => {
  const rows =
    'threadId' in from
      ? tx.all<HoldRow>('SELECT * FROM holds WHERE thread_id = ? AND lifted_at IS NULL', from.threadId)
      : tx.all<HoldRow>(
          'SELECT * FROM holds WHERE customer_id = ? AND thread_id IS NULL AND lifted_at IS NULL',
          from.customerId,
        );
  const thread_id = 'threadId' in to ? to.threadId : null;
  for (const { revision: _, ...row } of rows) {
    const id = `${row.id.split('/', 1)[0]}/${thread_id ?? to.customerId}`;
    if (!findHold(tx, id)) putHold(tx, { ...row, id, thread_id, customer_id: to.customerId });
  }
};
