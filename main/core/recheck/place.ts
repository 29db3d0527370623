import type { Ms } from '../../../shared/model.ts';
import type { Db, Reader } from '../../db/db.ts';

/** The only file that writes `rechecks`: how far each part of an account's messages was compared with the network. */
export type Part = 'open' | 'recent';
export type Place = { beganAt: Ms; endedAt: Ms | null; at: string };

export const placeOf = (db: Reader, accountId: string, part: Part): Place | undefined => {
  const row = db.find<{ place: string; began_at: Ms; ended_at: Ms | null }>(
    'SELECT place, began_at, ended_at FROM rechecks WHERE account_id = ? AND part = ?',
    accountId,
    part,
  );
  return row && { at: row.place, beganAt: row.began_at, endedAt: row.ended_at };
};

export const keepPlace = (db: Db, accountId: string, part: Part, { at, beganAt, endedAt }: Place): void => {
  db.statement(
    'INSERT OR REPLACE INTO rechecks (account_id, part, place, began_at, ended_at) VALUES (?, ?, ?, ?, ?)',
  ).run(accountId, part, at, beganAt, endedAt);
};
