import { coverCards } from '../../../shared/card-numbers.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AgentId, CustomerId, NoteId, ScoreId, ThreadId } from '../../../shared/ids.ts';
import type { Note } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';
import { movingCustomers, movingThreads } from '../hanging.ts';

/** The only file that writes `notes`. */
export type NoteRow = {
  id: string;
  customer_id: string;
  thread_id: string | null;
  agent_id: string;
  text: string;
  /** JSON: ids of agents. */
  mentions: string;
  created_at: number;
  removed_at: number | null;
  /** Null or not there: no feedback; else the review it tells its agent of. */
  score_id?: string | null;
  revision: number;
};

/** Numbers of payment cards are covered, whoever wrote them down. */
export const putNote = (tx: Tx, row: Omit<NoteRow, 'revision'>): void =>
  put(tx, 'notes', { ...row, text: coverCards(row.text) });

/** Throws `not-found`. */
export const getNote = (db: Reader, id: string): NoteRow => {
  const row = db.find<NoteRow>('SELECT * FROM notes WHERE id = ?', id);
  if (!row) throw new AppError('not-found', 'This note is no longer on this desk.');
  return row;
};

/** Folding: notes follow their thread. Those about the customer stay with the customer. */
export const { move: moveNotes, moveBack: moveNotesBack } = movingThreads<NoteRow>('notes', putNote);

/** Two customers are one person, or are not after all: notes about the customer alone. */
export const moveCustomerNotes = movingCustomers<NoteRow>('notes', putNote);

export const notesById = (db: Reader, ids: Iterable<string>): Note[] =>
  [...ids].flatMap((id) => db.all<NoteRow>('SELECT * FROM notes WHERE id = ?', id)).map(noteOf);

/** Of a thread and of its customer, oldest first, without those that were removed. */
export const notesOf = (db: Reader, threadId: string, customerId: string): Note[] =>
  db
    .all<NoteRow>(
      'SELECT * FROM notes WHERE customer_id = ? AND (thread_id = ? OR thread_id IS NULL) ' +
        'AND removed_at IS NULL ORDER BY created_at, id',
      customerId,
      threadId,
    )
    .map(noteOf);

export const noteOf = (row: NoteRow): Note => ({
  id: row.id as NoteId,
  customerId: row.customer_id as CustomerId,
  threadId: row.thread_id as ThreadId | null,
  by: row.agent_id as AgentId,
  text: row.text,
  mentions: JSON.parse(row.mentions) as AgentId[],
  createdAt: row.created_at,
  isRemoved: row.removed_at !== null,
  scoreId: (row.score_id ?? null) as ScoreId | null,
  revision: row.revision,
});
