import type { ThreadAction } from '../../../shared/action.ts';
import type { Changed, Parsed } from '../../../shared/api.ts';
import { assertMay } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { act, assertHeard, assertMine } from './act.ts';
import { patchThread, restoring } from './patch.ts';
import { getThread } from './rows.ts';

/** Does one thing to one thread, as one step that undo takes back. Throws AppError, in words, when it does not allow it. */
export const setThread = (desk: Desk, { threadId, revision, action }: Parsed<'thread.set'>): Changed => {
  assertMay(desk, 'thread.work');
  const before = getThread(desk.db, threadId);
  assertMine(desk, before);
  const isClosing = action.do === 'resolve' || action.do === 'no-action';
  if (isClosing && before.is_open === 1) assertHeard(before, revision);
  const what = { op: names[action.do], by: desk.me, threadId, input: { threadId, revision, action } };
  const { seq } = operate(desk, what, (tx, at) => {
    const patch = act(tx, desk, at, before, action);
    if (Object.keys(patch).length === 0) return { value: null };
    return { value: null, inverse: restoring([patchThread(tx, before, patch)]) };
  });
  return { seq };
};

const names: Record<ThreadAction['do'], string> = {
  priority: 'thread.priority',
  tag: 'thread.tag',
  snooze: 'thread.snooze',
  wake: 'thread.wake',
  resolve: 'thread.resolve',
  'no-action': 'thread.noAction',
  unread: 'thread.unread',
};
