import type { customerRequests } from '../../../shared/api/customers.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import { merge } from '../threads/merge.ts';
import { split } from '../threads/split.ts';
import { relatedTo } from './related.ts';

/** One line per request about who is behind a thread. */
export const customerHandlers = (desk: Desk): Pick<Handlers, keyof typeof customerRequests> => ({
  'customer.related': ({ threadId }) => ({ related: relatedTo(desk.db, threadId) }),
  'thread.merge': (input) => merge(desk, input),
  'thread.split': (input) => split(desk, input),
});
