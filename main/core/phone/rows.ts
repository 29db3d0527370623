import { coverCards } from '../../../shared/card-numbers.ts';
import { AppError } from '../../../shared/errors.ts';
import type {
  AgentId,
  CallId,
  CustomerId,
  EscalationId,
  MessageId,
  PhoneId,
  ThreadId,
} from '../../../shared/ids.ts';
import type { CallAttempt, CallOutcome, Escalation, EscalationState, Phone } from '../../../shared/model.ts';
import { masked } from '../../../shared/phone-mask.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { drop, put } from '../../db/put.ts';
import { movingCustomers, movingThreads } from '../hanging.ts';

/** The only file that writes `phones`, `escalations` and `call_attempts`. */
export type PhoneRow = {
  id: string;
  customer_id: string;
  /** E.164; empty once forgotten. */
  number: string;
  message_id: string | null;
  consent_by: string;
  consent_at: number;
  expires_at: number;
  forgotten_at: number | null;
  revealed_at: number | null;
  revealed_by: string | null;
  revision: number;
};

export type EscalationRow = {
  id: string;
  thread_id: string;
  customer_id: string;
  phone_id: string;
  state: EscalationState;
  from_at: number | null;
  until_at: number | null;
  lang: string | null;
  summary: string;
  requested_by: string;
  requested_at: number;
  assignee_id: string | null;
  due_at: number;
  attempts: number;
  ended_at: number | null;
  outcome: string | null;
  reminded_at: number | null;
  revision: number;
};

export type AttemptRow = {
  id: string;
  escalation_id: string;
  agent_id: string;
  started_at: number;
  ended_at: number | null;
  outcome: CallOutcome | null;
  note: string;
  revision: number;
};

export const putPhone = (tx: Tx, row: Omit<PhoneRow, 'revision'>): void => put(tx, 'phones', row);
export const putEscalation = (tx: Tx, row: Omit<EscalationRow, 'revision'>): void =>
  put(tx, 'escalations', row);
/** Numbers of payment cards are covered: they are what customers read out. */
export const putAttempt = (tx: Tx, row: Omit<AttemptRow, 'revision'>): void =>
  put(tx, 'call_attempts', { ...row, note: row.note && coverCards(row.note) });

/** A call that never left this machine. */
export const dropAttempt = (tx: Tx, id: string): void => drop(tx, 'call_attempts', id);

export const findEscalation = (db: Reader, id: string): EscalationRow | undefined =>
  db.find<EscalationRow>('SELECT * FROM escalations WHERE id = ?', id);

/** Throws `not-found`. */
export const getEscalation = (db: Reader, id: string): EscalationRow => {
  const row = findEscalation(db, id);
  if (!row) throw new AppError('not-found', 'This call is not on this desk.');
  return row;
};

/** Throws `not-found`. */
export const getAttempt = (db: Reader, id: string): AttemptRow => {
  const row = db.find<AttemptRow>('SELECT * FROM call_attempts WHERE id = ?', id);
  if (!row) throw new AppError('not-found', 'This call is not on this desk.');
  return row;
};

/** The one call promised for a thread. */
export const liveOf = (db: Reader, threadId: string): EscalationRow | undefined =>
  liveRowsOf(db, threadId)[0];

/** More than one only between two threads becoming one and their promises becoming one. The first asked for comes first. */
export const liveRowsOf = (db: Reader, threadId: string): EscalationRow[] =>
  db.all<EscalationRow>(
    'SELECT * FROM escalations WHERE thread_id = ? AND ended_at IS NULL ORDER BY requested_at, id',
    threadId,
  );

/** Oldest first. */
export const attemptsOf = (db: Reader, escalationId: string): AttemptRow[] =>
  db.all<AttemptRow>(
    'SELECT * FROM call_attempts WHERE escalation_id = ? ORDER BY started_at, id',
    escalationId,
  );

