import { inParts } from '../threads/in-parts.ts';
import { settle } from '../threads/settle.ts';

/** Policies or calendars have changed: every open thread is counted anew. A turn is less than a frame. */
export const { begin: beginRecount, chore: recountClocks } = inParts({
  name: 'clock.recount',
  placeName: 'clocks.recount',
  perTurn: 150,
  each: (tx, row) => void settle(tx, row.id, {}, row),
});
