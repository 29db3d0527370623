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
