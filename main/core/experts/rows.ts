import type { AgentId, QuestionId, ThreadId } from '../../../shared/ids.ts';
import type { Question } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';

/** The only file that writes `questions`. */
export type QuestionRow = {
  id: string;
  thread_id: string;
  asked_by: string;
  expert_id: string;
  text: string;
  asked_at: number;
  due_at: number;
  state: Question['state'];
  answer: string | null;
  ended_at: number | null;
  revision: number;
};

export const putQuestion = (tx: Tx, row: Omit<QuestionRow, 'revision'>): void => put(tx, 'questions', row);

export const questionsById = (db: Reader, ids: Iterable<string>): Question[] =>
  [...ids].flatMap((id) => db.all<QuestionRow>('SELECT * FROM questions WHERE id = ?', id)).map(questionOf);

/** Oldest first. */
export const questionsOf = (db: Reader, threadId: string): Question[] =>
  db
    .all<QuestionRow>('SELECT * FROM questions WHERE thread_id = ? ORDER BY asked_at, id', threadId)
    .map(questionOf);

export const questionOf = (row: QuestionRow): Question => ({
  id: row.id as QuestionId,
  threadId: row.thread_id as ThreadId,
  askedBy: row.asked_by as AgentId,
  expertId: row.expert_id as AgentId,
  text: row.text,
  askedAt: row.asked_at,
  dueAt: row.due_at,
  state: row.state,
  answer: row.answer,
  endedAt: row.ended_at,
  revision: row.revision,
});
