import type { Ms } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { drop, put, type Row } from '../../db/put.ts';
import { emptyMessage } from '../messages.ts';
import { settle } from '../threads/settle.ts';
import { directsOf } from './due.ts';

/**
 * What was said in private goes, on both sides; that it was said, and when, stays with the conversation, so that no clock of
 * the past is told anew.
 */
export const emptyDirects = (tx: Tx, threadId: string, at: Ms): number => {
  const ids = directsOf(tx, threadId);
  for (const { id } of ids) emptyMessage(tx, id, { at, because: 'expired' });
  const of = (table: string, kind: string): Row[] =>
    tx.all<Row>(`SELECT * FROM ${table} WHERE thread_id = ? AND ${kind} = 'dm'`, threadId);
  for (const row of of('outbox', 'kind')) put(tx, 'outbox', { ...row, text: '' });
  for (const row of of('drafts', 'kind')) drop(tx, 'drafts', String(row['agent_id']), threadId, 'dm');
  for (const row of of('uploads', 'message_kind')) drop(tx, 'uploads', String(row['id']));
  tx.db.statement("DELETE FROM draft_versions WHERE thread_id = ? AND kind = 'dm'").run(threadId);
  settle(tx, threadId);
  return ids.length;
};
