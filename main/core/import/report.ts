import type { Reader } from '../../db/db.ts';
import { refusalsOf } from './rows.ts';

/** Rows that were not taken, and why, as a table. Both columns are our own words: nothing in them is a formula. */
export const reportOf = (db: Reader, id: string): string =>
  [
    'row,reason',
    ...refusalsOf(db, id, 1_000_000).map(({ row, reason }) => `${row},"${reason.replaceAll('"', '""')}"`),
    '',
  ].join('\r\n');
