import type { Action } from '../../../shared/action.ts';
import type { Changed, Parsed } from '../../../shared/api.ts';
import type { BulkDone, Left, Obstacle, Target } from '../../../shared/api/bulk.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Inverse } from '../../db/changes.ts';
import type { Tx } from '../../db/db.ts';
import { assertMay, getAgent } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { restoring, type Step } from '../threads/patch.ts';
import { getThread, type ThreadRow } from '../threads/rows.ts';
import { putColumns } from './columns.ts';
import { judgeOf } from './judge.ts';
import { movingBack } from './move-back.ts';
import { takeStep } from './step.ts';
import { rowsOf, sizeOf } from './target.ts';

/** Does one thing to many threads: one operation, one row in `changes`, one undo. */
export const applyToMany = (desk: Desk, { target, action, expected }: Parsed<'bulk.apply'>): BulkDone => {
  assertMay(desk, 'filter' in target ? 'thread.bulk' : 'thread.work');
  const what = { op: `bulk.${action.do}`, by: desk.me, input: { ...asked(target), action } };
  const { value, seq } = operate(desk, what, (tx, at) => {
    const rows = rowsOf(desk, target);
    const gone = sizeOf(target, rows) - rows.length;
    const { inverse, changed, left } = run(tx, desk, at, rows, action);
    assertExpected(expected, changed);
    if (gone > 0) left.push({ why: 'gone', count: gone });
    return { value: { changed, left }, ...(inverse && { inverse }) };
  });
  return { seq, ...value };
};

/** One thread, to a person or to nobody; what would be left as it is, is refused with its reason. */
export const assign = (desk: Desk, { threadId, to, from }: Parsed<'thread.assign'>): Changed => {
  const before = getThread(desk.db, threadId);
  if (from !== undefined && before.assignee_id !== from) assertStill(desk, before);
  const what = { op: 'thread.assign', by: desk.me, threadId, input: { threadId, to } };
  const { seq } = operate(desk, what, (tx, at) => {
    const { inverse, left } = run(tx, desk, at, [before], { do: 'assign', to });
    const [obstacle] = left;
    if (obstacle) throw refusal(desk, before, obstacle.why);
    return { value: null, ...(inverse && { inverse }) };
  });
  return { seq };
};

const run = (
  tx: Tx,
  desk: Desk,
  at: Ms,
  rows: readonly ThreadRow[],
  action: Action,
): { changed: number; left: Left; inverse?: Inverse } => {
  const judge = judgeOf(tx, desk.me, action, at);
  const left = new Map<Obstacle, number>();
  const moved: Step[] = [];
  const steps: Step[] = [];
  for (const row of rows) {
    const verdict = judge(row);
    if (verdict.is === 'columns') moved.push(putColumns(tx, row, verdict.patch));
    if (verdict.is === 'step') steps.push(...takeStep(tx, desk, at, row, verdict.action));
    if (verdict.is === 'left') left.set(verdict.why, (left.get(verdict.why) ?? 0) + 1);
  }
  const inverse = steps.length > 0 ? restoring(steps) : moved.length > 0 ? movingBack(moved) : undefined;
  return {
    changed: moved.length + steps.length,
    left: [...left].map(([why, count]) => ({ why, count })),
    ...(inverse && { inverse }),
  };
};

/** So much may come and go between looking and doing, and what was looked at is still true. */
const tolerance = 0.05;

const assertExpected = (expected: number | null, changed: number): void => {
  if (expected === null || Math.abs(changed - expected) <= Math.max(5, expected * tolerance)) return;
  throw new AppError(
    'moved-on',
    `This would change ${changed} threads by now, not ${expected}. Nothing was changed. Look again, then confirm.`,
  );
};

const asked = (target: Target): object =>
  'filter' in target ? { filter: target.filter } : { threads: target.threadIds.length };

const assertStill = (desk: Desk, { assignee_id }: ThreadRow): void => {
  const words =
    assignee_id === null ? 'It is nobody’s by now.' : `${getAgent(desk.db, assignee_id).name} has it by now.`;
  throw new AppError('taken', `Somebody was quicker. ${words}`);
};

const refusal = (desk: Desk, { assignee_id }: ThreadRow, why: Obstacle): AppError => {
  if (why === 'closed') return new AppError('not-allowed', 'This thread is closed. Reopen it first.');
  if (why === 'not-yours' && assignee_id !== null) {
    const { name, initials } = getAgent(desk.db, assignee_id);
    return new AppError('taken', `${name} (^${initials}) has this thread.`);
  }
  if (why === 'sending')
    return new AppError('not-allowed', 'An answer is on its way. Wait until it is sent.');
  return new AppError('not-allowed', 'This can’t be done with this thread now.');
};
