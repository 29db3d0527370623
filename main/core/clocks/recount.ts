import { inParts } from '../threads/in-parts.ts';
import { settle } from '../threads/settle.ts';

/** Policies or calendars have changed: every open thread is counted anew. */
export const { begin: beginRecount, chore: recountClocks } = inParts({
  name: 'clock.recount',
  placeName: 'clocks.recount',
  each: (tx, row) => void settle(tx, row.id, {}, row),
});
