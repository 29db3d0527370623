import type { threadRequests } from '../../../shared/api/threads.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import { reopen, resolve } from './operations.ts';
import { setThread } from './set.ts';

type Mine = keyof typeof threadRequests;

/** One line per request about one thread. */
export const threadHandlers = (desk: Desk): Pick<Handlers, Mine> => ({
  'thread.resolve': (input) => resolve(desk, input),
  'thread.reopen': (input) => reopen(desk, input),
  'thread.set': (input) => setThread(desk, input),
});
