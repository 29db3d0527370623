import type { RelatedThread } from '../../../shared/api/customers.ts';
import type { ThreadId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/db.ts';
import { summaryOf } from '../threads/previous.ts';
import { getThread, type ThreadRow } from '../threads/rows.ts';

/** More would be a crowd, not a conversation. */
const most = 30;

/**
 * Threads of the same account that belong to this one: the customer's own, and those of others in the same public
 * conversation. Found through who answered whom, which an index knows.
 */
export const relatedTo = (db: Reader, threadId: string): RelatedThread[] => {
  const thread = getThread(db, threadId);
  const own = rowsWhere(
    db,
    't.customer_id = ? AND t.account_id = ? AND t.id <> ?',
    thread.customer_id,
    thread.account_id,
    threadId,
  ).map((row): RelatedThread => ({ ...summaryOf(row), handle: row.handle, why: 'customer' }));
  const others = inConversation(db, thread).map((row): RelatedThread => ({
    ...summaryOf(row),
    handle: row.handle,
    why: 'conversation',
  }));
  return [...own, ...others];
};

export type SummaryRow = ThreadRow & { preview: string; handle: string };

const select =
  'SELECT t.*, i.handle, substr(m.text, 1, 280) AS preview FROM threads t ' +
  'JOIN messages m ON m.id = t.last_in_id JOIN identities i ON i.id = t.identity_id';

const rowsWhere = (db: Reader, where: string, ...values: string[]): SummaryRow[] =>
  db.all<SummaryRow>(`${select} WHERE ${where} ORDER BY t.first_at DESC LIMIT ${most}`, ...values);

/** The posts of this conversation: the thread's own, what they answer, and the post that began it. */
const posts =
  'WITH own AS (SELECT remote_id, version_id, in_reply_to, conversation_id FROM messages ' +
  "WHERE thread_id = ? AND kind = 'post' ORDER BY created_at DESC LIMIT 200), " +
  'posts AS (SELECT remote_id AS id FROM own UNION SELECT version_id FROM own ' +
  'UNION SELECT in_reply_to FROM own WHERE in_reply_to IS NOT NULL ' +
  'UNION SELECT conversation_id FROM own WHERE conversation_id IS NOT NULL) ';

/** CROSS JOIN: from these posts to their answers, never from all answers of the account. */
export const conversationSql =
  `${posts} SELECT m.thread_id AS id FROM posts p CROSS JOIN messages m ON m.account_id = ? AND m.in_reply_to = p.id ` +
  "AND m.role <> 'out' WHERE m.thread_id IS NOT NULL " +
  "UNION SELECT m.thread_id FROM posts p CROSS JOIN messages m ON m.id = ? || '/post/' || p.id " +
  `WHERE m.role <> 'out' AND m.thread_id IS NOT NULL LIMIT ${most * 4}`;

const inConversation = (db: Reader, { id, account_id, customer_id }: ThreadRow): SummaryRow[] => {
  const ids = db.all<{ id: ThreadId }>(conversationSql, id, account_id, account_id);
  return rowsWhere(
    db,
    't.id IN (SELECT value FROM json_each(?)) AND t.customer_id <> ?',
    JSON.stringify(ids.map((row) => row.id)),
    customer_id,
  );
};
