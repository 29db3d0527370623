import type { Parsed, PhonesPage } from '../../../shared/api.ts';
import { isLive, type Phone } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import { escalationOf, phoneOf, phonesOf, shown, type ShownRow } from './rows.ts';

/** One column of the board, by keyset: live ones by when they are due, ended ones the newest first. */
export const phonesPage = (db: Reader, { state, after, limit }: Parsed<'phones.page'>): PhonesPage => {
  const rows = isLive(state) ? dueFirst(db, state, after, limit) : newestFirst(db, state, after, limit);
  return {
    escalations: rows.slice(0, limit).map((row) => escalationOf(db, row)),
    hasMore: rows.length > limit,
  };
};

export const phonesOfCustomer = (db: Reader, customerId: string): Phone[] =>
  phonesOf(db, customerId).map(phoneOf);

type After = Parsed<'phones.page'>['after'];

export const dueFirst = (db: Reader, state: string, after: After, limit: number): ShownRow[] =>
  db.all<ShownRow>(
    `${shown} WHERE e.state = ? AND (e.due_at, e.id) > (?, ?) ORDER BY e.due_at, e.id LIMIT ?`,
    state,
    after?.at ?? -1,
    after?.id ?? '',
    limit + 1,
  );

export const newestFirst = (db: Reader, state: string, after: After, limit: number): ShownRow[] =>
  db.all<ShownRow>(
    `${shown} WHERE e.state = ? AND e.ended_at IS NOT NULL AND (e.ended_at, e.id) < (?, ?) ` +
      'ORDER BY e.ended_at DESC, e.id DESC LIMIT ?',
    state,
    after?.at ?? Number.MAX_SAFE_INTEGER,
    after?.id ?? '',
    limit + 1,
  );
