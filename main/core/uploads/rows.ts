import { AppError } from '../../../shared/errors.ts';
import type { AccountId, AgentId, OutboxId, ThreadId, UploadId } from '../../../shared/ids.ts';
import type { MessageKind, Ms, Upload, UploadState } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';

/** The only file that writes `uploads`. */
export type UploadRow = {
  id: string;
  agent_id: string;
  account_id: string;
  thread_id: string | null;
  message_kind: MessageKind;
  outbox_id: string | null;
  position: number;
  kind: Upload['kind'];
  name: string;
  mime: string;
  bytes: number;
  alt_text: string;
  state: 'kept' | 'uploading' | 'uploaded' | 'sent' | 'failed' | 'removed';
  sent_bytes: number;
  remote_id: string | null;
  expires_at: Ms | null;
  reason: string | null;
  created_at: Ms;
  revision: number;
};

/** Throws `not-found`. */
export const getUpload = (db: Reader, id: string): UploadRow => {
  const row = db.find<UploadRow>('SELECT * FROM uploads WHERE id = ?', id);
  if (!row) throw new AppError('not-found', 'This attachment is no longer here.');
  return row;
};

/** What goes with an item, in the order in which it is shown. */
export const uploadsOfItem = (db: Reader, outboxId: string): UploadRow[] =>
  db.all<UploadRow>(
    "SELECT * FROM uploads WHERE outbox_id = ? AND state <> 'removed' ORDER BY position, id",
    outboxId,
  );

/** What somebody has attached to what they are writing in a thread. */
export const uploadsOfDrafts = (db: Reader, threadId: string, agentId: string): UploadRow[] =>
  db.all<UploadRow>(
    "SELECT * FROM uploads WHERE thread_id = ? AND agent_id = ? AND outbox_id IS NULL AND state <> 'removed' " +
      'ORDER BY message_kind, position, id',
    threadId,
    agentId,
  );

/** Everything that hangs on a thread, whoever attached it. */
export const uploadsOfThread = (db: Reader, threadId: string): UploadRow[] =>
  db.all<UploadRow>('SELECT * FROM uploads WHERE thread_id = ?', threadId);

/** Folding: what is attached follows. Tells which. */
export const moveUploads = (tx: Tx, from: string, into: string): string[] => {
  const rows = uploadsOfThread(tx, from);
  for (const row of rows) putUpload(tx, { ...row, thread_id: into });
  return rows.map(({ id }) => id);
};

/** Undo of folding. */
export const moveUploadsBack = (tx: Tx, ids: readonly string[], to: string): void => {
  for (const id of ids) putUpload(tx, { ...getUpload(tx, id), thread_id: to });
};

export const putUpload = (tx: Tx, row: Omit<UploadRow, 'revision'>): void => {
  put(tx, 'uploads', row);
  // The window knows it by the item it goes with.
  if (row.outbox_id !== null) tx.touch('outbox', row.outbox_id);
};

export const uploadOf = (row: UploadRow): Upload => ({
  id: row.id as UploadId,
  threadId: row.thread_id as ThreadId | null,
  accountId: row.account_id as AccountId,
  by: row.agent_id as AgentId,
  messageKind: row.message_kind,
  outboxId: row.outbox_id as OutboxId | null,
  position: row.position,
  kind: row.kind,
  name: row.name,
  mime: row.mime,
  bytes: row.bytes,
  altText: row.alt_text,
  state: stateOf(row),
  revision: row.revision,
});

const stateOf = (row: UploadRow): UploadState => {
  switch (row.state) {
    case 'uploading':
      return { at: 'uploading', sentBytes: row.sent_bytes };
    case 'uploaded':
    case 'sent':
      return { at: 'uploaded' };
    case 'failed':
      return { at: 'failed', reason: row.reason ?? '' };
    case 'removed':
      return { at: 'failed', reason: 'It was taken away.' };
    case 'kept':
      return { at: 'kept' };
  }
};
