import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { assertMay, getAgent } from '../agents.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { findDraft, replaceDraft } from '../drafts.ts';
import { findThread, getThread } from '../threads/rows.ts';
import { settle } from '../threads/settle.ts';
import { getNote, putNote, type NoteRow } from './rows.ts';

/** Leaves a note; anybody who works here may, whoever has the thread. Its draft ends with it. */
export const addNote = (desk: Desk, { threadId, about, text, mentions }: Parsed<'note.add'>): Changed => {
  assertMay(desk, 'thread.work');
  const thread = getThread(desk.db, threadId);
  for (const id of mentions) getAgent(desk.db, id);
  const id = newId(desk);
  const input = { id, threadId, about, mentions };
  const { seq } = operate(desk, { op: 'note.add', by: desk.me, threadId, input }, (tx, at) => {
    putNote(tx, {
      id,
      customer_id: thread.customer_id,
      thread_id: about === 'thread' ? threadId : null,
      agent_id: desk.me,
      text,
      mentions: JSON.stringify([...new Set(mentions)]),
      created_at: at,
      removed_at: null,
    });
    countNotes(tx, about === 'thread' ? threadId : null);
    if (about === 'thread') replaceDraft(tx, desk.me, at, { threadId, kind: 'note', text: '' });
    return { value: null, inverse: { op: 'note.takeBack', input: { id } } };
  });
  return { seq };
};

/** Throws `not-allowed` for somebody else's, but for those who may take threads from others. */
export const removeNote = (desk: Desk, { id }: Parsed<'note.remove'>): Changed => {
  const note = getNote(desk.db, id);
  if (note.removed_at !== null) return { seq: null };
  assertMay(desk, note.agent_id === desk.me ? 'thread.work' : 'thread.assign');
  const what = { op: 'note.remove', by: desk.me, ...on(note), input: { id } };
  const { seq } = operate(desk, what, (tx, at) => {
    setRemoved(tx, note, at);
    return { value: null, inverse: { op: 'note.restore', input: { id } } };
  });
  return { seq };
};

/** Undo of adding: the words go back to where they were typed. */
export const takeBack = (tx: Tx, at: number, id: string): void => {
  const note = getNote(tx, id);
  if (note.removed_at !== null) throw new AppError('moved-on', 'This note has been removed already.');
  setRemoved(tx, note, at);
  const { thread_id: threadId, agent_id } = note;
  if (threadId === null || (findDraft(tx, agent_id, threadId, 'note')?.text ?? '') !== '') return;
  replaceDraft(tx, agent_id, at, { threadId, kind: 'note', text: note.text });
};

export const setRemoved = (tx: Tx, note: NoteRow, removed_at: number | null): void => {
  putNote(tx, { ...note, removed_at });
  countNotes(tx, note.thread_id);
};

/** A thread's own count, for its card. Nothing for a note about a customer. */
export const countNotes = (tx: Tx, threadId: string | null): void => {
  const thread = threadId === null ? undefined : findThread(tx, threadId);
  if (thread) settle(tx, thread.id, { notes: notesIn(tx, thread.id) }, thread);
};

const notesIn = (db: Reader, threadId: string): number =>
  db.find<{ n: number }>(
    'SELECT count(*) AS n FROM notes WHERE thread_id = ? AND removed_at IS NULL',
    threadId,
  )?.n ?? 0;

const on = ({ thread_id }: NoteRow): { threadId?: string } =>
  thread_id === null ? {} : { threadId: thread_id };
