import type { Reader } from '../../db/db.ts';
import type { Patch } from '../threads/patch.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { queueFor } from './routing.ts';

/** What moving by hand sets: no rule moves the thread away again. Null: back to where the rules say. */
export const moved = (db: Reader, row: ThreadRow, queueId: string | null): Patch =>
  queueId === null
    ? { queue_id: queueFor(db, row), queue_by_hand: 0 }
    : { queue_id: queueId, queue_by_hand: 1 };
