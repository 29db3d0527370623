import { z } from 'zod';
import type { AgentId } from './ids.ts';
import { isOpen, statuses, type Card } from './model.ts';

/**
 * What a column shows. Every part is an equality, so that each combination the desk uses is one index range
 * (`main/core/columns` compiles it; a test reads the query plan).
 */
export const filter = z.object({
  status: z.enum(statuses).optional(),
  isOpen: z.boolean().optional(),
  assignee: z.enum(['me', 'nobody']).optional(),
});
export type Filter = z.infer<typeof filter>;

export const order = z.enum(['newest', 'oldest']);
/** By the newest inbound message. */
export type Order = z.infer<typeof order>;

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

export const columnDefinition = z.object({
  id: z.string().min(1).max(40),
  title: z.string().min(1).max(60),
  filter,
  order,
});
export type ColumnDefinition = z.infer<typeof columnDefinition>;

export const triageColumns: readonly ColumnDefinition[] = [
  { id: 'new', title: 'New', filter: { status: 'new' }, order: 'newest' },
  { id: 'mine', title: 'Mine', filter: { isOpen: true, assignee: 'me' }, order: 'newest' },
  { id: 'open', title: 'All open', filter: { isOpen: true }, order: 'newest' },
];
