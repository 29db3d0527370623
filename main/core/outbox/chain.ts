import type { Reader, Tx } from '../../db/db.ts';
import { findItem, putItem, type OutboxRow } from './rows.ts';

/** The id of a further part: made of the first one's, so that the same intention can't be queued in two chains. */
export const partId = (id: string, part: number): string => (part === 1 ? id : `${id}/${part}`);

/** All parts of a message, in their order; one for a message that is no chain. */
export const partsOf = (db: Reader, row: OutboxRow): OutboxRow[] => {
  if (row.parts === 1) return [row];
  let first = row;
  for (let before = row.after_id; before !== null; before = first.after_id) {
    const found = findItem(db, before);
    if (!found) break;
    first = found;
  }
  const all = [first];
  for (let next = nextOf(db, first); next; next = nextOf(db, next)) all.push(next);
  return all;
};

/** The part that waits for this one; not what is left of a longer chain that was taken back and sent again as a shorter one. */
const nextOf = (db: Reader, { id, parts }: OutboxRow): OutboxRow | undefined =>
  db.find<OutboxRow>('SELECT * FROM outbox WHERE after_id = ? AND parts = ?', id, parts);

/** Says on all parts after this one what they wait for; null: nothing but their turn. */
export const holdRest = (tx: Tx, row: OutboxRow, reason: string | null): void => {
  if (row.parts === 1) return;
  for (const later of partsOf(tx, row)) {
    if (later.part <= row.part || later.state !== 'queued' || later.reason === reason) continue;
    putItem(tx, { ...later, code: reason === null ? null : 'held', reason });
  }
};

/** What the parts after one in this state wait for, in words. */
export const heldBecause = ({ part, state }: OutboxRow): string | null => {
  switch (state) {
    case 'failed':
      return `Part ${part} was not sent. This one follows when it is.`;
    case 'uncertain':
      return `It is not known yet whether part ${part} arrived. This one follows then.`;
    case 'cancelled':
    case 'queued':
    case 'sending':
    case 'sent':
      return null;
  }
};

/** Part of an answer whose rest was taken back: alone it would make no sense, so it is never sent anew. */
export const isLeftOver = (db: Reader, row: OutboxRow): boolean =>
  row.parts > 1 && partsOf(db, row).some(({ part, state }) => part > row.part && state === 'cancelled');
