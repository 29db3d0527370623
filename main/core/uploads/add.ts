import type { Output, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import type { UploadId } from '../../../shared/ids.ts';
import type { Upload } from '../../../shared/model.ts';
import type { Capabilities } from '../../providers/provider.ts';
import { getAccount } from '../accounts/rows.ts';
import { assertMay } from '../agents.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { getThread } from '../threads/rows.ts';
import { dropFile, keepFile, readPiece, writePiece } from './files.ts';
import { getUpload, putUpload, uploadOf, uploadsOfDrafts, type UploadRow } from './rows.ts';
import { assertCarries, assertFits } from './rules.ts';
import { sniff, sniffedBytes } from './sniff.ts';

type File = Omit<Parsed<'upload.add'>, 'data'>;
/** What a file may be, by account; undefined while it is not signed in. */
export type Can = (accountId: string) => Capabilities | undefined;

/** A file that is still coming in. After a restart the window begins anew. */
type Coming = { by: string; file: File; bytes: number; received: number };

/** Pieces of this size keep the desk answering while a film comes in. */
const pieceBytes = 4 * 1024 * 1024;

/** Takes files from windows and keeps them beside the database until the message they belong to is settled. */
export const createReceiver = (desk: Desk, can: Can) => {
  const coming = new Map<string, Coming>();

  const begin = (file: File, bytes: number): string => {
    assertMay(desk, 'thread.work');
    assertPlace(desk, file);
    const caps = capsOf(desk, can, file.accountId);
    if (bytes > Math.max(0, ...caps.map(({ maxBytes }) => maxBytes))) assertFits('video', bytes, caps);
    const id = newId(desk);
    coming.set(id, { by: desk.me, file, bytes, received: 0 });
    return id;
  };

  const append = async (id: string, from: number, data: Uint8Array): Promise<Output<'upload.append'>> => {
    const one = coming.get(id);
    if (!one || one.by !== desk.me)
      throw new AppError('not-found', 'This file is not coming in any more. Attach it again.');
    if (from !== one.received || from + data.byteLength > one.bytes) {
      throw new AppError('bad-input', 'This piece of the file is not the next one. Attach it again.');
    }
    await writePiece(desk.db, id, from, data);
    one.received = from + data.byteLength;
    if (one.received < one.bytes) return { received: one.received, upload: null };
    coming.delete(id);
    return { received: one.received, upload: await keep(desk, can, id, one) };
  };

  return {
    async add({ data, ...file }: Parsed<'upload.add'>): Promise<Upload> {
      const { upload } = await append(begin(file, data.byteLength), 0, data);
      if (!upload) throw new AppError('bad-input', 'This file is empty.');
      return upload;
    },
    begin: ({ bytes, ...file }: Parsed<'upload.begin'>): Output<'upload.begin'> => ({
      id: begin(file, bytes) as UploadId,
      pieceBytes,
    }),
    append: ({ id, from, data }: Parsed<'upload.append'>) => append(id, from, data),
  };
};

/** All its bytes are here: what it is decides whether it stays. */
const keep = async (desk: Desk, can: Can, id: string, { file, bytes }: Coming): Promise<Upload> => {
  try {
    await keepFile(desk.db, id);
    const found = sniff(await readPiece(desk.db, id, 0, sniffedBytes));
    if (!found) {
      throw new AppError(
        'not-allowed',
        `${file.name} is no picture or film that can be sent: PNG, JPEG, WebP, GIF, MP4 or MOV. Nothing was attached.`,
      );
    }
    assertFits(found.kind, bytes, capsOf(desk, can, file.accountId));
    return add(desk, id, { ...file, ...found, bytes });
  } catch (error) {
    dropFile(desk.db, id);
    throw error;
  }
};

const add = (
  desk: Desk,
  id: string,
  {
    threadId,
    accountId,
    messageKind,
    name,
    kind,
    mime,
    bytes,
  }: File & Pick<Upload, 'kind' | 'mime' | 'bytes'>,
): Upload => {
  const beside = threadId === null ? [] : draftUploads(desk, threadId, messageKind);
  assertCarries(messageKind, [...beside, { kind }]);
  const what = { op: 'upload.add', by: desk.me, input: { id, threadId, messageKind, kind, bytes } };
  operate(desk, threadId === null ? what : { ...what, threadId }, (tx, at) => {
    putUpload(tx, {
      id,
      agent_id: desk.me,
      account_id: accountId,
      thread_id: threadId,
      message_kind: messageKind,
      outbox_id: null,
      position: beside.length,
      kind,
      name,
      mime,
      bytes,
      alt_text: '',
      state: 'kept',
      sent_bytes: 0,
      remote_id: null,
      expires_at: null,
      reason: null,
      created_at: at,
    });
    return { value: null, inverse: { op: 'upload.remove', input: { id } } };
  });
  return uploadOf(getUpload(desk.db, id));
};

export const draftUploads = (desk: Desk, threadId: string, kind: string): UploadRow[] =>
  uploadsOfDrafts(desk.db, threadId, desk.me).filter(({ message_kind }) => message_kind === kind);

const assertPlace = (desk: Desk, { threadId, accountId }: File): void => {
  if (threadId === null) return void getAccount(desk.db, accountId);
  if (getThread(desk.db, threadId).account_id !== accountId) {
    throw new AppError('bad-input', 'This thread belongs to another account.');
  }
};

const capsOf = (desk: Desk, can: Can, accountId: string): Capabilities['attachments'] => {
  const caps = can(accountId)?.attachments;
  if (caps) return caps;
  const { handle } = getAccount(desk.db, accountId);
  throw new AppError('not-allowed', `@${handle} is not signed in. Sign it in again, then attach.`);
};
