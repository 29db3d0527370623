import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { Tx } from '../../db/db.ts';
import { taking, type Inverses } from '../inverse.ts';
import { patchThread, type Patch } from '../threads/patch.ts';
import { getThread, type ThreadRow } from '../threads/rows.ts';
import { getQuestion, openQuestion, putQuestion, type QuestionRow } from './rows.ts';

const columns = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export const expertInverses: Inverses = {
  /** Until it is answered or withdrawn. What was claimed by asking is given back, unless somebody has it by now. */
  'question.unask': taking(
    z.object({ id: z.string(), step: z.object({ was: columns, now: columns }) }),
    (tx, { id, step }, at) => {
      const row = getQuestion(tx, id);
      if (row.state !== 'open') throw tooLate('The question has ended meanwhile. It stays as it is.');
      putQuestion(tx, { ...row, state: 'withdrawn', answer: null, ended_at: at });
      const thread = getThread(tx, row.thread_id);
      patchThread(tx, thread, { ...stillAs(thread, step), expert_id: null });
    },
  ),
  /** Until who asked has done something on the thread: then the answer has been used. */
  'question.unanswer': taking(z.object({ id: z.string() }), (tx, { id }) => {
    const row = getQuestion(tx, id);
    if (hasActed(tx, row)) throw tooLate('Your colleague works with the answer by now. It stays as it is.');
    openAgain(tx, row);
  }),
  'question.reask': taking(z.object({ id: z.string() }), (tx, { id }) =>
    openAgain(tx, { ...getQuestion(tx, id), answer: null }),
  ),
};

const openAgain = (tx: Tx, row: QuestionRow): void => {
  const thread = getThread(tx, row.thread_id);
  if (thread.is_open === 0) throw tooLate('The thread has been closed meanwhile.');
  if (openQuestion(tx, row.thread_id)) throw tooLate('Another question is open there by now.');
  putQuestion(tx, { ...row, state: 'open', ended_at: null });
  patchThread(tx, thread, { expert_id: row.expert_id });
};

/** What the step set and nobody has changed since. */
const stillAs = (
  thread: ThreadRow,
  { was, now }: { was: Record<string, unknown>; now: Record<string, unknown> },
): Patch =>
  Object.fromEntries(
    Object.entries(was).filter(([column]) => thread[column as keyof ThreadRow] === now[column]),
  ) as Patch;

const hasActed = (tx: Tx, { thread_id, expert_id, asked_by }: QuestionRow): boolean =>
  tx.find(
    "SELECT 1 FROM changes WHERE thread_id = ? AND agent = ? AND op NOT IN ('thread.read', 'thread.seen') AND seq > " +
      "(SELECT max(seq) FROM changes WHERE thread_id = ? AND agent = ? AND op = 'question.answer') LIMIT 1",
    thread_id,
    asked_by,
    thread_id,
    expert_id,
  ) !== undefined;

const tooLate = (why: string): AppError => new AppError('moved-on', why);
