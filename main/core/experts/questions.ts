import type { Output, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import { assertMay, getAgent } from '../agents.ts';
import { given } from '../assignment/give.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { assertNobodys } from '../threads/operations.ts';
import { patchThread, type Patch } from '../threads/patch.ts';
import { getThread } from '../threads/rows.ts';
import { getQuestion, openQuestion, putQuestion, questionOf, questionsTo, type QuestionRow } from './rows.ts';

/** A clock longer than this is no clock. */
const longestMs = 7 * 24 * 3_600_000;

/**
 * One question to one colleague; the thread waits for them. Throws `taken` when somebody else has the thread,
 * `not-allowed` when a question is open there already, the thread is closed or the colleague is gone.
 */
export const ask = (desk: Desk, input: Parsed<'question.ask'>): Output<'question.ask'> => {
  const { threadId, expertId, text, dueAt } = input;
  assertMay(desk, 'thread.work');
  const thread = getThread(desk.db, threadId);
  if (thread.is_open === 0) throw new AppError('not-allowed', 'This thread is closed. Reopen it, then ask.');
  if (thread.assignee_id !== desk.me) assertNobodys(desk, thread);
  assertAskable(desk, expertId);
  const before = openQuestion(desk.db, threadId);
  if (before) {
    const { name } = getAgent(desk.db, before.expert_id);
    throw new AppError('not-allowed', `${name} has been asked already. Wait for the answer, or withdraw it.`);
  }
  if (dueAt <= desk.now() || dueAt > desk.now() + longestMs)
    throw new AppError('bad-input', 'The clock of a question ends within a week.');
  const id = newId(desk);
  const logged = { id, threadId, expertId, dueAt };
  const { seq } = operate(desk, { op: 'question.ask', by: desk.me, threadId, input: logged }, (tx, at) => {
    putQuestion(tx, {
      id,
      thread_id: threadId,
      asked_by: desk.me,
      expert_id: expertId,
      text,
      asked_at: at,
      due_at: dueAt,
      state: 'open',
      answer: null,
      ended_at: null,
    });
    const mine: Patch = thread.assignee_id === null ? given(tx, thread, desk.me, at) : {};
    const step = patchThread(tx, thread, { ...mine, return_at: null, expert_id: expertId, ...awake(thread) });
    return { value: null, inverse: { op: 'question.unask', input: { id, step } } };
  });
  return { seq, question: questionOf(getQuestion(desk.db, id)) };
};

/** The thread goes back to its agent. Whoever was asked may answer, whatever their role. */
export const answer = (desk: Desk, { id, text }: Parsed<'question.answer'>): { seq: number | null } => {
  const row = getOpen(desk, id);
  assertAsked(desk, row);
  const { thread_id: threadId } = row;
  const { seq } = operate(desk, { op: 'question.answer', by: desk.me, threadId, input: { id } }, (tx, at) => {
    putQuestion(tx, { ...row, state: 'answered', answer: text, ended_at: at });
    patchThread(tx, getThread(tx, threadId), { expert_id: null });
    return { value: null, inverse: { op: 'question.unanswer', input: { id } } };
  });
  return { seq };
};

/** Keeps what is written so far. Typing is not a step to take back. */
export const writeAnswer = (desk: Desk, { id, text }: Parsed<'question.write'>): { seq: number | null } => {
  const row = getOpen(desk, id);
  assertAsked(desk, row);
  if ((row.answer ?? '') === text) return { seq: null };
  const what = { op: 'question.write', by: desk.me, threadId: row.thread_id, input: { id } };
  const { seq } = operate(desk, what, (tx) => {
    putQuestion(tx, { ...row, answer: text === '' ? null : text });
    return { value: null };
  });
  return { seq };
};

/** By who asked, who has the thread by now, or who may give threads to others. */
export const withdraw = (desk: Desk, { id }: Parsed<'question.withdraw'>): { seq: number | null } => {
  const row = getOpen(desk, id);
  const thread = getThread(desk.db, row.thread_id);
  if (row.asked_by !== desk.me && thread.assignee_id !== desk.me) assertMay(desk, 'thread.assign');
  const what = { op: 'question.withdraw', by: desk.me, threadId: thread.id, input: { id } };
  const { seq } = operate(desk, what, (tx, at) => {
    putQuestion(tx, { ...row, state: 'withdrawn', ended_at: at });
    patchThread(tx, thread, { expert_id: null });
    return { value: null, inverse: { op: 'question.reask', input: { id } } };
  });
  return { seq };
};

export const myQuestions = (desk: Desk): Output<'question.mine'> =>
  questionsTo(desk.db, desk.me).map((row) => ({ ...questionOf(row), draft: row.answer ?? '' }));

/** Asking wakes a thread that sleeps. */
const awake = ({ status }: { status: string }): Patch =>
  status === 'snoozed' ? { status: 'open', snoozed_until: null, reason: null } : {};

const assertAskable = (desk: Desk, expertId: string): void => {
  if (expertId === desk.me)
    throw new AppError('not-allowed', 'A question goes to a colleague, not to oneself.');
  const { name, leftAt } = getAgent(desk.db, expertId);
  if (leftAt !== null) throw new AppError('not-allowed', `${name} has left the team.`);
};

const getOpen = (desk: Desk, id: string): QuestionRow => {
  const row = getQuestion(desk.db, id);
  if (row.state === 'open') return row;
  const how = row.state === 'answered' ? 'has been answered' : 'was withdrawn';
  throw new AppError('too-late', `This question ${how} meanwhile.`);
};

const assertAsked = (desk: Desk, row: QuestionRow): void => {
  if (row.expert_id === desk.me) return;
  throw new AppError('not-allowed', `This question is for ${getAgent(desk.db, row.expert_id).name}.`);
};
