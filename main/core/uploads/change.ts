import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import { uploadId } from '../../../shared/ids.ts';
import type { Upload } from '../../../shared/model.ts';
import type { Inverse } from '../../db/changes.ts';
import type { Tx } from '../../db/db.ts';
import { operate, type Desk } from '../desk.ts';
import { taking, type Inverses } from '../inverse.ts';
import { draftUploads } from './add.ts';
import { fileOf } from './files.ts';
import { getUpload, putUpload, uploadOf, type UploadRow } from './rows.ts';
import { assertCarries } from './rules.ts';

/** Said to those who don't see the picture. What the network has of it by now has the old words: it is handed over anew. */
export const describe = (desk: Desk, { id, altText }: Parsed<'upload.describe'>): Upload => {
  const row = mine(desk, id);
  const alt_text = altText.trim();
  if (alt_text !== row.alt_text) {
    change(desk, 'upload.describe', row, (tx) => {
      putUpload(tx, { ...row, alt_text, state: 'kept', sent_bytes: 0, remote_id: null, expires_at: null });
      return undefined;
    });
  }
  return uploadOf(getUpload(desk.db, id));
};

/** It goes from the draft; its bytes stay until the next start, so that it can come back. */
export const remove = (desk: Desk, id: string): Changed => {
  const row = mine(desk, id);
  return change(desk, 'upload.remove', row, (tx) => {
    putUpload(tx, { ...row, state: 'removed' });
    return { op: 'upload.restore', input: { id } };
  });
};

export const order = (desk: Desk, { ids }: Parsed<'upload.order'>): Changed => {
  const rows = [...new Set(ids)].map((id) => mine(desk, id));
  const [first] = rows;
  if (!first) return { seq: null };
  const was = rows.toSorted((a, b) => a.position - b.position).map(({ id }) => id);
  return change(desk, 'upload.order', first, (tx) => {
    reorder(tx, ids);
    return { op: 'upload.order', input: { ids: was } };
  });
};

const reorder = (tx: Tx, ids: readonly string[]): void => {
  for (const [position, id] of ids.entries()) putUpload(tx, { ...getUpload(tx, id), position });
};

/** Throws unless it is with a draft of mine. */
const mine = (desk: Desk, id: string): UploadRow => {
  const row = getUpload(desk.db, id);
  if (row.agent_id !== desk.me) throw new AppError('not-allowed', 'A colleague attached this.');
  if (row.state === 'removed') throw new AppError('not-found', 'This attachment is no longer here.');
  if (row.outbox_id !== null) {
    throw new AppError('too-late', 'This leaves with its message. Take the message back to change it.');
  }
  return row;
};

const change = (
  desk: Desk,
  op: string,
  { id, thread_id }: UploadRow,
  body: (tx: Tx) => Inverse | undefined,
): Changed => {
  const what = { op, by: desk.me, input: { id } };
  const { seq } = operate(desk, thread_id === null ? what : { ...what, threadId: thread_id }, (tx) => {
    const inverse = body(tx);
    return { value: null, ...(inverse && { inverse }) };
  });
  return { seq };
};

export const uploadInverses: Inverses = {
  'upload.remove': taking(z.object({ id: uploadId }), (tx, { id }) => {
    const row = getUpload(tx, id);
    if (row.outbox_id !== null) throw new AppError('too-late', 'It has left with its message since.');
    putUpload(tx, { ...row, state: 'removed' });
  }),
  'upload.restore': taking(z.object({ id: uploadId }), (tx, { id }, _at, desk) => {
    const row = getUpload(tx, id);
    if (row.state !== 'removed' || !existsSync(fileOf(desk.db, id))) {
      throw new AppError('too-late', 'The file is not kept any more. Attach it again.');
    }
    if (row.thread_id !== null) {
      assertCarries(row.message_kind, [...draftUploads(desk, row.thread_id, row.message_kind), row]);
    }
    putUpload(tx, {
      ...row,
      state: row.remote_id !== null && row.sent_bytes === row.bytes ? 'uploaded' : 'kept',
    });
  }),
  'upload.order': taking(z.object({ ids: z.array(uploadId) }), (tx, { ids }) => reorder(tx, ids)),
};
