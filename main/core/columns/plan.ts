import type { Filter, Order } from '../../../shared/filter.ts';
import { openness } from '../../../shared/match.ts';
import type { Status } from '../../../shared/model.ts';

/**
 * How a column is read: which index leads, and which parts of the filter its equalities answer. SQLite chooses wrongly
 * among these indexes without statistics, so the choice is made here and named in the query (`INDEXED BY`).
 */
export type Plan = {
  index: string;
  /** Parts that the index answers: they cost nothing per row. */
  leads: readonly (keyof Filter)[];
  /** Parts that hold where the leading ones do. */
  implies?: readonly (keyof Filter)[];
  /** The index has `is_open` in the middle and the filter does not say: read twice, once for each. */
  isTwofold?: boolean;
  /** The index is in another order. Only for what is always few: what is found is sorted. */
  isSorted?: boolean;
};

export const planOf = (filter: Filter, order: Order): Plan => {
  const open = openness(filter);
  const isSomebodys = filter.assignee !== undefined && filter.assignee !== 'nobody';
  // What is in no queue is in no index of queues either: it is met on the way through all.
  const isQueued = filter.queue !== undefined && filter.queue !== 'none';
  if (filter.expert !== undefined) {
    return order === 'due'
      ? { index: 'threads_by_expert', leads: ['expert', 'dueWithinMs'] }
      : { index: 'threads_by_expert', leads: ['expert'], isSorted: true };
  }
  if (order === 'due') {
    if (isSomebodys)
      return { index: 'threads_due_by_assignee', leads: ['assignee', 'isOpen', 'dueWithinMs'] };
    if (isQueued) return { index: 'threads_due_by_queue', leads: ['queue', 'isOpen', 'dueWithinMs'] };
    return { index: 'threads_due', leads: ['isOpen', 'dueWithinMs'] };
  }
  const isTwofold = open === undefined;
  if (isSomebodys) return { index: 'threads_by_assignee', leads: ['assignee', 'isOpen'], isTwofold };
  if (filter.status !== undefined && (!isQueued || few.includes(filter.status))) {
    return { index: 'threads_by_status', leads: ['status'], implies: ['isOpen'] };
  }
  if (isQueued) return { index: 'threads_by_queue', leads: ['queue', 'isOpen'], isTwofold };
  return { index: 'threads_open', leads: ['isOpen'], isTwofold };
};

/** Threads in one of these are fewer than those of any queue. */
const few: readonly Status[] = ['waiting-expert', 'phone', 'snoozed'];
