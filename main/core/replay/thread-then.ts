import type { Happening, ThreadThen } from '../../../shared/replay/story.ts';
import type { Value } from '../../db/db.ts';
import type { ThreadRow } from '../threads/rows.ts';

/** The row of a thread as the log has it: columns by name. */
export type Columns = Readonly<Record<string, Value>>;

export const thenOf = (columns: Columns): ThreadThen => {
  const row = columns as unknown as ThreadRow;
  return {
    status: row.status,
    reason: row.reason,
    assigneeId: row.assignee_id as ThreadThen['assigneeId'],
    queueId: row.queue_id as ThreadThen['queueId'],
    priority: row.priority,
    tags: row.tags === '[]' ? none : (JSON.parse(row.tags) as ThreadThen['tags']),
    snoozedUntil: row.snoozed_until,
    expertId: row.expert_id as ThreadThen['expertId'],
    waitingSince: row.waiting_since,
    clock: row.clock,
    clockFrom: row.clock_from,
    policyId: row.policy_id as ThreadThen['policyId'],
    dueAt: row.next_deadline_at,
    breaches: row.breaches,
  };
};

const none: ThreadThen['tags'] = [];

/** What is different; undefined: nothing. */
export const changed = (before: ThreadThen | null, after: ThreadThen): Partial<ThreadThen> | undefined => {
  if (before === null) return after;
  let different: Record<string, unknown> | undefined;
  for (const name in after) {
    const value = after[name as keyof ThreadThen];
    if (!isSame(before[name as keyof ThreadThen], value)) (different ??= {})[name] = value;
  }
  return different;
};

const isSame = (a: unknown, b: unknown): boolean =>
  a === b ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => one === b[at]));

/** What a person would say happened to a thread between two forms of its row. */
export const happenedTo = (before: Columns | null, after: Columns, isByPerson: boolean): Happening[] => {
  const to = thenOf(after);
  if (before === null) return [{ did: 'began' }, ...clockOf(null, to)];
  const from = thenOf(before);
  const did: Happening[] = [];
  if (from.status !== to.status || (from.reason !== to.reason && to.reason !== null)) {
    did.push({ did: 'status', from: from.status, to: to.status, reason: to.reason });
  }
  if (from.assigneeId !== to.assigneeId)
    did.push({ did: 'assigned', from: from.assigneeId, to: to.assigneeId });
  if (from.queueId !== to.queueId) did.push({ did: 'moved', from: from.queueId, to: to.queueId });
  if (from.priority !== to.priority) did.push({ did: 'priority', from: from.priority, to: to.priority });
  const added = to.tags.filter((id) => !from.tags.includes(id));
  const removed = from.tags.filter((id) => !to.tags.includes(id));
  if (added.length + removed.length > 0) did.push({ did: 'tagged', added, removed });
  const [seen, sees] = [Number(before['read_seq']), Number(after['read_seq'])];
  if (isByPerson && sees !== seen) did.push({ did: sees > seen ? 'read' : 'unread' });
  return [...did, ...clockOf(from, to)];
};

const clockOf = (from: ThreadThen | null, to: ThreadThen): Happening[] => {
  if ((from?.clock ?? null) === to.clock && (to.clock === null || from?.dueAt === to.dueAt)) return [];
  return [{ did: 'clock', clock: to.clock, dueAt: to.clock === null ? null : to.dueAt }];
};
