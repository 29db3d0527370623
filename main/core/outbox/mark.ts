import type { Tx } from '../../db/db.ts';
import { operate, type Desk } from '../desk.ts';
import { heldBecause, holdRest } from './chain.ts';
import { getItem, putItem, type OutboxRow } from './rows.ts';

export type Change = Partial<OutboxRow> & Pick<OutboxRow, 'state'>;

/** What the desk itself finds out about an item. The parts after it say what they wait for. */
export const mark = (
  desk: Desk,
  id: string,
  change: Change,
  also?: (tx: Tx, at: number, row: OutboxRow) => void,
): OutboxRow => {
  const input = { id, state: change.state, code: change.code ?? null };
  return byDesk(desk, 'outbox.mark', id, input, (tx, at) => {
    const row = { ...getItem(tx, id), ...change, state_at: at };
    putItem(tx, row);
    holdRest(tx, row, heldBecause(row));
    also?.(tx, at, row);
    return row;
  });
};

/** An operation nobody asked for, on one item. */
export const byDesk = <T>(
  desk: Desk,
  op: string,
  id: string,
  input: object,
  body: (tx: Tx, at: number) => T,
): T => {
  const { thread_id } = getItem(desk.db, id);
  const what = { op, by: 'x', input };
  return operate(desk, thread_id === null ? what : { ...what, threadId: thread_id }, (tx, at) => ({
    value: body(tx, at),
  })).value;
};
