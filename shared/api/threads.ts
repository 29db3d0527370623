import { z } from 'zod';
import { resolveReasons, threadAction } from '../action.ts';
import { gives, onThread, request, type Changed } from './request.ts';

/** One thread and what agents do with it. */
export const threadRequests = {
  'thread.resolve': request(
    onThread.extend({ reason: z.enum(resolveReasons).default('answered') }),
    gives<Changed>(),
  ),
  'thread.reopen': request(onThread, gives<Changed>()),
  /** Priority, tags, snooze, closing, unread: refused with its reason where this thread does not allow it. */
  'thread.set': request(onThread.extend({ action: threadAction }), gives<Changed>()),
};
