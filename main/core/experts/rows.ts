import { AppError } from '../../../shared/errors.ts';
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
  /** While the question is open: what the colleague has written so far, shown to nobody else. */
  answer: string | null;
  ended_at: number | null;
  revision: number;
};

/** Throws `not-found`. */
export const getQuestion = (db: Reader, id: string): QuestionRow => {
  const row = db.find<QuestionRow>('SELECT * FROM questions WHERE id = ?', id);
  if (!row) throw new AppError('not-found', 'This question is no longer on this desk.');
  return row;
};

/** At most one per thread. */
export const openQuestion = (db: Reader, threadId: string): QuestionRow | undefined =>
  db.find<QuestionRow>(
    "SELECT * FROM questions WHERE thread_id = ? AND state = 'open' ORDER BY asked_at DESC LIMIT 1",
    threadId,
  );

/** Open, of threads that are open, the one due first first. */
export const questionsTo = (db: Reader, expertId: string): QuestionRow[] =>
  db.all<QuestionRow>(
    'SELECT q.* FROM questions q JOIN threads t ON t.id = q.thread_id AND t.is_open = 1 ' +
      "WHERE q.expert_id = ? AND q.state = 'open' ORDER BY q.due_at, q.id",
    expertId,
  );

export const putQuestion = (tx: Tx, row: Omit<QuestionRow, 'revision'>): void => put(tx, 'questions', row);

/**
 * Folding: what was asked follows the customer. A thread waits for one colleague: a second open question is withdrawn, as if it
 * had never waited, for that time is counted already. Returns who is asked in the thread that stays.
 */
export const moveQuestions = (tx: Tx, from: string, into: string): string | null => {
  const kept = openQuestion(tx, into);
  for (const row of tx.all<QuestionRow>('SELECT * FROM questions WHERE thread_id = ?', from)) {
    const isSecond = row.state === 'open' && kept !== undefined;
    putQuestion(tx, {
      ...row,
      thread_id: into,
      ...(isSecond ? { state: 'withdrawn', answer: null, ended_at: row.asked_at } : {}),
    });
  }
  return openQuestion(tx, into)?.expert_id ?? null;
};

/** Which questions a thread has, and which of them wait for an answer: what undo of folding gives back. */
export const questionStates = (db: Reader, threadId: string): { id: string; isOpen: boolean }[] =>
  db
    .all<QuestionRow>('SELECT * FROM questions WHERE thread_id = ?', threadId)
    .map(({ id, state }) => ({ id, isOpen: state === 'open' }));

/** Undo of folding: they are this thread's again; one that was withdrawn only because of the folding waits again. */
export const moveQuestionsBack = (
  tx: Tx,
  states: readonly { id: string; isOpen: boolean }[],
  to: string,
): void => {
  for (const { id, isOpen } of states) {
    const row = tx.find<QuestionRow>('SELECT * FROM questions WHERE id = ?', id);
    if (!row) continue;
    const wasCut = isOpen && row.state === 'withdrawn' && row.ended_at === row.asked_at;
    putQuestion(tx, { ...row, thread_id: to, ...(wasCut ? { state: 'open', ended_at: null } : {}) });
  }
};

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
  answer: row.state === 'answered' ? row.answer : null,
  endedAt: row.ended_at,
  revision: row.revision,
});
