import { z } from 'zod';
import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import { threadId } from '../../../shared/ids.ts';
import type { Tx } from '../../db/db.ts';
import { assertMay } from '../agents.ts';
import { moveMarks } from '../clocks/marks.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { getMessage, moveBefore } from '../messages.ts';
import { countNotes } from '../notes/notes.ts';
import { holdLikewise } from '../retention/hold-rows.ts';
import { withTags } from '../tags/thread-tags.ts';
import { assertMine } from './act.ts';
import { moveAll } from './join.ts';
import { findThread, getThread, threadsOf, type ThreadRow } from './rows.ts';
import { addThreads, settle } from './settle.ts';

/**
 * A new matter begins with this message. What came before goes to a thread of its own, which is done; everything that is
 * under way (drafts, notes, who has it) stays with the open one, which keeps its id.
 */
export const split = (desk: Desk, { threadId, messageId }: Parsed<'thread.split'>): Changed => {
  assertMay(desk, 'thread.work');
  const before = getThread(desk.db, threadId);
  assertMine(desk, before);
  if (before.is_open === 0) {
    throw new AppError(
      'not-allowed',
      'This thread is closed: whatever comes next can be a matter of its own.',
    );
  }
  const first = getMessage(desk.db, messageId);
  if (first.thread_id !== threadId)
    throw new AppError('moved-on', 'This message is in another thread by now.');
  if (first.role !== 'in' || first.created_at <= before.first_at) {
    throw new AppError('bad-input', 'A new matter begins with a later message of the customer.');
  }
  const id = newId(desk);
  const input = { threadId, messageId, earlier: id };
  const { seq } = operate(desk, { op: 'thread.split', by: desk.me, threadId, input }, (tx, at) => {
    addThreads(tx, [{ ...before, ...earlierOf(id, at, first.created_at) }]);
    withTags(tx, at, { id, tags: '[]' }, JSON.parse(before.tags) as string[]);
    moveBefore(tx, threadId, id, first.created_at);
    settle(tx, id);
    settle(tx, threadId, { is_split: 1, previous_id: id });
    holdLikewise(tx, { threadId }, { threadId: id, customerId: before.customer_id });
    const { is_split, previous_id } = before;
    return {
      value: null,
      inverse: { op: 'thread.unsplit', input: { threadId, earlier: id, at, was: { is_split, previous_id } } },
    };
  });
  return { seq };
};

const earlierOf = (id: string, at: number, until: number): Partial<ThreadRow> => ({
  id,
  is_open: 0,
  status: 'resolved',
  reason: 'answered',
  closed_at: at,
  cleared_until: until - 1,
  last_at: until - 1,
  waiting_since: null,
  snoozed_until: null,
  return_at: null,
  expert_id: null,
  sending: null,
  notes: 0,
  marks: 0,
  breaches: 0,
  revision: 1,
});

export const unsplitInput = z.object({
  threadId,
  earlier: threadId,
  at: z.number(),
  was: z.object({ is_split: z.union([z.literal(0), z.literal(1)]), previous_id: z.string().nullable() }),
});

/** Undo: one matter after all. Throws `moved-on` when the earlier part has had a life of its own since. */
export const unsplit = (tx: Tx, at: number, split: z.output<typeof unsplitInput>): void => {
  const [thread, earlier] = [findThread(tx, split.threadId), findThread(tx, split.earlier)];
  if (!thread || earlier?.is_open !== 0 || earlier.closed_at !== split.at) {
    throw new AppError('moved-on', 'The earlier part has been taken up again since. The two stay apart.');
  }
  withTags(tx, at, earlier, []);
  const marks = moveMarks(tx, earlier.id, thread.id);
  for (const { id, previous_id } of threadsOf(tx, thread.customer_id, thread.account_id)) {
    if (previous_id === earlier.id && id !== thread.id) settle(tx, id, { previous_id: thread.id });
  }
  moveAll(tx, earlier, thread);
  settle(tx, thread.id, { ...split.was, marks: thread.marks + marks });
  countNotes(tx, thread.id);
  holdLikewise(tx, { threadId: earlier.id }, { threadId: thread.id, customerId: thread.customer_id });
};
