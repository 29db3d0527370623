import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import { may } from '../../../shared/roles.ts';
import { assertMay, getAgentRow } from '../agents.ts';
import type { Handlers } from '../core.ts';
import { operate, type Desk } from '../desk.ts';
import { assertNobodys } from '../threads/operations.ts';
import { patchThread, restoring } from '../threads/patch.ts';
import { getThread } from '../threads/rows.ts';
import { queueCounts } from './counts.ts';
import { moved } from './move.ts';
import { orderQueues, removeQueue, saveQueue } from './operations.ts';
import { getQueueRow } from './rows.ts';
import { testRules } from './test-rules.ts';

export const queueHandlers = (
  desk: Desk,
): Pick<
  Handlers,
  'queue.save' | 'queue.remove' | 'queue.order' | 'queue.test' | 'queue.counts' | 'thread.move'
> => ({
  'queue.save': (input) => saveQueue(desk, input),
  'queue.remove': (input) => removeQueue(desk, input),
  'queue.order': (input) => orderQueues(desk, input),
  'queue.test': (input) => testRules(desk, input),
  'queue.counts': () => queueCounts(desk.db),
  'thread.move': (input) => moveThread(desk, input),
});

/** One's own and nobody's; everybody's for those who may assign. The assignee stays. */
const moveThread = (desk: Desk, { threadId, queueId }: Parsed<'thread.move'>): Changed => {
  assertMay(desk, 'thread.work');
  const row = getThread(desk.db, threadId);
  if (row.is_open === 0) throw new AppError('not-allowed', 'This thread is closed. Reopen it first.');
  if (queueId !== null) getQueueRow(desk.db, queueId);
  if (row.assignee_id !== desk.me && !may(getAgentRow(desk.db, desk.me).role, 'thread.assign')) {
    assertNobodys(desk, row);
  }
  const patch = moved(desk.db, row, queueId);
  if (patch.queue_id === row.queue_id && patch.queue_by_hand === row.queue_by_hand) return { seq: null };
  const { seq } = operate(
    desk,
    { op: 'thread.move', by: desk.me, threadId, input: { threadId, queueId } },
    (tx) => ({ value: null, inverse: restoring([patchThread(tx, row, patch)]) }),
  );
  return { seq };
};
