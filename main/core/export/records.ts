import type { ArchiveRecord } from '../../../shared/archive/record.ts';
import type { Db } from '../../db/db.ts';
import { getAccount } from '../accounts/rows.ts';
import { findIdentity, identitiesOf } from '../identities.ts';
import { getThread } from '../threads/rows.ts';
import type { Ledger } from './ledger.ts';
import { besideOf, nothingBeside } from './read-beside.ts';
import { above, messagesOf, type MessageRecord } from './read-messages.ts';
import { accountRecord, agentRecord, identityRecord, tagRecord, threadRecord } from './read-thread.ts';

/** Everything an archive says of the threads in the ledger: each thing once, and below what it refers to. */
export function* recordsOf(db: Db, ledger: Ledger, hasNotes: boolean): Generator<ArchiveRecord> {
  for (const { id, isFirst } of ledger.threads()) {
    const row = getThread(db, id);
    const thread = threadRecord(db, row);
    if (ledger.isNew('account', row.account_id)) yield accountRecord(getAccount(db, row.account_id));
    yield* personOf(db, ledger, row.customer_id);
    yield* agents(db, ledger, [row.assignee_id]);
    for (const tagId of thread.tags) {
      const tag = ledger.isNew('tag', tagId) ? tagRecord(db, tagId) : undefined;
      if (tag) yield tag;
    }
    // A tag that is not on the desk any more names nothing.
    yield { ...thread, tags: thread.tags.filter((tagId) => tagRecord(db, tagId) !== undefined) };
    for (const message of messagesOf(db, id)) {
      for (const other of above(db, message).toReversed()) {
        if (ledger.isNew('context', other.id)) yield* messageWhole(db, ledger, other);
      }
      yield* messageWhole(db, ledger, message);
    }
    const { notes, questions, escalations } = hasNotes ? besideOf(db, row, isFirst) : nothingBeside;
    for (const note of notes) {
      yield* agents(db, ledger, [note.by, ...note.mentions]);
      yield note;
    }
    for (const question of questions) {
      yield* agents(db, ledger, [question.askedBy, question.expertId]);
      yield question;
    }
    for (const promise of escalations) {
      const { phone, requestedBy, assigneeId, calls } = promise;
      yield* agents(db, ledger, [phone.consentBy, requestedBy, assigneeId, ...calls.map(({ by }) => by)]);
      yield promise;
    }
  }
}

function* messageWhole(db: Db, ledger: Ledger, message: MessageRecord): Generator<ArchiveRecord> {
  yield* personBehind(db, ledger, message.authorId);
  if (message.otherId !== null) yield* personBehind(db, ledger, message.otherId);
  if (message.sent) yield* agents(db, ledger, [message.sent.by]);
  yield message;
}

function* personBehind(db: Db, ledger: Ledger, identityId: string): Generator<ArchiveRecord> {
  if (!ledger.isNew('met', identityId)) return;
  const row = findIdentity(db, identityId);
  if (row) yield* personOf(db, ledger, row.customer_id);
}

/** A customer with every handle that is known of them. */
function* personOf(db: Db, ledger: Ledger, customerId: string): Generator<ArchiveRecord> {
  if (!ledger.isNew('customer', customerId)) return;
  const row = db.find<{ created_at: number }>('SELECT created_at FROM customers WHERE id = ?', customerId);
  yield { record: 'customer', id: customerId as never, createdAt: row?.created_at ?? 0 };
  for (const identity of identitiesOf(db, customerId)) yield identityRecord(identity);
}

function* agents(db: Db, ledger: Ledger, ids: readonly (string | null)[]): Generator<ArchiveRecord> {
  for (const id of ids) {
    if (id === null || !ledger.isNew('agent', id)) continue;
    const agent = agentRecord(db, id);
    if (agent) yield agent;
  }
}
