import type { Parsed } from '../../../shared/api.ts';
import type { HandOverLine } from '../../../shared/api/people.ts';
import { AppError } from '../../../shared/errors.ts';
import type { HandedOver } from '../../../shared/hand-over.ts';
import type { AgentId, ThreadId } from '../../../shared/ids.ts';
import type { Tx } from '../../db/db.ts';
import type { AgentRow } from '../agents.ts';
import { given } from '../assignment/give.ts';
import { operate, type Desk } from '../desk.ts';
import { putQuestion, type QuestionRow } from '../experts/rows.ts';
import { putEscalation, type EscalationRow } from '../phone/rows.ts';
import { patchThread, type Step } from '../threads/patch.ts';
import { getThread, type ThreadRow } from '../threads/rows.ts';
import { moveBaton, type Passed } from './baton.ts';
import { whose, writeDuty } from './duty.ts';
import { writeAboutHandOver } from './hand-over-note.ts';
import { batonsInHand, callbacksInHand, questionsInHand, threadsInHand } from './in-hand.ts';
import { draftsOf } from './sheet.ts';
import { getSuccessor, isAnybodyElseOnDuty } from './successors.ts';

/** A row of another room that went to somebody else, before and after. */
export type Moved<C extends string> = {
  id: string;
  was: Record<C, string | null>;
  now: Record<C, string | null>;
};

/** What `duty.takeBack` needs. Ids only: no word of anybody's. */
export type TakeBack = {
  agentId: string;
  duty: AgentRow['duty'];
  since: number;
  steps: Step[];
  callbacks: Moved<'assignee_id'>[];
  questions: Moved<'expert_id' | 'state'>[];
  batons: Passed[];
  notes: string[];
};

/**
 * Everything in somebody's hands goes to successors or back, and they go off duty: one operation, all of it or none.
 * Throws `not-allowed` when a successor is not on duty, or a baton would be left without a person.
 */
export const handOver = (desk: Desk, input: Parsed<'duty.handOver'>): HandedOver => {
  const { db } = desk;
  const row = whose(desk, input.agentId);
  const plan = planOf(input);
  assertSuccessors(desk, row, input);
  const batons = batonsOf(desk, row, plan);
  const mine = threadsInHand(db, row.id);
  const ids = new Set<string>(mine.map(({ id }) => id));
  const seen = new Set<string>(input.seen);
  const named = [...input.seen, ...input.lines.flatMap((line) => (line.about === 'thread' ? [line.id] : []))];

  const { lines, to } = input;
  const what = { op: 'duty.handOver', by: desk.me, input: { agentId: row.id, to, lines } };
  operate(desk, what, (tx, at) => {
    const back: TakeBack = {
      agentId: row.id,
      duty: row.duty,
      since: row.duty_since,
      steps: mine.map((thread) => give(tx, thread, plan('thread', thread.id), at)),
      callbacks: callbacksInHand(tx, row.id).map((call) => passCallback(tx, call, plan('callback', call.id))),
      questions: questionsInHand(tx, row.id).map((one) =>
        passQuestion(tx, one, plan('question', one.id), at),
      ),
      batons: batons.map(({ accountId, to }) => moveBaton(tx, accountId, to)),
      notes: writeAboutHandOver(tx, desk, at, {
        from: row,
        reason: input.reason,
        drafts: draftsOf(tx, row.id),
        back: mine.filter(({ id }) => plan('thread', id) === null).map(({ id }) => id),
      }),
    };
    // A question may have been asked about a thread that was in these same hands.
    back.steps.push(...back.questions.flatMap((moved) => followQuestion(tx, moved)));
    writeDuty(tx, row, 'off', at);
    return { value: null, inverse: { op: 'duty.takeBack', input: back } };
  });
  return {
    threads: mine.length,
    movedOn: [...new Set(named)].filter((id): id is ThreadId => !ids.has(id)),
    cameMeanwhile: mine.filter(({ id }) => !seen.has(id)).length,
    batonsKept: batonsInHand(db, row.id).length,
  };
};

type Plan = (about: HandOverLine['about'], id: string) => AgentId | null;

/** A line of its own, else where everything goes. */
const planOf = ({ lines, to }: Parsed<'duty.handOver'>): Plan => {
  const own = new Map<string, AgentId | null>(lines.map((line) => [`${line.about} ${line.id}`, line.to]));
  return (about, id) => own.get(`${about} ${id}`) ?? (own.has(`${about} ${id}`) ? null : to);
};

const assertSuccessors = (desk: Desk, from: AgentRow, { to, lines }: Parsed<'duty.handOver'>): void => {
  for (const id of new Set([to, ...lines.map((line) => line.to)])) {
    if (id === null) continue;
    if (id === from.id) throw new AppError('bad-input', `${from.name} can’t be their own successor.`);
    getSuccessor(desk.db, id);
  }
};

/** Only a person can be accountable. With nobody else on duty, who goes home stays so. */
const batonsOf = (desk: Desk, from: AgentRow, plan: Plan): { accountId: string; to: string }[] => {
  if (!isAnybodyElseOnDuty(desk.db, from.id)) return [];
  return batonsInHand(desk.db, from.id).map(({ id, handle }) => {
    const to = plan('baton', id);
    if (to !== null) return { accountId: id, to };
    throw new AppError(
      'not-allowed',
      `The baton for @${handle} needs a person on duty. Choose who takes it; nothing was changed.`,
    );
  });
};

const give = (tx: Tx, thread: ThreadRow, to: string | null, at: number): Step =>
  patchThread(tx, thread, given(tx, thread, to, at));

const passCallback = (tx: Tx, row: EscalationRow, to: string | null): Moved<'assignee_id'> => {
  putEscalation(tx, { ...row, assignee_id: to });
  return { id: row.id, was: { assignee_id: row.assignee_id }, now: { assignee_id: to } };
};

/** Given back to who asked, a question is withdrawn: they may ask somebody else. */
const passQuestion = (
  tx: Tx,
  row: QuestionRow,
  to: string | null,
  at: number,
): Moved<'expert_id' | 'state'> => {
  // Who asked can't answer themselves: it comes back to them instead.
  const next = to === row.asked_by ? null : to;
  const { id, expert_id, state } = row;
  if (next === null) putQuestion(tx, { ...row, state: 'withdrawn', ended_at: at });
  else putQuestion(tx, { ...row, expert_id: next });
  const now = next === null ? { expert_id, state: 'withdrawn' } : { expert_id: next, state };
  return { id, was: { expert_id, state }, now };
};

const followQuestion = (tx: Tx, { id, now }: Moved<'expert_id' | 'state'>): Step[] => {
  const threadId = tx.find<{ thread_id: string }>(
    'SELECT thread_id FROM questions WHERE id = ?',
    id,
  )?.thread_id;
  if (threadId === undefined) return [];
  const expert_id = now.state === 'open' ? now.expert_id : null;
  return [patchThread(tx, getThread(tx, threadId), { expert_id })];
};
