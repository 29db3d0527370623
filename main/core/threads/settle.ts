import type { Status } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';
import { factsOf, getThread, type MessageFacts, type ThreadRow } from './rows.ts';

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
  const after = derive({ ...before, ...change }, factsOf(tx, id));
  if (differs(before, after)) put(tx, 'threads', after);
  return after;
};

export const derive = (row: ThreadRow, facts: readonly MessageFacts[]): ThreadRow => {
  const inbound = facts.filter((message) => message.role === 'in');
  const first = inbound[0];
  const last = inbound.at(-1);
  if (!first || !last) return row;
  const answeredUntil = Math.max(
    row.cleared_until ?? -Infinity,
    ...facts.map(({ role, answers_until, created_at }) =>
      role === 'out' ? (answers_until ?? created_at) : -Infinity,
    ),
  );
  const waiting =
    row.is_open === 1 ? inbound.find((message) => message.created_at > answeredUntil) : undefined;
  const outbound = facts.length - inbound.length;
  const settled: ThreadRow = {
    ...row,
    identity_id: last.author_id,
    first_at: first.created_at,
    sort_at: last.created_at,
    last_at: facts.at(-1)?.created_at ?? last.created_at,
    last_in_id: last.id,
    last_in_seq: Math.max(...inbound.map((message) => message.seq)),
    reply_to_id: inbound.findLast((message) => message.kind === 'post')?.id ?? null,
    waiting_since: waiting?.created_at ?? null,
    inbound: inbound.length,
    outbound,
    direct: facts.filter((message) => message.kind === 'dm').length,
    reposts: inbound.reduce((sum, message) => sum + message.reposts, 0),
  };
  return { ...settled, status: statusOf(settled) };
};

/** Held by a person in another state: only that person, a timer or the customer moves the thread on. */
const held: readonly Status[] = ['waiting-expert', 'phone', 'snoozed'];

const statusOf = (row: ThreadRow): Status => {
  if (row.is_open === 0) return row.status;
  if (held.includes(row.status)) return row.status;
  if (row.waiting_since === null && row.outbound > 0) return 'waiting-customer';
  return row.assignee_id === null ? 'new' : 'open';
};

const differs = (a: ThreadRow, b: ThreadRow): boolean =>
  (Object.keys(b) as (keyof ThreadRow)[]).some((column) => a[column] !== b[column]);
