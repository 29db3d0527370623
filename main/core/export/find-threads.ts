import type { ExportScope } from '../../../shared/api/export.ts';
import type { AgentId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/model.ts';
import { parseSearch } from '../../../shared/search/parse.ts';
import type { Db } from '../../db/db.ts';
import type { LongProgress } from '../jobs/long.ts';
import { createFinder } from '../search/find.ts';
import type { Ledger } from './ledger.ts';

/** Whose words they are, and where and when: what a query needs to be read. */
export type Asking = { scope: ExportScope; me: AgentId; now: Ms; zone: string };

/** Writes every thread that is meant into the ledger. False: it was stopped. */
export const findThreads = (db: Db, ledger: Ledger, asking: Asking, progress: LongProgress): boolean => {
  const { scope } = asking;
  switch (scope.what) {
    case 'thread':
      addThreads(db, ledger, 't.id = ?', scope.threadId);
      return true;
    case 'customer':
      addThreads(db, ledger, 't.customer_id = ? ORDER BY t.first_at, t.id', scope.customerId);
      return true;
    case 'search':
      return search(db, ledger, scope.text, asking, progress);
  }
};

const search = (
  db: Db,
  ledger: Ledger,
  text: string,
  { me, now, zone }: Asking,
  progress: LongProgress,
): boolean => {
  const { query } = parseSearch(text, { now, zone });
  if (query === null) return true;
  const find = createFinder(db);
  for (let before: number | null = null; ;) {
    const { found, next, isCut } = find({ query, me, before, limit: pageSize }, () => progress.goesOn());
    for (const threadId of new Set(found.map((one) => one.threadId))) {
      addThreads(db, ledger, 't.id = ?', threadId);
    }
    if (isCut) return false;
    if (next === null) return true;
    before = next;
  }
};

const pageSize = 1000;

const addThreads = (db: Db, ledger: Ledger, where: string, value: string): void => {
  const rows = db
    .statement(
      'SELECT t.id, t.customer_id AS customerId, ' +
        `(SELECT count(*) FROM messages m WHERE m.thread_id = t.id) AS messages FROM threads t WHERE ${where}`,
    )
    .iterate(value) as IterableIterator<{ id: string; customerId: string; messages: number }>;
  for (const row of rows) ledger.add(row);
};
