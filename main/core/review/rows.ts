import { coverCards } from '../../../shared/card-numbers.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Answers } from '../../../shared/review/form.ts';
import type { Mode } from '../../../shared/review/rule.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { drop, put } from '../../db/put.ts';

/** The only file that writes `review_samples`, `review_picks`, `review_scores`, `review_comments` and `review_settled`. */
export type SampleRow = {
  id: string;
  /** JSON: `SampleRule`. */
  rule: string;
  mode: Mode;
  seed: number;
  /** JSON: ids of agents. */
  scorers: string;
  form_id: string;
  drawn_by: string;
  drawn_at: number;
  removed_at: number | null;
  revision: number;
};
export type PickRow = {
  id: string;
  sample_id: string;
  thread_id: string;
  agent_id: string;
  position: number;
  asked_at: number | null;
  revision: number;
};
export type ScoreRow = {
  id: string;
  pick_id: string;
  scorer_id: string;
  form_id: string;
  /** JSON: `Answers`. */
  answers: string;
  points: number | null;
  is_failed: 0 | 1;
  done_at: number | null;
  note_id: string | null;
  created_at: number;
  revision: number;
};
export type CommentRow = {
  score_id: string;
  question_id: string;
  text: string;
  message_id: string | null;
  revision: number;
};
export type SettledRow = {
  pick_id: string;
  question_id: string;
  answer: string;
  how: 'agreed' | 'third';
  agent_id: string;
  at: number;
  revision: number;
};
type New<R> = Omit<R, 'revision'>;

export const putSample = (tx: Tx, row: New<SampleRow>): void => put(tx, 'review_samples', row);
export const putPick = (tx: Tx, row: New<PickRow>): void => put(tx, 'review_picks', row);
export const putScore = (tx: Tx, row: New<ScoreRow>): void => put(tx, 'review_scores', row);
export const dropScore = (tx: Tx, id: string): void => drop(tx, 'review_scores', id);
/** Numbers of payment cards are covered here as in notes. */
export const putComment = (tx: Tx, row: New<CommentRow>): void =>
  put(tx, 'review_comments', { ...row, text: coverCards(row.text) });
export const dropComment = (tx: Tx, score: string, question: string): void =>
  drop(tx, 'review_comments', score, question);
export const putSettled = (tx: Tx, row: New<SettledRow>): void => put(tx, 'review_settled', row);
export const dropSettled = (tx: Tx, pick: string, question: string): void =>
  drop(tx, 'review_settled', pick, question);

const getter =
  <R>(table: string, words: string) =>
  (db: Reader, id: string): R => {
    const row = db.find<R>(`SELECT * FROM ${table} WHERE id = ?`, id);
    if (!row) throw new AppError('not-found', words);
    return row;
  };

/** Each throws `not-found`. */
export const getSample = getter<SampleRow>('review_samples', 'This sample is no longer on this desk.');
export const getPick = getter<PickRow>('review_picks', 'This review is no longer on this desk.');
export const getScore = getter<ScoreRow>('review_scores', 'This review is no longer on this desk.');

export const scoresOf = (db: Reader, pickId: string): ScoreRow[] =>
  db.all<ScoreRow>('SELECT * FROM review_scores WHERE pick_id = ? ORDER BY created_at, id', pickId);

export const commentsOf = (db: Reader, scoreId: string): CommentRow[] =>
  db.all<CommentRow>('SELECT * FROM review_comments WHERE score_id = ?', scoreId);

export const findComment = (db: Reader, scoreId: string, questionId: string): CommentRow | undefined =>
  db.find<CommentRow>(
    'SELECT * FROM review_comments WHERE score_id = ? AND question_id = ?',
    scoreId,
    questionId,
  );

export const settledOf = (db: Reader, pickId: string): SettledRow[] =>
  db.all<SettledRow>('SELECT * FROM review_settled WHERE pick_id = ?', pickId);

export const answersIn = (row: Pick<ScoreRow, 'answers'>): Answers => JSON.parse(row.answers) as Answers;

export const settledAnswers = (db: Reader, pickId: string): Answers =>
  Object.fromEntries(settledOf(db, pickId).map(({ question_id, answer }) => [question_id, answer]));

/** Folding: reviews follow their thread. Tells which. */
export const movePicks = (tx: Tx, from: string, into: string): string[] => {
  const rows = tx.all<PickRow>('SELECT * FROM review_picks WHERE thread_id = ?', from);
  for (const row of rows) putPick(tx, { ...row, thread_id: into });
  return rows.map(({ id }) => id);
};

export const movePicksBack = (tx: Tx, ids: readonly string[], to: string): void => {
  for (const id of ids) putPick(tx, { ...getPick(tx, id), thread_id: to });
};
