import type { AccountId, AgentId, OutboxId, ScheduleId, ThreadId } from '../../../shared/ids.ts';
import type { Doubt, OutboxItem, OutboxState } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import { uploadOf, uploadsOfItem } from '../uploads/rows.ts';
import { candidates, nearAmong } from './candidates.ts';
import { checksNeeded, isUpToPeople } from './doubt.ts';
import { type OutboxRow } from './rows.ts';

/** Oldest first; what was cancelled is not shown. */
export const itemsOf = (db: Reader, threadId: string): OutboxItem[] =>
  db
    .all<Shown>(
      `${shown} WHERE o.thread_id = ? AND o.state <> 'cancelled' ORDER BY o.queued_at, o.part, o.id`,
      threadId,
    )
    .map((row) => itemOf(db, row));

export const itemsById = (db: Reader, ids: Iterable<string>): OutboxItem[] =>
  [...ids].flatMap((id) => db.all<Shown>(`${shown} WHERE o.id = ?`, id)).map((row) => itemOf(db, row));

export type Shown = OutboxRow & { initials: string; handle: string | null };

export const shown =
  'SELECT o.*, a.initials, i.handle FROM outbox o JOIN agents a ON a.id = o.agent_id ' +
  'LEFT JOIN threads t ON t.id = o.thread_id LEFT JOIN identities i ON i.id = t.identity_id';

export const itemOf = (db: Reader, row: Shown): OutboxItem => ({
  id: row.id as OutboxId,
  threadId: row.thread_id as ThreadId | null,
  accountId: row.account_id as AccountId,
  toHandle: row.handle,
  kind: row.kind,
  text: row.text,
  by: row.agent_id as AgentId,
  byInitials: row.initials,
  queuedAt: row.queued_at,
  stateAt: row.state_at,
  attemptAt: row.attempt_at,
  part: row.part,
  parts: row.parts,
  afterId: row.after_id as OutboxId | null,
  scheduleId: row.schedule_id as ScheduleId | null,
  // Only the first part carries pictures.
  uploads: row.part === 1 ? uploadsOfItem(db, row.id).map(uploadOf) : [],
  state: stateOf(db, row),
  revision: row.revision,
});

const stateOf = (db: Reader, row: OutboxRow): OutboxState => {
  switch (row.state) {
    case 'queued':
      return {
        at: 'queued',
        notBefore: row.not_before,
        ...(row.reason !== null && { because: row.reason }),
      };
    case 'sending':
      return { at: 'sending', since: row.state_at };
    case 'sent':
      return { at: 'sent', remoteId: row.remote_id ?? '', acceptedAt: row.state_at };
    case 'uncertain':
      return {
        at: 'uncertain',
        since: row.attempt_at ?? row.state_at,
        reason: row.reason ?? '',
        nextCheckAt: row.next_check_at ?? row.state_at,
        checks: row.checks,
        facts: doubtOf(db, row),
      };
    case 'failed':
      return { at: 'failed', code: row.code ?? 'rejected', reason: row.reason ?? '' };
    case 'cancelled':
      return { at: 'cancelled' };
  }
};

const doubtOf = (db: Reader, row: OutboxRow): Doubt => {
  const near = nearAmong(candidates(db, row), row);
  return {
    endedAt: row.ended_at,
    readUntil: row.read_at,
    checksNeeded,
    near,
    isUpToYou: isUpToPeople(row, near.length),
  };
};
