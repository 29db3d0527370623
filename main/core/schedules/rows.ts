import { AppError } from '../../../shared/errors.ts';
import type { AccountId, AgentId, IdentityId, OutboxId, ScheduleId, ThreadId } from '../../../shared/ids.ts';
import type { MessageKind, Ms, Schedule } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';
import { findIdentity } from '../identities.ts';

/** The only file that writes `schedules`. */
export type ScheduleRow = {
  id: string;
  account_id: string;
  thread_id: string | null;
  kind: MessageKind;
  text: string;
  to_identity_id: string | null;
  agent_id: string;
  at: Ms;
  state: Schedule['state'];
  decided_by: string | null;
  decided_at: Ms | null;
  reason: string | null;
  machine: string;
  outbox_id: string | null;
  /** The newest message of the thread that its author, then who approved it, had on screen. */
  head_id: string | null;
  altered_seen: Ms;
  created_at: Ms;
  revision: number;
};

/** What is still to leave or to be decided, the next first, and what was refused: its author has not dealt with it. */
export const allSchedules = (db: Reader): Schedule[] =>
  db
    .all<ScheduleRow>(
      "SELECT * FROM schedules WHERE state IN ('waiting', 'approved', 'refused') ORDER BY at, id",
    )
    .map((row) => scheduleOf(db, row));

export const findSchedule = (db: Reader, id: string): ScheduleRow | undefined =>
  db.find<ScheduleRow>('SELECT * FROM schedules WHERE id = ?', id);

/** Throws `not-found`. */
export const getSchedule = (db: Reader, id: string): ScheduleRow => {
  const row = findSchedule(db, id);
  if (!row) throw new AppError('not-found', 'This message is not scheduled any more.');
  return row;
};

export const putSchedule = (tx: Tx, row: Omit<ScheduleRow, 'revision'>): void => put(tx, 'schedules', row);

export const scheduleOf = (db: Reader, row: ScheduleRow): Schedule => ({
  id: row.id as ScheduleId,
  accountId: row.account_id as AccountId,
  threadId: row.thread_id as ThreadId | null,
  kind: row.kind,
  text: row.text,
  toIdentityId: row.to_identity_id as IdentityId | null,
  toHandle: row.to_identity_id === null ? null : (findIdentity(db, row.to_identity_id)?.handle ?? null),
  by: row.agent_id as AgentId,
  at: row.at,
  state: row.state,
  decidedBy: row.decided_by as AgentId | null,
  reason: row.reason,
  machine: row.machine,
  outboxId: row.outbox_id as OutboxId | null,
  createdAt: row.created_at,
  revision: row.revision,
});
