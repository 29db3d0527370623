import type { RecordOf } from '../../../shared/archive/record.ts';
import { coverCards } from '../../../shared/card-numbers.ts';
import { importedReason } from '../../../shared/import/mapping.ts';
import type { Tx } from '../../db/db.ts';
import type { TableName } from '../../db/tables.ts';
import { putQuestion } from '../experts/rows.ts';
import type { IdentityRow } from '../identities.ts';
import { countNotes } from '../notes/notes.ts';
import { putNote } from '../notes/rows.ts';
import { putAttempt, putEscalation, putPhone } from '../phone/rows.ts';
import { findThread, type ThreadRow } from '../threads/rows.ts';
import { storable } from './text.ts';
import type { ThreadUnit } from './units.ts';

type Around = {
  /** Null: what belongs to no thread. */
  threadId: string | null;
  people: ReadonlyMap<string, IdentityRow>;
  at: number;
};
type Home = Pick<ThreadRow, 'id' | 'customer_id'>;

/**
 * What colleagues wrote beside what was said, where it hung: notes, questions to an expert, calls. What somebody wrote who is not
 * in the file can't be kept without its author; what is here already stays as it is.
 */
export const writeBeside = (tx: Tx, unit: ThreadUnit, { threadId, people, at }: Around): void => {
  const { notes, questions, promises } = unit;
  if (notes.length + questions.length + promises.length === 0) return;
  const home = threadId === null ? undefined : findThread(tx, threadId);
  for (const note of notes) writeNote(tx, note, home, ownerOf(tx, note.customerId, unit, home, people));
  countNotes(tx, home?.id ?? null);
  // Of a thread of which nothing came nothing hangs anywhere.
  if (!home) return;
  for (const question of questions) writeQuestion(tx, question, home, at);
  for (const promise of promises) writePromise(tx, promise, home, at);
};

const isHere = (tx: Tx, table: TableName, id: string): boolean =>
  tx.find(`SELECT 1 FROM ${table} WHERE id = ?`, id) !== undefined;

const words = (text: string): string => coverCards(storable(text).text);

const ownerOf = (
  tx: Tx,
  customerId: string,
  { identities }: ThreadUnit,
  home: Home | undefined,
  people: Around['people'],
): string | null => {
  const told = identities.find((one) => one.customerId === customerId);
  const customer = home?.customer_id ?? (told && people.get(told.id)?.customer_id) ?? customerId;
  return isHere(tx, 'customers', customer) ? customer : null;
};

const writeNote = (
  tx: Tx,
  note: RecordOf<'note'>,
  home: Home | undefined,
  customerId: string | null,
): void => {
  if (customerId === null || !isHere(tx, 'agents', note.by)) return;
  if (isHere(tx, 'notes', note.id)) return;
  putNote(tx, {
    id: note.id,
    customer_id: customerId,
    thread_id: note.threadId === null ? null : (home?.id ?? null),
    agent_id: note.by,
    text: words(note.text),
    mentions: JSON.stringify(note.mentions.filter((id) => isHere(tx, 'agents', id))),
    created_at: note.createdAt,
    removed_at: null,
  });
};

/** Whoever was still being asked there is not asked here: it stands as withdrawn. */
const writeQuestion = (tx: Tx, one: RecordOf<'question'>, home: Home, at: number): void => {
  if (!isHere(tx, 'agents', one.askedBy) || !isHere(tx, 'agents', one.expertId)) return;
  if (isHere(tx, 'questions', one.id)) return;
  const isAnswered = one.state === 'answered' && one.answer !== null;
  putQuestion(tx, {
    id: one.id,
    thread_id: home.id,
    asked_by: one.askedBy,
    expert_id: one.expertId,
    text: words(one.text),
    asked_at: one.askedAt,
    due_at: one.dueAt,
    state: isAnswered ? 'answered' : 'withdrawn',
    answer: isAnswered ? words(one.answer ?? '') : null,
    ended_at: one.endedAt ?? at,
  });
};

/** Its number is in no file, so nobody here can keep a promise that was still open there. */
const writePromise = (tx: Tx, one: RecordOf<'escalation'>, home: Home, at: number): void => {
  if (!isHere(tx, 'agents', one.requestedBy) || !isHere(tx, 'agents', one.phone.consentBy)) return;
  if (isHere(tx, 'escalations', one.id)) return;
  const { phone } = one;
  if (!isHere(tx, 'phones', phone.id)) {
    putPhone(tx, {
      id: phone.id,
      customer_id: home.customer_id,
      number: '',
      message_id:
        phone.messageId !== null && isHere(tx, 'messages', phone.messageId) ? phone.messageId : null,
      ...{ consent_by: phone.consentBy, consent_at: phone.consentAt, expires_at: phone.expiresAt },
      ...{ forgotten_at: at, revealed_at: null, revealed_by: null },
    });
  }
  const isEnded = one.endedAt !== null && (one.state === 'done' || one.state === 'abandoned');
  const calls = one.calls.filter(({ by }) => isHere(tx, 'agents', by));
  putEscalation(tx, {
    ...{ id: one.id, thread_id: home.id, customer_id: home.customer_id, phone_id: phone.id },
    state: isEnded ? one.state : 'abandoned',
    ...{ from_at: one.fromAt, until_at: one.untilAt, lang: one.lang, summary: words(one.summary) },
    ...{ requested_by: one.requestedBy, requested_at: one.requestedAt, due_at: one.dueAt },
    assignee_id: one.assigneeId !== null && isHere(tx, 'agents', one.assigneeId) ? one.assigneeId : null,
    attempts: calls.length,
    ended_at: one.endedAt ?? at,
    outcome: isEnded ? one.outcome : importedReason,
    reminded_at: one.remindedAt,
  });
  for (const call of calls) {
    if (isHere(tx, 'call_attempts', call.id)) continue;
    putAttempt(tx, {
      ...{ id: call.id, escalation_id: one.id, agent_id: call.by, started_at: call.startedAt },
      // Whoever was talking when it was written down talks no more.
      ...{ ended_at: call.endedAt ?? call.startedAt, outcome: call.outcome, note: words(call.note) },
    });
  }
};
