import type { RecordOf } from '../../../shared/archive/record.ts';
import type { AgentId, QuestionId, ThreadId } from '../../../shared/ids.ts';
import type { Escalation, Note } from '../../../shared/model.ts';
import type { Db } from '../../db/db.ts';
import type { QuestionRow } from '../experts/rows.ts';
import { noteOf, type NoteRow } from '../notes/rows.ts';
import { escalationsOf } from '../phone/rows.ts';

/** What colleagues wrote about a thread, oldest first of each kind. */
export type Beside = {
  notes: RecordOf<'note'>[];
  questions: RecordOf<'question'>[];
  escalations: RecordOf<'escalation'>[];
};

export const nothingBeside: Beside = { notes: [], questions: [], escalations: [] };

/** @param withCustomer also the notes that are about its customer and no thread. */
export const besideOf = (
  db: Db,
  thread: { id: string; customer_id: string },
  withCustomer: boolean,
): Beside => ({
  notes: db
    .all<NoteRow>(
      'SELECT * FROM notes WHERE customer_id = ? AND (thread_id = ? OR (? = 1 AND thread_id IS NULL)) ' +
        'AND removed_at IS NULL ORDER BY created_at, id',
      thread.customer_id,
      thread.id,
      withCustomer ? 1 : 0,
    )
    .map((row) => noteRecord(noteOf(row))),
  questions: db
    .all<QuestionRow>('SELECT * FROM questions WHERE thread_id = ? ORDER BY asked_at, id', thread.id)
    .map(questionRecord),
  escalations: escalationsOf(db, thread.id).map(escalationRecord),
});

const noteRecord = ({ id, customerId, threadId, by, text, mentions, createdAt }: Note): RecordOf<'note'> => ({
  ...{ record: 'note', id, customerId, threadId, by, text },
  mentions: [...mentions],
  createdAt,
});

const questionRecord = (row: QuestionRow): RecordOf<'question'> => ({
  record: 'question',
  id: row.id as QuestionId,
  threadId: row.thread_id as ThreadId,
  askedBy: row.asked_by as AgentId,
  expertId: row.expert_id as AgentId,
  text: row.text,
  askedAt: row.asked_at,
  dueAt: row.due_at,
  state: row.state,
  // While it is open this is what the colleague has typed so far, and nobody else's to read.
  answer: row.state === 'answered' ? row.answer : null,
  endedAt: row.ended_at,
});

const escalationRecord = ({
  handle: _handle,
  name: _name,
  revision: _revision,
  phone,
  attempts,
  ...rest
}: Escalation): RecordOf<'escalation'> => ({
  record: 'escalation',
  ...rest,
  phone: {
    id: phone.id,
    masked: phone.masked,
    messageId: phone.messageId,
    consentBy: phone.consentBy,
    consentAt: phone.consentAt,
    expiresAt: phone.expiresAt,
  },
  calls: attempts.map(({ id, agentId, startedAt, endedAt, outcome, note }) => ({
    ...{ id, by: agentId, startedAt, endedAt, outcome, note },
  })),
});
