import { AppError } from '../../../shared/errors.ts';
import type { MessageKind } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import type { Desk } from '../desk.ts';
import { getUpload, putUpload, uploadsOfDrafts, uploadsOfItem, type UploadRow } from './rows.ts';
import { assertCarries } from './rules.ts';

/** Throws unless these are mine, written for this, still with the draft, and can go together. */
export const assertAttachable = (
  desk: Desk,
  ids: readonly string[],
  to: { threadId: string; kind: MessageKind; accountId: string },
): void => {
  const rows = [...new Set(ids)].map((id) => getUpload(desk.db, id));
  for (const row of rows) {
    const isHere =
      row.agent_id === desk.me &&
      row.outbox_id === null &&
      row.state !== 'removed' &&
      row.thread_id === to.threadId &&
      row.message_kind === to.kind &&
      row.account_id === to.accountId;
    if (!isHere) throw new AppError('not-allowed', `${row.name} is not attached to this message any more.`);
  }
  assertCarries(to.kind, rows);
};

/** They leave with the item now, in this order. */
export const attachTo = (tx: Tx, ids: readonly string[], outboxId: string): void => {
  for (const [position, id] of [...new Set(ids)].entries()) {
    putUpload(tx, { ...getUpload(tx, id), outbox_id: outboxId, position });
  }
};

/** Taken back: they are with the draft again, before what was attached there since. What the network has of them stays there. */
export const detachFrom = (tx: Tx, outboxId: string): void => {
  const back = uploadsOfItem(tx, outboxId);
  const [first] = back;
  if (!first) return;
  for (const row of back) putUpload(tx, { ...asKept(row), outbox_id: null });
  if (first.thread_id === null) return;
  const all = uploadsOfDrafts(tx, first.thread_id, first.agent_id).filter(
    ({ message_kind }) => message_kind === first.message_kind,
  );
  const isBack = new Set(back.map(({ id }) => id));
  const order = [...back.map(({ id }) => id), ...all.map(({ id }) => id).filter((id) => !isBack.has(id))];
  for (const [position, id] of order.entries()) putUpload(tx, { ...getUpload(tx, id), position });
};

/** What failed is handed over anew, from its first byte. */
export const retryUploads = (tx: Tx, outboxId: string): void => {
  for (const row of uploadsOfItem(tx, outboxId)) {
    if (row.state !== 'failed') continue;
    putUpload(tx, { ...asKept(row), remote_id: null, sent_bytes: 0 });
  }
};

const asKept = (row: UploadRow): UploadRow =>
  row.state === 'uploaded' ? row : { ...row, state: 'kept', reason: null };
