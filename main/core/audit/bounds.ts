import type { AuditFilter } from '../../../shared/api/audit.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';

/**
 * Between which rows of the log a span of time lies. Rows are written one after the other, so their times are in order but
 * for a clock that was set back: the few rows about such a moment may be missed at the edges of a span.
 */
export const boundsOf = (
  db: Reader,
  { from, until }: Pick<AuditFilter, 'from' | 'until'>,
): { first: number; last: number } => {
  const newest = db.find<{ seq: number | null }>('SELECT max(seq) AS seq FROM changes')?.seq ?? 0;
  return {
    first: from === undefined ? 1 : firstAt(db, from, newest),
    last: until === undefined ? newest : firstAt(db, until, newest) - 1,
  };
};

/** The first row written at or after a moment; one more than the newest when there is none. */
const firstAt = (db: Reader, at: Ms, newest: number): number => {
  let low = 1;
  let high = newest + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = db.find<{ at: Ms }>('SELECT at FROM changes WHERE seq >= ? ORDER BY seq LIMIT 1', middle);
    if (row && row.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
};
