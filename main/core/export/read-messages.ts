import type { RecordOf } from '../../../shared/archive/record.ts';
import type { AccountId, AgentId, IdentityId, MessageId, OutboxId, ThreadId } from '../../../shared/ids.ts';
import type { Attachment, Extras } from '../../../shared/model.ts';
import type { Db } from '../../db/db.ts';
import { messageIdOf, versionsOf, type MessageRow } from '../messages.ts';

export type MessageRecord = RecordOf<'message'>;

type Row = MessageRow & { by: AgentId | null; queued_at: number | null; accepted_at: number | null };

const select =
  'SELECT m.*, o.agent_id AS "by", o.queued_at, o.state_at AS accepted_at FROM messages m ' +
  'LEFT JOIN outbox o ON o.id = m.outbox_id';

/** Where a reading goes on: after the message that was read last. */
export type After = { createdAt: number; id: string };

/** One after the other as they were written: a thread of a hundred thousand costs no more memory than one of ten. */
export function* messagesOf(db: Db, threadId: string, after?: After): Generator<MessageRecord> {
  const rows = db
    .statement(
      `${select} WHERE m.thread_id = ? AND (m.created_at, m.id) > (?, ?) ORDER BY m.created_at, m.id`,
    )
    .iterate(threadId, after?.createdAt ?? -Infinity, after?.id ?? '') as IterableIterator<Row>;
  for (const row of rows) yield messageOf(db, row);
}

/** How far up a conversation the posts of others are followed: as far as the pane shows them. */
const contextDepth = 12;

/** What a message answers, and what that answers, as far as it belongs to no thread: the lowest first. */
export const above = (db: Db, message: MessageRecord): MessageRecord[] => {
  const chain: MessageRecord[] = [];
  let answered = message.inReplyTo;
  while (answered !== null && chain.length < contextDepth) {
    const row = db.find<Row>(
      `${select} WHERE m.id = ? AND m.thread_id IS NULL`,
      messageIdOf(message.accountId, 'post', answered),
    );
    if (!row) break;
    chain.push(messageOf(db, row));
    answered = row.in_reply_to;
  }
  return chain;
};

const messageOf = (db: Db, row: Row): MessageRecord => ({
  record: 'message',
  id: row.id as MessageId,
  accountId: row.account_id as AccountId,
  threadId: row.thread_id as ThreadId | null,
  kind: row.kind,
  direction: row.role,
  remoteId: row.remote_id,
  versionId: row.version_id,
  authorId: row.author_id as IdentityId,
  otherId: row.other_id as IdentityId | null,
  conversationId: row.conversation_id,
  inReplyTo: row.in_reply_to,
  text: row.text,
  isCut: row.is_cut === 1,
  createdAt: row.created_at,
  receivedAt: row.received_at,
  lang: row.lang,
  isSummons: row.is_summons === 1,
  isAutomatic: row.is_automatic === 1,
  reposts: row.reposts,
  attachments: row.attachments === null ? [] : (JSON.parse(row.attachments) as Attachment[]),
  extras: row.extras === null ? null : (JSON.parse(row.extras) as Extras),
  answersUntil: row.answers_until,
  refused: row.refused,
  alteredAt: row.altered_at,
  gone: row.gone_at === null ? null : { at: row.gone_at, because: row.gone_because ?? 'deleted' },
  // Only what was edited has any.
  versions: row.version_id === row.remote_id && row.altered_at === null ? [] : versionsOf(db, row.id),
  sent:
    row.outbox_id === null || row.by === null
      ? null
      : {
          outboxId: row.outbox_id as OutboxId,
          by: row.by,
          queuedAt: row.queued_at ?? row.created_at,
          acceptedAt: row.accepted_at ?? row.created_at,
        },
});
