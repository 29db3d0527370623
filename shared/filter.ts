import { z } from 'zod';
import { statuses } from './model.ts';

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
/** By `sortAt`: since when the customer waits, or last waited. */
export type Order = z.infer<typeof order>;

export { compare, matches, type SortKey } from './match.ts';

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
