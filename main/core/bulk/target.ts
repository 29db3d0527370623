import { bulkCap, type Target } from '../../../shared/api/bulk.ts';
import { AppError } from '../../../shared/errors.ts';
import { idsWhere } from '../columns/page.ts';
import type { Desk } from '../desk.ts';
import type { ThreadRow } from '../threads/rows.ts';

/** The threads meant, as they are now. Throws `too-long` when a filter holds more than are moved at once. */
export const rowsOf = (desk: Desk, target: Target): ThreadRow[] => {
  const ids = 'threadIds' in target ? target.threadIds : idsWhere(desk, target.filter, bulkCap + 1);
  if (ids.length > bulkCap) {
    const cap = bulkCap.toLocaleString('en');
    throw new AppError('too-long', `This filter holds more than ${cap} threads. Narrow it, then move those.`);
  }
  return desk.db.all<ThreadRow>(
    'SELECT t.* FROM json_each(?) j JOIN threads t ON t.id = j.value',
    JSON.stringify([...new Set(ids)]),
  );
};

/** How many were asked for; more than there are when some were folded away meanwhile. */
export const sizeOf = (target: Target, rows: readonly ThreadRow[]): number =>
  'threadIds' in target ? new Set(target.threadIds).size : rows.length;
