import { z } from 'zod';
import type { Changed, Output, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { questionsOf } from '../../../shared/review/form.ts';
import { scoreOf } from '../../../shared/review/scoring.ts';
import { may } from '../../../shared/roles.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { allAgents, assertMay, getAgent } from '../agents.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { taking, type Inverses } from '../inverse.ts';
import { countNotes, setRemoved } from '../notes/notes.ts';
import { getNote, putNote } from '../notes/rows.ts';
import { getThread } from '../threads/rows.ts';
import { giveTo } from './draw.ts';
import { getForm } from './forms.ts';
import {
  answersIn,
  commentsOf,
  dropScore,
  getPick,
  getSample,
  getScore,
  putPick,
  putScore,
  scoresOf,
  settledAnswers,
  type PickRow,
  type ScoreRow,
} from './rows.ts';
import { lineOf } from './score.ts';

/** Tells the agent whose work it was, in a note on the thread that is for them. Only what is done, and only once. */
export const sendFeedback = (desk: Desk, { scoreId: id }: Parsed<'review.send'>): Output<'review.send'> => {
  assertMay(desk, 'review.work');
  const score = getScore(desk.db, id);
  const pick = getPick(desk.db, score.pick_id);
  if (pick.agent_id === desk.me) throw new AppError('not-allowed', 'Nobody sends themselves a review.');
  if (score.done_at === null) throw new AppError('bad-input', 'Finish this review first, then send it.');
  if (score.note_id !== null) return { seq: null, noteId: score.note_id as NoteId };
  const thread = getThread(desk.db, pick.thread_id);
  const noteId = newId(desk) as NoteId;
  const input = { id, noteId, to: pick.agent_id };
  const what = { op: 'review.send', by: desk.me, threadId: thread.id, input };
  const { seq } = operate(desk, what, (tx, at) => {
    putNote(tx, {
      ...{ id: noteId, customer_id: thread.customer_id, thread_id: thread.id, agent_id: desk.me },
      ...{ text: feedbackText(tx, score), mentions: JSON.stringify([pick.agent_id]) },
      ...{ created_at: at, removed_at: null, score_id: id },
    });
    countNotes(tx, thread.id);
    putScore(tx, { ...score, note_id: noteId });
    return { value: null, inverse: { op: 'review.unsend', input: { id, noteId } } };
  });
  return { seq, noteId };
};

/** Every answer and what was said about it, as it was settled where reviewers differed. */
const feedbackText = (db: Reader, score: ScoreRow): string => {
  const form = getForm(db, score.form_id);
  const answers = { ...answersIn(score), ...settledAnswers(db, score.pick_id) };
  const { points, isFailed } = scoreOf(form, answers);
  const comments = new Map(commentsOf(db, score.id).map((row) => [row.question_id, row.text]));
  const total = points === null ? 'nothing applied' : `${Math.round(points)} of 100`;
  const lines = questionsOf(form).flatMap((question) => {
    const said = comments.get(question.id) ?? '';
    if (question.kind === 'text') return said === '' ? [] : [`${question.text}: ${said}`];
    const line = lineOf(question, answers[question.id]);
    return [said === '' ? line : `${line}. ${said}`];
  });
  const head = `Review: ${total}${isFailed ? ', because one thing decides over the whole' : ''}`;
  return [`${head} (${form.name}, version ${form.version})`, ...lines].join('\n');
};

/** The agent wants somebody else to look: a second review, made without knowing the first. */
export const lookAgain = (
  desk: Desk,
  { noteId }: Parsed<'review.lookAgain'>,
): Changed & { scorer: string } => {
  const score = getScore(desk.db, getNote(desk.db, noteId).score_id ?? '');
  const pick = getPick(desk.db, score.pick_id);
  if (pick.agent_id !== desk.me)
    throw new AppError('not-allowed', 'Only the person reviewed may ask for this.');
  if (pick.asked_at !== null) throw new AppError('taken', 'A second look was asked for already.');
  const scorer = whoElse(desk, pick);
  if (scorer === undefined)
    throw new AppError(
      'not-allowed',
      'Nobody else here may review. Answer with a note on the thread instead.',
    );
  const id = pick.id;
  const what = {
    op: 'review.lookAgain',
    by: desk.me,
    threadId: pick.thread_id,
    input: { id, noteId, scorer },
  };
  const { seq } = operate(desk, what, (tx, at) => {
    putPick(tx, { ...pick, asked_at: at });
    const second = giveTo(tx, desk, { pick: id, scorer, form: score.form_id, at });
    return { value: null, inverse: { op: 'review.lookBack', input: { id, second } } };
  });
  return { seq, scorer: getAgent(desk.db, scorer).name };
};

/** Of those who have not reviewed it the one with the fewest reviews to make, from among its sample's reviewers first. */
const whoElse = ({ db }: Desk, pick: PickRow): string | undefined => {
  const had = new Set([pick.agent_id, ...scoresOf(db, pick.id).map(({ scorer_id }) => scorer_id)]);
  const asked = new Set(JSON.parse(getSample(db, pick.sample_id).scorers) as string[]);
  const load = (id: string): number =>
    db.find<{ n: number }>(
      'SELECT count(*) AS n FROM review_scores WHERE scorer_id = ? AND done_at IS NULL',
      id,
    )?.n ?? 0;
  return allAgents(db)
    .filter(({ id, role, leftAt }) => leftAt === null && may(role, 'review.work') && !had.has(id))
    .map(({ id }) => ({ id, isAsked: asked.has(id), load: load(id) }))
    .sort((a, b) => Number(b.isAsked) - Number(a.isAsked) || a.load - b.load || (a.id < b.id ? -1 : 1))[0]
    ?.id;
};

export const feedbackInverses: Inverses = {
  'review.unsend': taking(z.object({ id: z.string(), noteId: z.string() }), (tx, { id, noteId }, at) => {
    const score = getScore(tx, id);
    const note = getNote(tx, noteId);
    if (score.note_id !== noteId || getPick(tx, score.pick_id).asked_at !== null)
      throw new AppError('moved-on', 'A second look was asked for by now. The note stays.');
    if (note.removed_at === null) setRemoved(tx, note, at);
    putScore(tx, { ...score, note_id: null });
  }),
  'review.lookBack': taking(z.object({ id: z.string(), second: z.string() }), (tx, { id, second }) =>
    undoLook(tx, id, second),
  ),
};

const undoLook = (tx: Tx, id: string, second: string): void => {
  if (getScore(tx, second).answers !== '{}' || commentsOf(tx, second).length > 0)
    throw new AppError('moved-on', 'The second look has begun by now.');
  dropScore(tx, second);
  putPick(tx, { ...getPick(tx, id), asked_at: null });
};
