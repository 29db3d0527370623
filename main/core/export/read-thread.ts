import type { RecordOf } from '../../../shared/archive/record.ts';
import type { AccountId, AgentId, CustomerId, IdentityId, TagId, ThreadId } from '../../../shared/ids.ts';
import type { TagColour } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import type { AccountRow } from '../accounts/rows.ts';
import { marksOf } from '../clocks/marks.ts';
import type { IdentityRow } from '../identities.ts';
import type { ThreadRow } from '../threads/rows.ts';

export const threadRecord = (db: Reader, row: ThreadRow): RecordOf<'thread'> => ({
  record: 'thread',
  id: row.id as ThreadId,
  accountId: row.account_id as AccountId,
  customerId: row.customer_id as CustomerId,
  identityId: row.identity_id as IdentityId,
  previousId: row.previous_id as ThreadId | null,
  status: row.status,
  reason: row.reason,
  assigneeId: row.assignee_id as AgentId | null,
  priority: row.priority,
  queue: db.find<{ name: string }>('SELECT name FROM queues WHERE id = ?', row.queue_id)?.name ?? null,
  tags: JSON.parse(row.tags) as TagId[],
  firstAt: row.first_at,
  lastAt: row.last_at,
  closedAt: row.closed_at,
  clearedUntil: row.cleared_until,
  snoozedUntil: row.snoozed_until,
  isSplit: row.is_split === 1,
  marks: (row.marks === 0 ? [] : marksOf(db, row.id)).map((mark) => ({
    clock: mark.clock,
    startedAt: mark.started_at,
    dueAt: mark.due_at,
    warnedAt: mark.warned_at,
    breachedAt: mark.breached_at,
    isSeen: mark.is_seen === 1,
  })),
});

export const identityRecord = (row: IdentityRow): RecordOf<'identity'> => ({
  record: 'identity',
  id: row.id as IdentityId,
  customerId: row.customer_id as CustomerId,
  provider: row.provider,
  remoteId: row.remote_id,
  handle: row.handle,
  name: row.name,
  reach: row.reach,
});

export const accountRecord = (row: AccountRow): RecordOf<'account'> => ({
  record: 'account',
  id: row.id as AccountId,
  provider: row.provider,
  remoteId: row.remote_id,
  handle: row.handle,
  name: row.name,
  isPractice: row.is_practice === 1,
});

export const agentRecord = (db: Reader, id: string): RecordOf<'agent'> | undefined => {
  const row = db.find<{ name: string; initials: string }>(
    'SELECT name, initials FROM agents WHERE id = ?',
    id,
  );
  return row && { record: 'agent', id: id as AgentId, ...row };
};

/** Removed ones too: a closed thread wears them still. */
export const tagRecord = (db: Reader, id: string): RecordOf<'tag'> | undefined => {
  const row = db.find<{ name: string; colour: TagColour }>('SELECT name, colour FROM tags WHERE id = ?', id);
  return row && { record: 'tag', id: id as TagId, ...row };
};
