import type { Reader, Tx } from '../db/db.ts';

type Hung = { id: string; customer_id: string };
type OnThread = Hung & { thread_id: string | null };

/** Moves what hangs on a customer when two turn out to be one person, or are not after all. Tells which rows. */
export const movingCustomers =
  <R extends Hung>(table: 'notes' | 'phones' | 'escalations', write: (tx: Tx, row: R) => void) =>
  (tx: Tx, from: string, into: string, among?: readonly string[]): string[] => {
    const some = among && new Set(among);
    const rows = tx
      .all<R>(`SELECT * FROM ${table} WHERE customer_id = ?`, from)
      .filter(({ id }) => some === undefined || some.has(id));
    for (const row of rows) write(tx, { ...row, customer_id: into });
    return rows.map(({ id }) => id);
  };

/** Moves what hangs on a thread when it is folded into another, and back. What is the customer's alone stays. */
export const movingThreads = <R extends OnThread>(
  table: 'notes' | 'escalations',
  write: (tx: Tx, row: R) => void,
) => ({
  /** Tells which rows. */
  move: (tx: Tx, from: string, into: string, customerId: string): string[] => {
    const rows = tx.all<R>(`SELECT * FROM ${table} WHERE thread_id = ?`, from);
    for (const row of rows) write(tx, { ...row, thread_id: into, customer_id: customerId });
    return rows.map(({ id }) => id);
  },
  moveBack: (tx: Tx, ids: readonly string[], to: string, customerId: string): void => {
    for (const row of byIds<R>(tx, table, ids)) write(tx, { ...row, thread_id: to, customer_id: customerId });
  },
});

const byIds = <R>(db: Reader, table: string, ids: readonly string[]): R[] =>
  ids.flatMap((id) => db.all<R>(`SELECT * FROM ${table} WHERE id = ?`, id));
