import type { Filter, Order } from './filter.ts';
import type { AgentId } from './ids.ts';
import { isOpen, type Card } from './model.ts';

// Apart from the schemas of filter.ts, so that the window can use the rule without loading zod.

/** The same rule as the SQL, for a card that has just changed. */
export const matches = (filter: Filter, card: Card, me: AgentId): boolean =>
  (filter.status === undefined || card.status === filter.status) &&
  (filter.isOpen === undefined || isOpen(card.status) === filter.isOpen) &&
  (filter.assignee === undefined || card.assigneeId === (filter.assignee === 'me' ? me : null));

export const compare = (order: Order, a: SortKey, b: SortKey): number => {
  const ascending = a.sortAt - b.sortAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  return order === 'oldest' ? ascending : -ascending;
};

export type SortKey = Pick<Card, 'sortAt' | 'id'>;