/** The attempt under way, if any. */
export const runningOf = (db: Reader, escalationId: string): AttemptRow | undefined =>
  db.find<AttemptRow>(
    'SELECT * FROM call_attempts WHERE escalation_id = ? AND ended_at IS NULL LIMIT 1',
    escalationId,
  );

/** The call this person is in. */
export const callOf = (db: Reader, agentId: string): AttemptRow | undefined =>
  db.find<AttemptRow>('SELECT * FROM call_attempts WHERE agent_id = ? AND ended_at IS NULL LIMIT 1', agentId);

/** The numbers of a customer that can still be called, newest consent first. */
export const phonesOf = (db: Reader, customerId: string): PhoneRow[] =>
  db.all<PhoneRow>(
    'SELECT * FROM phones WHERE customer_id = ? AND forgotten_at IS NULL ORDER BY consent_at DESC, id DESC',
    customerId,
  );

/** Folding: promises to call follow their thread. */
export const { move: moveEscalations, moveBack: moveEscalationsBack } = movingThreads<EscalationRow>(
  'escalations',
  putEscalation,
);

/** Two customers are one person, or are not after all: their calls, and the numbers they gave. */
export const moveCustomerEscalations = movingCustomers<EscalationRow>('escalations', putEscalation);
export const movePhones = movingCustomers<PhoneRow>('phones', putPhone);

export const escalationsById = (db: Reader, ids: Iterable<string>): Escalation[] =>
  [...ids]
    .flatMap((id) => db.all<ShownRow>(`${shown} WHERE e.id = ?`, id))
    .map((row) => escalationOf(db, row));

/** Oldest first. */
export const escalationsOf = (db: Reader, threadId: string): Escalation[] =>
  db
    .all<ShownRow>(`${shown} WHERE e.thread_id = ? ORDER BY e.requested_at, e.id`, threadId)
    .map((row) => escalationOf(db, row));

export type ShownRow = EscalationRow & { handle: string; name: string };
export const shown =
  'SELECT e.*, i.handle, i.name FROM escalations e JOIN threads t ON t.id = e.thread_id ' +
  'JOIN identities i ON i.id = t.identity_id';

export const escalationOf = (db: Reader, row: ShownRow): Escalation => ({
  id: row.id as EscalationId,
  threadId: row.thread_id as ThreadId,
  customerId: row.customer_id as CustomerId,
  handle: row.handle,
  name: row.name,
  phone: phoneOf(getPhone(db, row.phone_id)),
  state: row.state,
  fromAt: row.from_at,
  untilAt: row.until_at,
  lang: row.lang,
  summary: row.summary,
  requestedBy: row.requested_by as AgentId,
  requestedAt: row.requested_at,
  assigneeId: row.assignee_id as AgentId | null,
  dueAt: row.due_at,
  attempts: attemptsOf(db, row.id).map(attemptOf),
  endedAt: row.ended_at,
  outcome: row.outcome,
  remindedAt: row.reminded_at,
  revision: row.revision,
});

export const getPhone = (db: Reader, id: string): PhoneRow => {
  const row = db.find<PhoneRow>('SELECT * FROM phones WHERE id = ?', id);
  // Nothing refers to a missing one, but a window may ask for any.
  if (!row) throw new AppError('not-found', 'This number is not on this desk.');
  return row;
};

export const phoneOf = (row: PhoneRow): Phone => ({
  id: row.id as PhoneId,
  customerId: row.customer_id as CustomerId,
  masked: row.forgotten_at === null ? masked(row.number) : 'forgotten',
  isForgotten: row.forgotten_at !== null,
  messageId: row.message_id as MessageId | null,
  consentBy: row.consent_by as AgentId,
  consentAt: row.consent_at,
  expiresAt: row.expires_at,
  revision: row.revision,
});

export const attemptOf = (row: AttemptRow): CallAttempt => ({
  id: row.id as CallId,
  agentId: row.agent_id as AgentId,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  outcome: row.outcome,
  note: row.note,
});
