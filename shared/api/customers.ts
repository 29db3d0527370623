import { z } from 'zod';
import { messageId, threadId, type ThreadId } from '../ids.ts';
import type { ThreadSummary } from '../model.ts';
import { gives, request, type Changed } from './request.ts';

/** Who is behind a thread, and what belongs together. */
export const customerRequests = {
  /** What the customer's card shows beyond the open thread. */
  'customer.related': request(z.object({ threadId }), gives<{ related: RelatedThread[] }>()),
  /** Everything of `from` goes to the thread; when they are of two customers, these are one person from now on. */
  'thread.merge': request(z.object({ threadId, from: threadId }), gives<Changed & { into: ThreadId }>()),
  /** What came before this message is a matter of its own, and done. */
  'thread.split': request(z.object({ threadId, messageId }), gives<Changed>()),
};

/** Another thread of the same account that has to do with this one. */
export type RelatedThread = ThreadSummary & {
  handle: string;
  /** The same person; another in the same public conversation; named like one of their handles. */
  why: 'customer' | 'conversation';
};
