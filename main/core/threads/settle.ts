import type { Status } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { add, put } from '../../db/put.ts';
import { clocked, type Around } from '../clocks/clocked.ts';
import { marked } from '../clocks/marked.ts';
import type { Mark } from '../clocks/marks.ts';
import { clockedNewest } from '../clocks/newest.ts';
import { bookOf, type Book } from '../clocks/rows.ts';
import { otherOpen, rerouted } from '../queues/reroute.ts';
import { factsOf as routingFacts, routed } from '../queues/routing.ts';
import { callsOf, factsOf, getThread, type MessageFacts, type ThreadRow } from './rows.ts';
import { answersIn, isTakenBack } from './taken-back.ts';

/**
 * Brings a thread's own columns in line with its messages. They follow from the set of messages and from what agents
 * did, never from the order of arrival: any permutation of the same messages ends in the same row.
 */
export const settle = (
  tx: Tx,
  id: string,
  change: Partial<ThreadRow> = {},
  before: ThreadRow = getThread(tx, id),
): ThreadRow => {
  const facts = factsOf(tx, id);
  const around: Around = { book: bookOf(tx), facts: (row) => routingFacts(tx, row), calls: callsOf(tx, id) };
  const derived = derive({ ...before, ...change, ...judgedBy(before, change) }, facts, around);
  const after = marked(tx, before, rerouted(tx, before, derived, change), facts, around);
  if (differs(before, after)) put(tx, 'threads', after, before);
  for (const other of otherOpen(tx, before, after)) settle(tx, other.id, routed(tx, other), other);
  return after;
};

/** Another priority has other targets: what was answered by now was answered under the old ones. */
const judgedBy = (before: ThreadRow, { priority }: Partial<ThreadRow>): Partial<ThreadRow> =>
  priority === undefined || priority === before.priority
    ? {}
    : { judged_until: Math.max(before.judged_until, before.last_at) };

/** Writes threads that are settled but not written yet. */
export const addThreads = (tx: Tx, rows: readonly ThreadRow[]): void => add(tx, 'threads', rows);

/** Writes a settled row over the one that was read in this transaction. Returns it as it now stands. */
export const putThread = (tx: Tx, row: ThreadRow, before: ThreadRow): ThreadRow => {
  put(tx, 'threads', row, before);
  return { ...row, revision: before.revision + 1 };
};

/**
 * The newest message of all: what `derive` would find in all messages follows from the row alone. (Every answer and closing
 * so far is older: a customer's message is unanswered, one of ours answers all.) Undefined when it is not the newest; `late` gets what
 * it was too late for.
 */
export const withNewest = (
  row: ThreadRow,
  message: MessageFacts,
  book: Book,
  late: Mark[],
): ThreadRow | undefined => {
  if (message.created_at <= row.last_at || row.is_open === 0 || message.is_automatic === 1) return undefined;
  // Which of them still wait for an answer, the row alone does not tell.
  if (row.gone > 0) return undefined;
  const clock = clockedNewest(row, message, book, late);
  if (!clock) return undefined;
  const last_at = message.created_at;
  const direct = row.direct + (message.kind === 'dm' ? 1 : 0);
  const next: ThreadRow =
    message.role === 'out'
      ? { ...row, last_at, direct, waiting_since: null, outbound: row.outbound + 1 }
      : {
          ...woken(row),
          last_at,
          direct,
          identity_id: message.author_id,
          sort_at: row.waiting_since === null ? last_at : row.sort_at,
          last_in_id: message.id,
          last_in_seq: Math.max(row.last_in_seq, message.seq),
          reply_to_id: message.kind === 'post' ? message.id : row.reply_to_id,
          waiting_since: row.waiting_since ?? last_at,
          inbound: row.inbound + 1,
          reposts: row.reposts + message.reposts,
        };
  return { ...next, ...clock, status: statusOf(next) };
};

export const derive = (row: ThreadRow, facts: readonly MessageFacts[], around: Around): ThreadRow => {
  const inbound = facts.filter((message) => message.role === 'in');
  const first = inbound[0];
  const last = inbound.at(-1);
  if (!first || !last) return row;
  const answers = answersIn(facts, around.calls);
  const dealtWith = [row.cleared_until ?? -Infinity, ...answers.map(({ until }) => until)];
  const standing = inbound.filter((message) => !isTakenBack(message, answers));
  const since = (until: number): MessageFacts | undefined =>
    standing.find((message) => message.created_at > until);
  const waiting = row.is_open === 1 ? since(Math.max(...dealtWith)) : undefined;
  // Where the newest run of the customer's messages began: writing again moves nobody in the queue, nor does our answer.
  const newest = standing.at(-1);
  const run = newest && since(Math.max(...dealtWith.filter((until) => until < newest.created_at)));
  // What can be read stands for the thread; where nothing can, what was there last.
  const readable = inbound.filter((message) => message.gone_at === null);
  const shown = readable.at(-1) ?? last;
  const posts = (messages: readonly MessageFacts[]): MessageFacts | undefined =>
    messages.findLast((message) => message.kind === 'post');
  const outbound = facts.length - inbound.length;
  const settled: ThreadRow = {
    ...row,
    identity_id: shown.author_id,
    first_at: first.created_at,
    last_at: Math.max(facts.at(-1)?.created_at ?? last.created_at, ...around.calls),
    last_in_id: shown.id,
    last_in_seq: Math.max(...inbound.map((message) => message.seq)),
    reply_to_id: (posts(readable) ?? posts(inbound))?.id ?? null,
    waiting_since: waiting?.created_at ?? null,
    sort_at: run?.created_at ?? shown.created_at,
    inbound: inbound.length,
    gone: inbound.length - readable.length,
    outbound,
    direct: facts.filter((message) => message.kind === 'dm').length,
    reposts: inbound.reduce((sum, message) => sum + message.reposts, 0),
  };
  const status = statusOf(settled);
  const snoozed_until = status === 'snoozed' ? row.snoozed_until : null;
  return clocked({ ...settled, status, snoozed_until }, facts, around);
};

/** A customer who writes wakes their thread, however long it was to sleep. */
export const woken = (row: ThreadRow): ThreadRow =>
  row.status === 'snoozed' ? { ...row, status: 'open', snoozed_until: null } : row;

/** Held by a person in another state: only that person, a timer or the customer moves the thread on. */
const held: readonly Status[] = ['phone', 'snoozed'];

/** The status that follows from the other columns. */
export const statusOf = (row: ThreadRow): Status => {
  if (row.is_open === 0) return row.status;
  if (held.includes(row.status)) return row.status;
  if (row.expert_id !== null) return 'waiting-expert';
  if (row.waiting_since === null && row.outbound > 0) return 'waiting-customer';
  return row.assignee_id === null ? 'new' : 'open';
};

const differs = (a: ThreadRow, b: ThreadRow): boolean =>
  (Object.keys(b) as (keyof ThreadRow)[]).some((column) => a[column] !== b[column]);
