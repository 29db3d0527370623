import type { Ms } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';

/**
 * How long a thread has waited for colleagues, all its questions together. A question that was still open when the thread
 * was closed stopped waiting then.
 */
export const expertWaited = (db: Reader, threadId: string, now: Ms): { ms: Ms; questions: number } =>
  db.find<{ ms: Ms; questions: number }>(
    'SELECT coalesce(sum(max(0, coalesce(q.ended_at, CASE t.is_open WHEN 0 THEN t.closed_at END, ?) - q.asked_at)), 0) ' +
      'AS ms, count(*) AS questions FROM questions q JOIN threads t ON t.id = q.thread_id WHERE q.thread_id = ?',
    now,
    threadId,
  ) ?? { ms: 0, questions: 0 };

/** Put to one person and not answered yet, on threads that are open; and those of them past their time. */
export const questionsOpenTo = (
  db: Reader,
  expertId: string,
  now: Ms,
): { questions: number; questionsOver: number } =>
  db.find<{ questions: number; questionsOver: number }>(
    'SELECT count(*) AS questions, coalesce(sum(q.due_at < ?), 0) AS questionsOver FROM questions q ' +
      "JOIN threads t ON t.id = q.thread_id WHERE q.expert_id = ? AND q.state = 'open' AND t.is_open = 1",
    now,
    expertId,
  ) ?? { questions: 0, questionsOver: 0 };

/** Open past their time, on threads that are open: for the supervisor's numbers. */
export const overdueQuestions = (db: Reader, now: Ms): number =>
  db.find<{ n: number }>(
    'SELECT count(*) AS n FROM threads t JOIN questions q ON q.thread_id = t.id ' +
      "WHERE t.expert_id IS NOT NULL AND t.is_open = 1 AND q.state = 'open' AND q.due_at < ?",
    now,
  )?.n ?? 0;
