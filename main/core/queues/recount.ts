import { inParts } from '../threads/in-parts.ts';
import { putThread } from '../threads/settle.ts';
import { routed } from './routing.ts';

/** The rules have changed: every open thread is asked anew. */
export const { begin: beginRecount, chore: recount } = inParts({
  name: 'queue.recount',
  placeName: 'queues.recount',
  each: (tx, row) => {
    const next = { ...row, ...routed(tx, row) };
    if (next.queue_id !== row.queue_id || next.queue_by_hand !== row.queue_by_hand) putThread(tx, next, row);
  },
});
