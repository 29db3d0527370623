import { z } from 'zod';
import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import { answerWords, isAnswerTo, questionsOf, type FormQuestion } from '../../../shared/review/form.ts';
import { differencesIn, scoreOf } from '../../../shared/review/scoring.ts';
import type { Reader } from '../../db/db.ts';
import { assertMay } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { taking, type Inverses } from '../inverse.ts';
import { getForm } from './forms.ts';
import {
  answersIn,
  dropComment,
  dropSettled,
  findComment,
  getPick,
  getScore,
  putComment,
  putScore,
  putSettled,
  scoresOf,
  settledOf,
  type ScoreRow,
} from './rows.ts';

/** One answer of a half-made review; kept at once, so that no crash costs any. */
export const answer = (desk: Desk, { scoreId, questionId, answer }: Parsed<'review.answer'>): Changed => {
  const score = mineToMake(desk, scoreId);
  const question = questionIn(desk.db, score, questionId);
  if (answer !== null && !isAnswerTo(question, answer))
    throw new AppError('bad-input', `That is no answer to “${question.text}”.`);
  const before = answersIn(score)[questionId] ?? null;
  if (before === answer) return { seq: null };
  const input = { id: scoreId, questionId, was: before, now: answer };
  const { seq } = operate(desk, { op: 'review.answer', by: desk.me, input }, (tx) => {
    putScore(tx, { ...score, answers: withAnswer(score, questionId, answer) });
    return { value: null, inverse: { op: 'review.answerBack', input } };
  });
  return { seq };
};

/** What is said about one question. The words stand in their own table, and nowhere in the log. */
export const comment = (
  desk: Desk,
  { scoreId, questionId, text, messageId }: Parsed<'review.comment'>,
): Changed => {
  const score = mineToMake(desk, scoreId);
  questionIn(desk.db, score, questionId);
  if (messageId !== null) assertIn(desk.db, score, messageId);
  const before = findComment(desk.db, scoreId, questionId);
  if ((before?.text ?? '') === text && (before?.message_id ?? null) === messageId) return { seq: null };
  const input = { id: scoreId, questionId, length: text.length, messageId };
  const { seq } = operate(desk, { op: 'review.comment', by: desk.me, input }, (tx) => {
    if (text !== '' || messageId !== null)
      putComment(tx, { score_id: scoreId, question_id: questionId, text, message_id: messageId });
    else if (before) dropComment(tx, scoreId, questionId);
    return { value: null };
  });
  return { seq };
};

/** Throws `bad-input` while something that counts has no answer. */
export const finish = (desk: Desk, { scoreId: id }: Parsed<'review.finish'>): Changed => {
  const score = mineToMake(desk, id);
  const form = getForm(desk.db, score.form_id);
  const { points, isFailed, missing } = scoreOf(form, answersIn(score));
  const [first] = questionsOf(form).filter((question) => missing.includes(question.id));
  if (first)
    throw new AppError(
      'bad-input',
      `${missing.length === 1 ? 'One answer is' : `${missing.length} answers are`} missing, first “${first.text}”. What you have is kept.`,
    );
  const { seq } = operate(desk, { op: 'review.finish', by: desk.me, input: { id } }, (tx, at) => {
    putScore(tx, { ...score, points, is_failed: isFailed ? 1 : 0, done_at: at });
    return { value: null, inverse: { op: 'review.unfinish', input: { id } } };
  });
  return { seq };
};

