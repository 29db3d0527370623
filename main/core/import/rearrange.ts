import type { Tx } from '../../db/db.ts';
import type { AccountRow } from '../accounts/rows.ts';
import { addMessages, putMessage, type MessageRow } from '../messages.ts';
import { fold, reopenWindowMs } from '../threads/place.ts';
import { getThread, threadsOf, type ThreadRow } from '../threads/rows.ts';
import { addThreads, putThread, settle } from '../threads/settle.ts';
import { asPast, isImported, isPast } from './imported.ts';
import { pastThread, type Fresh } from './past-thread.ts';
import { runsOf } from './runs.ts';

type About = { account: AccountRow; customer: string; at: number; makeId: () => string };
type Placed = Pick<Fresh, 'row' | 'at' | 'isIn'> & { fresh: Fresh | null };

/**
 * Past messages of somebody who is known here. What falls into a thread that people have worked with stands there, and wakes
 * nobody; of all other past messages, those that came before among them, the threads are made anew. Told: what is no history but
 * goes on now, for the usual road, oldest first.
 */
export const rearrange = (
  tx: Tx,
  about: About,
  fresh: readonly Fresh[],
): { later: Fresh[]; made: number } => {
  const { account, customer, at, makeId } = about;
  const threads = threadsOf(tx, customer, account.id).toReversed();
  const live = threads.filter((thread) => !isImported(thread));
  const past = threads.filter(isImported);
  const later: Fresh[] = [];
  const rest: Placed[] = [];
  for (const one of fresh) {
    const thread = liveAt(live, one.at);
    if (!thread) rest.push({ ...one, fresh: one });
    else if (isPast(one.at, at)) stand(tx, thread.id, one.row);
    else later.push(one);
  }
  if (rest.length === 0) return { later, made: 0 };

  const stored = [...past.flatMap(({ id }) => messagesOf(tx, id)), ...aloneOf(tx, customer, account.id)];
  const all: Placed[] = [
    ...rest,
    ...stored.map((row) => ({ row, at: row.created_at, isIn: row.role === 'in', fresh: null })),
  ].toSorted((a, b) => a.at - b.at || (a.row.id < b.row.id ? -1 : 1));
  const { runs, alone } = runsOf(all);
  addMessages(
    tx,
    alone.flatMap((one) => (one.fresh ? [one.row] : [])),
  );
  const taken = new Set<string>();
  const touched = new Map<string, number>();
  let made = 0;
  for (const { messages: run, until } of runs) {
    const ids = new Set(
      run.flatMap(({ row, isIn, fresh: isNew }) => (isIn && !isNew ? (row.thread_id ?? []) : [])),
    );
    const [home, ...others] = [...ids].filter((id) => !taken.has(id));
    for (const other of others) if (home !== undefined) merge(tx, other, home, run);
    if (!isPast(until, at)) {
      later.push(...run.flatMap((one) => one.fresh ?? []));
      if (home !== undefined && run.some((one) => one.fresh)) revive(tx, home);
      continue;
    }
    const id = home ?? makeId();
    taken.add(id);
    addMessages(
      tx,
      run.flatMap((one) => (one.fresh ? [{ ...one.row, thread_id: id }] : [])),
    );
    for (const { row, fresh: isNew } of run)
      if (!isNew && row.thread_id !== id) putMessage(tx, { ...row, thread_id: id });
    if (home === undefined) {
      addThreads(tx, [pastThread(tx, run, { customer, previous: null, id, until })]);
      made += 1;
    } else touched.set(id, until);
  }
  for (const [id, last] of touched) {
    const row = getThread(tx, id);
    settle(tx, id, { ...asPast(last), read_seq: Math.max(row.read_seq, newestSeq(tx, id)) }, row);
  }
  chain(tx, customer, account.id);
  return { later: later.toSorted((a, b) => a.at - b.at), made };
};

/** The thread in whose time this was said, as the usual road has it: one that goes on, or had just ended, or began soon after. */
const liveAt = (live: readonly ThreadRow[], at: number): ThreadRow | undefined => {
  const before = live.findLast(({ first_at }) => first_at <= at);
  if (before && (before.is_open === 1 || at <= (before.closed_at ?? 0) + reopenWindowMs)) return before;
  const next = live.find(({ first_at }) => first_at > at);
  return next && next.first_at - at <= reopenWindowMs ? next : undefined;
};

/** In a thread of people here: what was closed stays closed, and what sleeps sleeps on. */
const stand = (tx: Tx, id: string, row: Fresh['row']): void => {
  addMessages(tx, [{ ...row, thread_id: id }]);
  const thread = getThread(tx, id);
  const isSeen = thread.read_seq >= thread.last_in_seq;
  const closed =
    thread.is_open === 0 ? { cleared_until: Math.max(thread.cleared_until ?? 0, row.created_at) } : {};
  settle(tx, id, { ...closed, ...(isSeen && { read_seq: row.seq }) }, thread);
};

/** It goes on after all: nobody here has dealt with any of it. */
const revive = (tx: Tx, id: string): void => {
  const row = getThread(tx, id);
  const open = {
    is_open: 1,
    status: 'new',
    reason: null,
    closed_at: null,
    cleared_until: null,
    read_seq: 0,
  } as const;
  settle(tx, id, open, row);
};

const merge = (tx: Tx, from: string, into: string, run: readonly Placed[]): void => {
  fold(tx, from, into);
  for (const { row } of run) if (row.thread_id === from) row.thread_id = into;
};

const messagesOf = (tx: Tx, threadId: string): (MessageRow & { seq: number })[] =>
  tx.all('SELECT * FROM messages WHERE thread_id = ?', threadId);

/** What the brand said to them and nobody had spoken of before. */
const aloneOf = (tx: Tx, customer: string, accountId: string): (MessageRow & { seq: number })[] =>
  tx.all(
    'SELECT m.* FROM identities i JOIN messages m ON m.other_id = i.id ' +
      "WHERE i.customer_id = ? AND m.account_id = ? AND m.role = 'out' AND m.thread_id IS NULL",
    customer,
    accountId,
  );

const newestSeq = (tx: Tx, threadId: string): number =>
  tx.find<{ seq: number | null }>('SELECT max(seq) AS seq FROM messages WHERE thread_id = ?', threadId)
    ?.seq ?? 0;

/** Each thread names the one before it, wherever one has come in between. */
const chain = (tx: Tx, customer: string, accountId: string): void => {
  const all = threadsOf(tx, customer, accountId).toReversed();
  const here = new Map(all.map((thread) => [thread.id, thread]));
  for (const [place, row] of all.entries()) {
    const previous_id = all[place - 1]?.id ?? null;
    const named = row.previous_id === null ? undefined : here.get(row.previous_id);
    // What people have linked among their own threads stays as it is.
    const isOurs = isImported(row) || !named || isImported(named);
    if (isOurs && row.previous_id !== previous_id) putThread(tx, { ...row, previous_id }, row);
  }
};
