import type { Reader, Tx } from '../../db/db.ts';
import { drop, put } from '../../db/put.ts';
import type { Chore } from '../chores.ts';
import { operate } from '../desk.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { putThread } from '../threads/settle.ts';
import { routed } from './routing.ts';

/** So many threads are asked in one turn: less than a frame. */
const perTurn = 100;

/** The rules have changed: every open thread is asked anew, in parts. Kept in the database, so that a restart goes on. */
export const beginRecount = (tx: Tx): void => keepPlace(tx, { sortAt: Number.MIN_SAFE_INTEGER, id: '' });

/** From the longest waiting to the newest: what moves meanwhile moves forward, and is met again. */
export const recount: Chore = {
  name: 'queue.recount',
  dueAt: ({ db }) => (placeOf(db) === undefined ? Infinity : 0),
  run(desk) {
    operate(desk, { op: 'queue.recount', by: 'desk', input: {} }, (tx) => {
      const place = placeOf(tx);
      if (!place) return { value: null };
      const rows = tx.all<ThreadRow>(
        'SELECT * FROM threads WHERE is_open = 1 AND (sort_at, id) > (?, ?) ORDER BY sort_at, id LIMIT ?',
        place.sortAt,
        place.id,
        perTurn,
      );
      for (const row of rows) {
        const next = { ...row, ...routed(tx, row) };
        if (next.queue_id !== row.queue_id || next.queue_by_hand !== row.queue_by_hand)
          putThread(tx, next, row);
      }
      const last = rows.at(-1);
      if (last && rows.length === perTurn) keepPlace(tx, { sortAt: last.sort_at, id: last.id });
      else drop(tx, 'settings', name);
      return { value: null };
    });
  },
};

type Place = { sortAt: number; id: string };
const name = 'queues.recount';

const keepPlace = (tx: Tx, place: Place): void => put(tx, 'settings', { name, value: JSON.stringify(place) });

const placeOf = (db: Reader): Place | undefined => {
  const row = db.find<{ value: string }>('SELECT value FROM settings WHERE name = ?', name);
  return row && (JSON.parse(row.value) as Place);
};
