import type { Ms } from '../../../shared/model.ts';
import type { CallThen, Item, PromiseThen } from '../../../shared/replay/story.ts';
import type { Reader } from '../../db/db.ts';
import type { QuestionRow } from '../experts/rows.ts';
import type { MessageRow } from '../messages.ts';
import type { NoteRow } from '../notes/rows.ts';
import type { OutboxRow } from '../outbox/rows.ts';
import type { AttemptRow, EscalationRow } from '../phone/rows.ts';

/** What the tables know of a message beside its words: when it came, and when each of its versions was first seen. */
export type MessageKept = Pick<
  MessageRow,
  'id' | 'role' | 'kind' | 'thread_id' | 'received_at' | 'altered_at' | 'gone_at' | 'gone_because'
> & {
  /** Of the versions before the last, in the order of the network, joined by commas; null: there are none. */
  seen: string | null;
};

const messageSql =
  'SELECT m.id, m.role, m.kind, m.thread_id, m.received_at, m.altered_at, m.gone_at, m.gone_because, ' +
  '(SELECT group_concat(seen_at) FROM (SELECT seen_at FROM message_versions WHERE message_id = m.id ' +
  'ORDER BY length(version_id), version_id)) AS seen FROM messages m';

export const messagesOf = (db: Reader, threadId: string): MessageKept[] =>
  db.all<MessageKept>(`${messageSql} WHERE m.thread_id = ? ORDER BY m.seq`, threadId);

export const findMessageKept = (db: Reader, id: string): MessageKept | undefined =>
  db.find<MessageKept>(`${messageSql} WHERE m.id = ?`, id);

/** Which version could be read at a time: the newest that was known by then. Of what is gone there is one, without words. */
export const versionAt = ({ received_at, altered_at, gone_at, seen }: MessageKept, at: Ms): number => {
  if (gone_at !== null || seen === null) return 0;
  const times = [...seen.split(',').map(Number), altered_at ?? received_at];
  return Math.max(
    0,
    times.findLastIndex((time) => time <= at),
  );
};

export const lastVersion = ({ gone_at, seen }: MessageKept): number =>
  gone_at !== null || seen === null ? 0 : seen.split(',').length;

export type ItemKept = Pick<
  OutboxRow,
  'id' | 'kind' | 'agent_id' | 'queued_at' | 'part' | 'parts' | 'state' | 'state_at' | 'text'
> & { initials: string; is_gone: 0 | 1 };

/** What was to be sent, wherever it belongs now. Its words go with the message they became. */
const itemSql =
  'SELECT o.id, o.kind, o.agent_id, o.queued_at, o.part, o.parts, o.state, o.state_at, o.text, a.initials, ' +
  'EXISTS (SELECT 1 FROM messages m WHERE o.remote_id IS NOT NULL ' +
  "AND m.id = o.account_id || '/' || o.kind || '/' || o.remote_id AND m.gone_at IS NOT NULL) AS is_gone " +
  'FROM outbox o JOIN agents a ON a.id = o.agent_id';

/** The rows of one thread as they stand, by part. */
export const rowsOf = (db: Reader, threadId: string) => ({
  notes: db.all<NoteRow>('SELECT * FROM notes WHERE thread_id = ?', threadId),
  questions: db.all<QuestionRow>('SELECT * FROM questions WHERE thread_id = ?', threadId),
  promises: db.all<EscalationRow>('SELECT * FROM escalations WHERE thread_id = ?', threadId),
  calls: db.all<AttemptRow>(
    'SELECT c.* FROM escalations e JOIN call_attempts c ON c.escalation_id = e.id WHERE e.thread_id = ?',
    threadId,
  ),
  items: db.all<ItemKept>(`${itemSql} WHERE o.thread_id = ?`, threadId),
});

export const findItemKept = (db: Reader, id: string): ItemKept | undefined =>
  db.find<ItemKept>(`${itemSql} WHERE o.id = ?`, id);

export const itemOf = (row: ItemKept): Item => ({
  id: row.id as Item['id'],
  kind: row.kind,
  by: row.agent_id as Item['by'],
  byInitials: row.initials,
  queuedAt: row.queued_at,
  part: row.part,
  parts: row.parts,
  text: row.is_gone === 1 ? null : row.text,
});

export type PromiseColumns = Pick<
  EscalationRow,
  'state' | 'from_at' | 'until_at' | 'assignee_id' | 'due_at' | 'ended_at' | 'outcome'
>;

export const promiseOf = (row: PromiseColumns): PromiseThen => ({
  state: row.state,
  fromAt: row.from_at,
  untilAt: row.until_at,
  assigneeId: row.assignee_id as PromiseThen['assigneeId'],
  dueAt: row.due_at,
  endedAt: row.ended_at,
  outcome: row.outcome,
});

export const callOf = ({ outcome, ended_at }: Pick<AttemptRow, 'outcome' | 'ended_at'>): CallThen => ({
  outcome,
  endedAt: ended_at,
});

/** A promise as it stood at a time, as far as its row tells: what had not ended by then was under way. */
export const promiseAt = (row: EscalationRow, at: Ms): PromiseThen => {
  const then = promiseOf(row);
  if (row.ended_at === null || row.ended_at <= at) return then;
  return { ...then, state: 'requested', endedAt: null, outcome: null };
};

export const callAt = (row: AttemptRow, at: Ms): CallThen =>
  row.ended_at === null || row.ended_at <= at ? callOf(row) : { outcome: null, endedAt: null };
