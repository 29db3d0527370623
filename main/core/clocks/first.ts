import type { Reader } from '../../db/db.ts';
import type { MessageRow } from '../messages.ts';
import { factsOfFirst } from '../queues/routing.ts';
import type { Around } from './clocked.ts';
import { bookOf } from './rows.ts';

/** For a thread that begins with this message, before either is written: nobody has called anybody yet. */
export const aroundFirst = (db: Reader, message: MessageRow): Around => ({
  book: bookOf(db),
  facts: (row) => factsOfFirst(db, row, message),
  calls: [],
});
