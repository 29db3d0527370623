import type { QueueDraft } from '../../../shared/api/queues.ts';
import type { QueueId } from '../../../shared/ids.ts';
import type { Person } from '../../../shared/model.ts';
import { newcomer, putAgent } from '../agents.ts';
import type { Chore } from '../chores.ts';
import { operate, type Desk } from '../desk.ts';
import { saveQueue } from '../queues/operations.ts';
import { recount } from '../queues/recount.ts';
import { findQueueRow } from '../queues/rows.ts';

/** Saves a queue, new or known, that takes everything and assigns nothing unless said otherwise. */
export const saved = (desk: Desk, id: string, change: Partial<QueueDraft> = {}): QueueId => {
  const revision = findQueueRow(desk.db, id)?.revision ?? null;
  const queue: QueueDraft = {
    name: id,
    rules: [{}],
    assignment: 'off',
    skill: null,
    isLanguage: false,
    isSticky: false,
    returnAfterMs: null,
    ...change,
  };
  saveQueue(desk, { id: id as QueueId, revision, queue });
  return id as QueueId;
};

/** Turns of a chore until it has nothing to do; returns how many. */
export const finish = (desk: Desk, chore: Chore): number => {
  let turns = 0;
  while (chore.dueAt(desk) <= desk.now()) {
    chore.run(desk);
    turns += 1;
    if (turns > 1000) throw new Error(`${chore.name} does not come to an end`);
  }
  return turns;
};

export const recounted = (desk: Desk): number => finish(desk, recount);

/** On the roster, on duty, without a cap unless said otherwise. */
export const join = (
  desk: Desk,
  id: string,
  change: Partial<Person> & { duty?: 'on' | 'away' | 'off' } = {},
) => {
  operate(desk, { op: 'test.join', by: 'test', input: { id } }, (tx) => {
    putAgent(tx, {
      ...newcomer(id, `Person ${id}`, id.toUpperCase(), 0),
      duty: change.duty ?? 'on',
      role: change.role ?? 'agent',
      skills: JSON.stringify(change.skills ?? []),
      languages: JSON.stringify(change.languages ?? []),
      load_cap: change.loadCap ?? null,
    });
    return { value: null };
  });
};

export const queueOf = (desk: Desk, threadId: string): string | null =>
  desk.db.find<{ queue_id: string | null }>('SELECT queue_id FROM threads WHERE id = ?', threadId)
    ?.queue_id ?? null;
