import type { DraftKind } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import type { AgentRow } from '../agents.ts';
import { newId, type Desk } from '../desk.ts';
import { putNote, type NoteRow } from '../notes/rows.ts';
import { getThread } from '../threads/rows.ts';
import { settle } from '../threads/settle.ts';
import type { DraftThere } from './sheet.ts';

type About = {
  from: AgentRow;
  /** Why threads go back to their queue. */
  reason: string;
  back: readonly string[];
  drafts: readonly DraftThere[];
};

/**
 * What the next person has to know is said on the thread, where they read it: why it came back, and that a draft exists.
 * The draft itself stays its author's. Returns the ids of the notes.
 */
export const writeAboutHandOver = (tx: Tx, desk: Desk, at: number, about: About): string[] => {
  const { from, reason, back, drafts } = about;
  const words = new Map<string, string[]>();
  const say = (threadId: string, sentence: string): void => {
    words.set(threadId, [...(words.get(threadId) ?? []), sentence]);
  };
  for (const threadId of back) say(threadId, `Back to its queue: ${reason}`);
  for (const { thread_id, kind } of drafts)
    say(thread_id, `A draft of ${kindWords[kind]} by ${from.initials} exists.`);
  return [...words].map(([threadId, sentences]) => {
    const { customer_id, assignee_id } = getThread(tx, threadId);
    const isPassedOn = assignee_id !== null && assignee_id !== from.id;
    const id = newId(desk);
    putNote(tx, {
      id,
      customer_id,
      thread_id: threadId,
      agent_id: from.id,
      text: sentences.join('\n'),
      mentions: JSON.stringify(isPassedOn ? [assignee_id] : []),
      created_at: at,
      removed_at: null,
    });
    countNotes(tx, threadId);
    return id;
  });
};

/** With the hand-over, what was said about it is taken back. */
export const removeNotes = (tx: Tx, at: number, ids: readonly string[]): void => {
  for (const id of ids) {
    const row = tx.find<NoteRow>('SELECT * FROM notes WHERE id = ? AND removed_at IS NULL', id);
    if (!row?.thread_id) continue;
    putNote(tx, { ...row, removed_at: at });
    countNotes(tx, row.thread_id);
  }
};

const countNotes = (tx: Tx, threadId: string): void => {
  const sql = 'SELECT count(*) AS n FROM notes WHERE thread_id = ? AND removed_at IS NULL';
  settle(tx, threadId, { notes: tx.find<{ n: number }>(sql, threadId)?.n ?? 0 });
};

const kindWords: Record<DraftKind, string> = {
  post: 'a public reply',
  dm: 'a direct message',
  note: 'a note',
};