/** What those who differ come to: one of them says what was agreed, or a third decides. Never the person reviewed. */
export const settleDifference = (
  desk: Desk,
  { pickId: id, questionId, answer }: Parsed<'review.settle'>,
): Changed => {
  assertMay(desk, 'review.work');
  const pick = getPick(desk.db, id);
  if (pick.agent_id === desk.me) throw new AppError('not-allowed', 'Nobody decides over their own work.');
  const scores = scoresOf(desk.db, id);
  const done = scores.filter(({ done_at }) => done_at !== null);
  const [first] = done;
  if (scores.some(({ scorer_id, done_at }) => scorer_id === desk.me && done_at === null))
    throw new AppError('not-allowed', 'Finish your own review first; it is made without knowing the others.');
  const form = first && getForm(desk.db, first.form_id);
  const question = form && differencesIn(form, done.map(answersIn)).find(({ id }) => id === questionId);
  if (!question) throw new AppError('bad-input', 'Those who reviewed this do not differ here.');
  if (!isAnswerTo(question, answer))
    throw new AppError('bad-input', `That is no answer to “${question.text}”.`);
  const before = settledOf(desk.db, id).find(({ question_id }) => question_id === questionId);
  if (before?.answer === answer) return { seq: null };
  const how = done.some(({ scorer_id }) => scorer_id === desk.me) ? 'agreed' : 'third';
  const was = before
    ? { answer: before.answer, how: before.how, agent_id: before.agent_id, at: before.at }
    : null;
  const input = { id, questionId, answer, how };
  const { seq } = operate(desk, { op: 'review.settle', by: desk.me, input }, (tx, at) => {
    putSettled(tx, { pick_id: id, question_id: questionId, answer, how, agent_id: desk.me, at });
    return { value: null, inverse: { op: 'review.settleBack', input: { id, questionId, now: answer, was } } };
  });
  return { seq };
};

const answerStep = z.object({
  id: z.string(),
  questionId: z.string(),
  was: z.string().nullable(),
  now: z.string().nullable(),
});
const settledWas = z.object({
  answer: z.string(),
  how: z.enum(['agreed', 'third']),
  agent_id: z.string(),
  at: z.number(),
});

export const scoreInverses: Inverses = {
  'review.answerBack': taking(answerStep, (tx, { id, questionId, was, now }) => {
    const score = getScore(tx, id);
    if (score.done_at !== null || (answersIn(score)[questionId] ?? null) !== now)
      throw new AppError('moved-on', 'This review has gone on since. It stays as it is now.');
    putScore(tx, { ...score, answers: withAnswer(score, questionId, was) });
  }),
  'review.unfinish': taking(z.object({ id: z.string() }), (tx, { id }) => {
    const score = getScore(tx, id);
    if (score.done_at === null || score.note_id !== null)
      throw new AppError('moved-on', 'Its agent was told of this review. It stays done.');
    if (settledOf(tx, score.pick_id).length > 0)
      throw new AppError('moved-on', 'What this review differed in was settled by now. It stays done.');
    putScore(tx, { ...score, points: null, is_failed: 0, done_at: null });
  }),
  'review.settleBack': taking(
    z.object({ id: z.string(), questionId: z.string(), now: z.string(), was: settledWas.nullable() }),
    (tx, { id, questionId, now, was }) => {
      const row = settledOf(tx, id).find(({ question_id }) => question_id === questionId);
      if (row?.answer !== now) throw new AppError('moved-on', 'Somebody has settled it otherwise since.');
      if (was) putSettled(tx, { ...row, ...was });
      else dropSettled(tx, id, questionId);
    },
  ),
};

/** Throws when it is somebody else's, or done, or about one's own work. */
const mineToMake = (desk: Desk, id: string): ScoreRow => {
  assertMay(desk, 'review.work');
  const score = getScore(desk.db, id);
  if (score.scorer_id !== desk.me)
    throw new AppError('not-allowed', 'This review is somebody else’s to make.');
  if (getPick(desk.db, score.pick_id).agent_id === desk.me)
    throw new AppError('not-allowed', 'Nobody reviews their own work.');
  if (score.done_at !== null) throw new AppError('moved-on', 'This review is done. Undo opens it again.');
  return score;
};

const questionIn = (db: Reader, { form_id }: ScoreRow, id: string): FormQuestion => {
  const question = questionsOf(getForm(db, form_id)).find((one) => one.id === id);
  if (!question) throw new AppError('bad-input', 'This form does not ask that.');
  return question;
};

const assertIn = (db: Reader, { pick_id }: ScoreRow, messageId: string): void => {
  const { thread_id } = getPick(db, pick_id);
  if (db.find('SELECT 1 FROM messages WHERE id = ? AND thread_id = ?', messageId, thread_id)) return;
  throw new AppError('bad-input', 'That message is not in this conversation.');
};

const withAnswer = (score: ScoreRow, questionId: string, answer: string | null): string => {
  const { [questionId]: _before, ...rest } = answersIn(score);
  return JSON.stringify(answer === null ? rest : { ...rest, [questionId]: answer });
};

/** A question with what was answered to it, in words. */
export const lineOf = (question: FormQuestion, given: string | undefined): string =>
  `${question.text}: ${answerWords(question, given)}`;
