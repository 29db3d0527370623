import type { Queue } from '../../../shared/model.ts';
import type { Db, Reader, Tx } from '../../db/db.ts';
import type { Chore } from '../chores.ts';
import { operate, type Desk } from '../desk.ts';
import { keptQueues, putTurn, turnsOf } from '../queues/rows.ts';
import { patchThread, restoring, type Step } from '../threads/patch.ts';
import { getThread } from '../threads/rows.ts';
import { given } from './give.ts';
import { candidatesOn, type Candidate } from './people.ts';
import { pick } from './pick.ts';

/** So many threads are given away in one turn, and so many of each queue looked at. */
const givenPerTurn = 25;
const seenPerTurn = 200;

/**
 * Gives waiting threads of queues that assign by themselves to people who can take them, longest wait first across all
 * of them. Whatever makes room (somebody comes on duty, resolves, gets a higher cap, a thread comes) is a write, and after
 * a write the desk looks again; while nothing is written there is nothing to look for.
 */
export const drain: Chore = {
  name: 'queue.assigned',
  dueAt: ({ db }) => {
    if (assigning(db).length === 0) return Infinity;
    const pass = passes.get(db);
    return pass?.isOver && pass.writes === writesOf(db) ? Infinity : 0;
  },
  run: (desk) => void drainOnce(desk),
};

/** One turn. Returns how many threads were given away. */
export const drainOnce = (desk: Desk): number => {
  const { db } = desk;
  const before = passes.get(db);
  // A pass goes on where the turn before stopped, so that threads nobody can take don't hide those behind them.
  const from = before && !before.isOver ? before.from : 0;
  const candidates = candidatesOn(db);
  const hasRoom = candidates.some(({ load, cap }) => load < cap);
  const { rows, until } = hasRoom ? waitingFrom(db, from) : { rows: [], until: null };
  const chosen = choose(db, rows, candidates);
  if (chosen.length > 0) give(desk, chosen);
  const isFull = chosen.length >= givenPerTurn;
  passes.set(db, {
    isOver: !isFull && until === null,
    from: isFull ? from : (until ?? 0),
    writes: writesOf(db),
  });
  return chosen.length;
};

type Waiting = {
  id: string;
  customer_id: string;
  waiting_since: number;
  returned_from: string | null;
  lang: string | null;
  queue: Queue;
};
type Choice = { id: string; to: string; queueId: string };

/** How far a pass has come. */
type Pass = { isOver: boolean; from: number; writes: number };
const passes = new WeakMap<Db, Pass>();

/** Counts everything ever written through this connection. */
const writesOf = (db: Reader): number => db.find<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;

const assigning = (db: Reader): Queue[] => keptQueues(db).filter(({ assignment }) => assignment !== 'off');

/** `until`: there is more behind; null: these are all. */
const waitingFrom = (db: Reader, from: number): { rows: Waiting[]; until: number | null } => {
  const all: Waiting[] = [];
  let until: number | null = null;
  for (const queue of assigning(db)) {
    const rows = db.all<Omit<Waiting, 'queue'>>(
      'SELECT t.id, t.customer_id, t.waiting_since, t.returned_from, m.lang ' +
        'FROM threads t INDEXED BY threads_to_give JOIN messages m ON m.id = t.last_in_id ' +
        "WHERE t.is_open = 1 AND t.queue_id = ? AND t.assignee_id IS NULL AND t.waiting_since >= ? AND t.status = 'new' " +
        // Somebody's answer is on its way: they have it in hand.
        "AND coalesce(t.sending, '') NOT IN ('queued', 'sending') " +
        'ORDER BY t.waiting_since, t.id LIMIT ?',
      queue.id,
      from,
      seenPerTurn,
    );
    all.push(...rows.map((row) => ({ ...row, queue })));
    const last = rows.length === seenPerTurn ? rows.at(-1)?.waiting_since : undefined;
    if (last !== undefined) until = Math.min(until ?? Infinity, last);
  }
  const rows = all
    .filter(({ waiting_since }) => until === null || waiting_since <= until)
    .toSorted((a, b) => a.waiting_since - b.waiting_since || (a.id < b.id ? -1 : 1));
  // So many that began in the same millisecond: step over it, or the pass would never end.
  return { rows, until: until === from ? from + 1 : until };
};

const choose = (db: Reader, rows: readonly Waiting[], candidates: readonly Candidate[]): Choice[] => {
  const turns = turnsOf(db);
  const chosen: Choice[] = [];
  for (const row of rows) {
    if (chosen.length >= givenPerTurn) break;
    const { queue } = row;
    const wanted = {
      queue,
      lang: row.lang,
      returnedFrom: row.returned_from,
      sticky: null,
      turn: turns.get(queue.id) ?? null,
    };
    const anybody = pick(wanted, candidates);
    if (!anybody) continue;
    const taker = queue.isSticky
      ? (pick({ ...wanted, sticky: lastWith(db, row) }, candidates) ?? anybody)
      : anybody;
    taker.load += 1;
    turns.set(queue.id, taker.id);
    chosen.push({ id: row.id, to: taker.id, queueId: queue.id });
  }
  return chosen;
};

/** Who answered in this thread last, or else had the customer's thread before it. */
const lastWith = (db: Reader, { id, customer_id }: Waiting): string | null =>
  db.find<{ agent_id: string }>(
    'SELECT agent_id FROM outbox WHERE thread_id = ? ORDER BY queued_at DESC LIMIT 1',
    id,
  )?.agent_id ??
  db.find<{ assignee_id: string }>(
    'SELECT assignee_id FROM threads WHERE customer_id = ? AND id <> ? AND assignee_id IS NOT NULL ' +
      'ORDER BY last_at DESC LIMIT 1',
    customer_id,
    id,
  )?.assignee_id ??
  null;

const give = (desk: Desk, chosen: readonly Choice[]): void => {
  const [only, ...more] = chosen;
  const input = { threads: chosen.map(({ id, to }) => [id, to]) };
  const about = only && more.length === 0 ? { threadId: only.id } : {};
  operate(desk, { op: 'queue.assigned', by: 'desk', input, ...about }, (tx, at) => {
    const steps = chosen.map(({ id, to }) => handTo(tx, id, to, at));
    for (const [queueId, to] of new Map(chosen.map((one) => [one.queueId, one.to]))) putTurn(tx, queueId, to);
    return { value: null, inverse: restoring(steps) };
  });
};

const handTo = (tx: Tx, id: string, to: string, at: number): Step => {
  const row = getThread(tx, id);
  return patchThread(tx, row, given(tx, row, to, at));
};
