import { z } from 'zod';
import type { Changed, Parsed } from '../../../shared/api.ts';
import { queueCap, type QueueDraft } from '../../../shared/api/queues.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Tx } from '../../db/db.ts';
import { assertMay } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { taking, type Inverses } from '../inverse.ts';
import { beginRecount } from './recount.ts';
import { allQueues, findQueueRow, getQueueRow, putQueue, type QueueRow } from './rows.ts';

/** Throws `moved-on` when somebody else has saved it since. */
export const saveQueue = (desk: Desk, { id, revision, queue }: Parsed<'queue.save'>): Changed => {
  assertMay(desk, 'queue.manage');
  const before = findQueueRow(desk.db, id);
  if ((before?.revision ?? null) !== revision) throw changedSince();
  if (before && before.removed_at !== null) getQueueRow(desk.db, id);
  const queues = allQueues(desk.db);
  assertName(queues, id, queue.name);
  if (!before && queues.length >= queueCap) {
    throw new AppError('not-allowed', `A desk has at most ${queueCap} queues.`);
  }
  const position = before?.position ?? Math.max(-1, ...queues.map((one) => one.position)) + 1;
  return operation(desk, 'queue.save', { id }, (tx) => {
    const left: Columns = { id, position, removed_at: null, ...columnsOf(queue) };
    putQueue(tx, left);
    if (!before || before.rules !== left.rules) beginRecount(tx);
    return before
      ? { op: 'queue.restore', input: { row: before, left } }
      : { op: 'queue.drop', input: { left } };
  });
};

/** Its threads go to where the other rules say, or are shown as nobody's queue. */
export const removeQueue = (desk: Desk, { id, revision }: Parsed<'queue.remove'>): Changed => {
  assertMay(desk, 'queue.manage');
  const before = getQueueRow(desk.db, id);
  if (before.revision !== revision) throw changedSince();
  return operation(desk, 'queue.remove', { id }, (tx, at) => {
    const left: Columns = { ...before, removed_at: at };
    putQueue(tx, left);
    beginRecount(tx);
    return { op: 'queue.restore', input: { row: before, left } };
  });
};

/** First match wins, so the order is part of the rules. */
export const orderQueues = (desk: Desk, { ids }: Parsed<'queue.order'>): Changed => {
  assertMay(desk, 'queue.manage');
  const before = allQueues(desk.db).map(({ id }) => id as string);
  if (
    ids.length !== before.length ||
    new Set(ids).size !== ids.length ||
    !ids.every((id) => before.includes(id))
  ) {
    throw changedSince();
  }
  if (ids.every((id, at) => id === before[at])) return { seq: null };
  return operation(desk, 'queue.order', { ids }, (tx) => {
    order(tx, ids);
    return { op: 'queue.reorder', input: { ids: before, left: ids } };
  });
};

const changedSince = (): AppError =>
  new AppError(
    'moved-on',
    'Somebody has changed the queues since you looked. Nothing was saved. Look at them again.',
  );

type Columns = Omit<QueueRow, 'revision'>;
const columns = z.custom<Columns>((row) => typeof row === 'object' && row !== null);

/** The queue, if it is still as a step left it; its place among the others may be another. Throws `moved-on` if not. */
const asLeft = (tx: Tx, left: Columns): QueueRow => {
  const now = findQueueRow(tx, left.id);
  const following: readonly string[] = ['position', 'revision'];
  const isSame = (Object.keys(left) as (keyof Columns)[]).every(
    (column) => following.includes(column) || now?.[column] === left[column],
  );
  if (!now || !isSame) throw changedSince();
  return now;
};

export const queueInverses: Inverses = {
  'queue.restore': taking(z.object({ row: columns, left: columns }), (tx, { row, left }) => {
    const now = asLeft(tx, left);
    assertName(allQueues(tx), row.id, row.name);
    putQueue(tx, { ...row, position: now.position });
    beginRecount(tx);
  }),
  'queue.drop': taking(z.object({ left: columns }), (tx, { left }, at) => {
    putQueue(tx, { ...asLeft(tx, left), removed_at: at });
    beginRecount(tx);
  }),
  'queue.reorder': taking(z.object({ ids: z.array(z.string()), left: z.array(z.string()) }), (tx, input) => {
    const now = allQueues(tx).map(({ id }) => id as string);
    if (now.join() !== input.left.join()) throw changedSince();
    order(tx, input.ids);
  }),
};

const order = (tx: Tx, ids: readonly string[]): void => {
  for (const [position, id] of ids.entries()) {
    const row = getQueueRow(tx, id);
    if (row.position !== position) putQueue(tx, { ...row, position });
  }
  beginRecount(tx);
};

const columnsOf = (draft: QueueDraft) => ({
  name: draft.name,
  rules: JSON.stringify(draft.rules),
  assignment: draft.assignment,
  skill: draft.skill,
  is_language: draft.isLanguage ? (1 as const) : (0 as const),
  is_sticky: draft.isSticky ? (1 as const) : (0 as const),
  return_after_ms: draft.returnAfterMs,
});

const assertName = (queues: readonly { id: string; name: string }[], id: string, name: string): void => {
  const same = (one: { id: string; name: string }): boolean =>
    one.id !== id && one.name.toLowerCase() === name.toLowerCase();
  if (queues.some(same))
    throw new AppError('taken', `There is a queue “${name}” already. Choose another name.`);
};

const operation = (
  desk: Desk,
  op: string,
  input: object,
  body: (tx: Tx, at: number) => { op: string; input: unknown },
): Changed => {
  const { seq } = operate(desk, { op, by: desk.me, input }, (tx, at) => ({
    value: null,
    inverse: body(tx, at),
  }));
  return { seq };
};
