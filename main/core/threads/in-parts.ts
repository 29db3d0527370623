import type { Reader, Tx } from '../../db/db.ts';
import { drop, put } from '../../db/put.ts';
import type { Chore } from '../chores.ts';
import { operate } from '../desk.ts';
import type { ThreadRow } from './rows.ts';

/**
 * Short turns, close together: at 200,000 open threads one takes 3 to 5 ms (measured; 100 threads took 11 to 16), all of
 * them some six minutes, and whoever works meanwhile waits for none.
 */
const perTurn = 40;
const apartMs = 60;

/** A way through all open threads: begun by whoever changes what they are judged by, and gone by the chore. */
export type InParts = { begin: (tx: Tx) => void; chore: Chore };

/**
 * Asks every open thread anew, so many in a turn. From the longest waiting to the newest: what moves meanwhile moves
 * forward, and is met again. The place is kept in the database, so that a restart goes on; beginning again begins anew.
 */
export const inParts = (of: {
  /** Of the chore, and of its rows in `changes`. */
  name: string;
  /** Under which the settings keep the place. */
  placeName: string;
  each: (tx: Tx, row: ThreadRow) => void;
}): InParts => ({
  begin: (tx) => keepPlace(tx, of.placeName, { sortAt: Number.MIN_SAFE_INTEGER, id: '' }),
  chore: {
    name: of.name,
    apartMs,
    dueAt: ({ db }) => (placeOf(db, of.placeName) === undefined ? Infinity : 0),
    run(desk) {
      operate(desk, { op: of.name, by: 'desk', input: {} }, (tx) => {
        const place = placeOf(tx, of.placeName);
        if (!place) return { value: null };
        const rows = tx.all<ThreadRow>(
          'SELECT * FROM threads WHERE is_open = 1 AND (sort_at, id) > (?, ?) ORDER BY sort_at, id LIMIT ?',
          place.sortAt,
          place.id,
          perTurn,
        );
        for (const row of rows) of.each(tx, row);
        const last = rows.at(-1);
        if (last && rows.length === perTurn)
          keepPlace(tx, of.placeName, { sortAt: last.sort_at, id: last.id });
        else drop(tx, 'settings', of.placeName);
        return { value: null };
      });
    },
  },
});

type Place = { sortAt: number; id: string };

const keepPlace = (tx: Tx, name: string, place: Place): void =>
  put(tx, 'settings', { name, value: JSON.stringify(place) });

const placeOf = (db: Reader, name: string): Place | undefined => {
  const row = db.find<{ value: string }>('SELECT value FROM settings WHERE name = ?', name);
  return row && (JSON.parse(row.value) as Place);
};
