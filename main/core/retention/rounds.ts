import type { Ms } from '../../../shared/model.ts';
import type { Db, Reader } from '../../db/db.ts';

/** The only file that writes `retention_rounds`: the daily look at what is due, and how far it is. */
export type Round = {
  began_at: Ms;
  /** Null: it goes on. */
  ended_at: Ms | null;
  place: string;
  threads: number;
  messages: number;
  directs: number;
};

export const lastRound = (db: Reader): Round | null =>
  db.find<Round>('SELECT * FROM retention_rounds WHERE one = 1') ?? null;

export const keepRound = (db: Db, round: Round): void => {
  const { began_at, ended_at, place, threads, messages, directs } = round;
  db.statement(
    'INSERT OR REPLACE INTO retention_rounds (one, began_at, ended_at, place, threads, messages, directs) ' +
      'VALUES (1, ?, ?, ?, ?, ?, ?)',
  ).run(began_at, ended_at, place, threads, messages, directs);
};

/** Other days hold from now on: a round begins as soon as it can. */
export const endRound = (db: Db): void => void db.statement('DELETE FROM retention_rounds').run();
