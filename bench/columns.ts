import type { ColumnDefinition, Filter } from '../shared/filter.ts';

const mine: Filter = { isOpen: true, assignee: 'me' };
const nobodys: Filter = { isOpen: true, assignee: 'nobody' };

/** A busy agent's twelve columns: every kind of filter, both orders. */
export const twelveColumns: readonly ColumnDefinition[] = [
  { id: 'new', title: 'New', filter: { status: 'new' }, order: 'newest' },
  { id: 'open', title: 'All open', filter: { isOpen: true }, order: 'newest' },
  { id: 'mine', title: 'Mine', filter: mine, order: 'newest' },
  { id: 'nobodys', title: 'Nobody’s', filter: nobodys, order: 'newest' },
  { id: 'waiting', title: 'With the customer', filter: { status: 'waiting-customer' }, order: 'newest' },
  { id: 'new-oldest', title: 'New, longest waiting', filter: { status: 'new' }, order: 'oldest' },
  { id: 'open-oldest', title: 'Open, oldest', filter: { isOpen: true }, order: 'oldest' },
  { id: 'mine-oldest', title: 'Mine, oldest', filter: mine, order: 'oldest' },
  { id: 'nobodys-oldest', title: 'Nobody’s, oldest', filter: nobodys, order: 'oldest' },
  { id: 'resolved', title: 'Resolved', filter: { status: 'resolved' }, order: 'newest' },
  {
    id: 'new-nobodys',
    title: 'New and nobody’s',
    filter: { status: 'new', assignee: 'nobody' },
    order: 'newest',
  },
  {
    id: 'waiting-oldest',
    title: 'With the customer, oldest',
    filter: { status: 'waiting-customer' },
    order: 'oldest',
  },
];

const open = { isOpen: true } as const;

/** As many as there can be: eight more whose filters no index answers whole. Every one has rows on the bench's desk. */
export const twentyColumns: readonly ColumnDefinition[] = [
  ...twelveColumns,
  { id: 'public', title: 'Public only', filter: { ...open, kind: 'public' }, order: 'newest' },
  { id: 'public-oldest', title: 'Public only, oldest', filter: { ...open, kind: 'public' }, order: 'oldest' },
  { id: 'unread', title: 'Unread', filter: { ...open, isUnread: true }, order: 'newest' },
  { id: 'unread-oldest', title: 'Unread, oldest', filter: { ...open, isUnread: true }, order: 'oldest' },
  { id: 'normal', title: 'Normal', filter: { ...open, priority: 2 }, order: 'newest' },
  { id: 'normal-due', title: 'Normal, next due', filter: { ...open, priority: 2 }, order: 'due' },
  { id: 'no-breach', title: 'Never breached', filter: { ...open, isBreached: false }, order: 'newest' },
  { id: 'by-deadline', title: 'By deadline', filter: open, order: 'due' },
];
