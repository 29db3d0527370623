import { AppError } from '../../../shared/errors.ts';
import type { AccountId, AgentId, AlertId } from '../../../shared/ids.ts';
import type { Alert, Ms, Stream } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';

/** The only file that writes `alerts`. */
export type AlertRow = {
  id: string;
  account_id: string;
  kind: Alert['kind'];
  stream: Stream | null;
  text: string;
  raised_at: Ms;
  acknowledged_by: string | null;
  acknowledged_at: Ms | null;
  ended_at: Ms | null;
  revision: number;
};

/** What is still so, the oldest first. */
export const allAlerts = (db: Reader): Alert[] =>
  db.all<AlertRow>('SELECT * FROM alerts WHERE ended_at IS NULL ORDER BY raised_at, id').map(alertOf);

/** Throws `not-found`. */
export const getAlert = (db: Reader, id: string): AlertRow => {
  const row = db.find<AlertRow>('SELECT * FROM alerts WHERE id = ?', id);
  if (!row) throw new AppError('not-found', 'This alert is over.');
  return row;
};

export const putAlert = (tx: Tx, row: Omit<AlertRow, 'revision'>): void => put(tx, 'alerts', row);

const alertOf = (row: AlertRow): Alert => ({
  id: row.id as AlertId,
  accountId: row.account_id as AccountId,
  kind: row.kind,
  stream: row.stream,
  text: row.text,
  raisedAt: row.raised_at,
  acknowledgedBy: row.acknowledged_by as AgentId | null,
  acknowledgedAt: row.acknowledged_at,
  endedAt: row.ended_at,
  revision: row.revision,
});

/** What is still so with one account. */
export const openAlerts = (db: Reader, accountId: string): AlertRow[] =>
  db.all<AlertRow>('SELECT * FROM alerts WHERE ended_at IS NULL AND account_id = ?', accountId);
