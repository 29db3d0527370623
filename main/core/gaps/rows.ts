import { AppError } from '../../../shared/errors.ts';
import type { AccountId, GapId } from '../../../shared/ids.ts';
import type { Gap, Ms, Stream } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';

/** The only file that writes `gaps`. */
export type GapRow = {
  id: string;
  account_id: string;
  stream: Stream;
  from_at: Ms | null;
  until_at: Ms;
  kind: Gap['kind'];
  reason: string;
  found_at: Ms;
  ended_at: Ms | null;
  ended_by: string | null;
  revision: number;
};

/** Those that are open, the newest span first. */
export const allGaps = (db: Reader): Gap[] =>
  db.all<GapRow>('SELECT * FROM gaps WHERE ended_at IS NULL ORDER BY until_at DESC, id DESC').map(gapOf);

/** Throws `not-found`. */
export const getGap = (db: Reader, id: string): GapRow => {
  const row = db.find<GapRow>('SELECT * FROM gaps WHERE id = ?', id);
  if (!row) throw new AppError('not-found', 'This gap is not known here.');
  return row;
};

export const putGap = (tx: Tx, row: Omit<GapRow, 'revision'>): void => put(tx, 'gaps', row);

const gapOf = (row: GapRow): Gap => ({
  id: row.id as GapId,
  accountId: row.account_id as AccountId,
  stream: row.stream,
  from: row.from_at,
  until: row.until_at,
  kind: row.kind,
  reason: row.reason,
  foundAt: row.found_at,
  endedAt: row.ended_at,
  revision: row.revision,
});
