import type { ColumnDefinition } from './filter.ts';

// Apart from the schemas of filter.ts, so that the window can offer them without loading zod.

export const triageColumns: readonly ColumnDefinition[] = [
  { id: 'new', title: 'New', filter: { status: 'new' }, order: 'newest' },
  { id: 'mine', title: 'Mine', filter: { isOpen: true, assignee: 'me' }, order: 'newest' },
  { id: 'open', title: 'All open', filter: { isOpen: true }, order: 'newest' },
];

const minute = 60_000;

/** What "Add a column" offers before anything is typed. */
export const presets: readonly ColumnDefinition[] = [
  ...triageColumns,
  {
    id: 'due-soon',
    title: 'Due in 15 min',
    filter: { isOpen: true, dueWithinMs: 15 * minute },
    order: 'due',
  },
  { id: 'by-deadline', title: 'By deadline', filter: { isOpen: true }, order: 'due' },
  { id: 'nobodys', title: 'Nobody’s', filter: { isOpen: true, assignee: 'nobody' }, order: 'oldest' },
  { id: 'no-queue', title: 'In no queue', filter: { isOpen: true, queue: 'none' }, order: 'oldest' },
  { id: 'unread', title: 'Unread', filter: { isOpen: true, isUnread: true }, order: 'newest' },
  { id: 'direct', title: 'Direct messages', filter: { isOpen: true, kind: 'direct' }, order: 'newest' },
  { id: 'urgent', title: 'Urgent', filter: { isOpen: true, priority: 0 }, order: 'due' },
  { id: 'breached', title: 'Breached', filter: { isOpen: true, isBreached: true }, order: 'due' },
  { id: 'asked-me', title: 'Asked of me', filter: { isOpen: true, expert: 'me' }, order: 'due' },
  {
    id: 'waiting-customer',
    title: 'Waiting for customer',
    filter: { status: 'waiting-customer' },
    order: 'newest',
  },
  { id: 'phone', title: 'Phone', filter: { status: 'phone' }, order: 'due' },
  { id: 'snoozed', title: 'Snoozed', filter: { status: 'snoozed' }, order: 'newest' },
  { id: 'resolved', title: 'Resolved', filter: { status: 'resolved' }, order: 'newest' },
];
