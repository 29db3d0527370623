import type { Filter, Order } from './filter.ts';
import type { AgentId } from './ids.ts';
import { isOpen, type Card, type Ms } from './model.ts';

// Apart from the schemas of filter.ts, so that the window can use the rule without loading zod.

/** The same rule as the SQL, for one card; `now` counts only where the filter has a deadline in it. */
export const matches = (filter: Filter, card: Card, me: AgentId, now: Ms): boolean => {
  const { assignee, queue } = filter;
  return (
    filter.search === undefined &&
    holds(filter.status, card.status) &&
    holds(filter.isOpen, isOpen(card.status)) &&
    (assignee === undefined ||
      card.assigneeId === (assignee === 'me' ? me : assignee === 'nobody' ? null : assignee)) &&
    (queue === undefined || card.queueId === (queue === 'none' ? null : queue)) &&
    (filter.tag === undefined || card.tags.includes(filter.tag)) &&
    holds(filter.priority, card.priority) &&
    holds(filter.account, card.accountId) &&
    (filter.kind === undefined || card.hasDirect === (filter.kind === 'direct')) &&
    holds(filter.lang, card.lang) &&
    (filter.expert === undefined || card.expertId === me) &&
    (filter.dueWithinMs === undefined ||
      (isOpen(card.status) && card.deadlineAt <= now + filter.dueWithinMs)) &&
    (filter.isBreached === undefined || card.breaches > 0 === filter.isBreached) &&
    holds(filter.isUnread, card.isUnread)
  );
};

const holds = <T>(wanted: T | undefined, is: T | null): boolean => wanted === undefined || is === wanted;

/** Whether the filter holds only open threads, only closed ones, or (undefined) both. */
export const openness = ({ status, isOpen: asked, dueWithinMs }: Filter): boolean | undefined => {
  if (dueWithinMs !== undefined) return true;
  return asked ?? (status === undefined ? undefined : isOpen(status));
};

/**
 * Deadlines order open threads only: a closed one has none, and a column of both is shown newest first. So is what a search
 * finds, which is read that way.
 */
export const sortedBy = (filter: Filter, order: Order): Order =>
  filter.search !== undefined || (order === 'due' && openness(filter) !== true) ? 'newest' : order;

export const compare = (order: Order, a: SortKey, b: SortKey): number => {
  const first = order === 'due' ? a.deadlineAt - b.deadlineAt : a.sortAt - b.sortAt;
  const ascending = first || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  return order === 'newest' ? -ascending : ascending;
};

export type SortKey = Pick<Card, 'sortAt' | 'deadlineAt' | 'id'>;
