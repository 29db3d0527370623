import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { AccountId, ThreadId } from '../../../shared/ids.ts';
import type { Upload } from '../../../shared/model.ts';
import type { Capabilities } from '../../providers/provider.ts';
import { itemsById } from '../outbox/shown.ts';
import { cancel, retry } from '../outbox/steps.ts';
import { arrive, post } from '../testing/desk.ts';
import { makeMail, type Mail } from '../testing/mail.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { merge } from '../threads/merge.ts';
import { undo } from '../undo.ts';
import { createReceiver } from './add.ts';
import { describe, order, remove } from './change.ts';
import { fileOf, folderOf } from './files.ts';
import { getUpload, uploadsOfDrafts } from './rows.ts';
import { sniff } from './sniff.ts';
import { sweepFiles } from './sweep.ts';

const can = {
  attachments: [
    { kind: 'photo', maxBytes: 40 },
    { kind: 'gif', maxBytes: 60 },
    { kind: 'video', maxBytes: 100 },
  ],
} as unknown as Capabilities;

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const heads = {
  png,
  jpeg: [0xff, 0xd8, 0xff, 0xe0],
  gif: [...Buffer.from('GIF89a')],
  webp: [...Buffer.from('RIFF1234WEBP')],
  mp4: [0, 0, 0, 24, ...Buffer.from('ftypisom')],
  mov: [0, 0, 0, 20, ...Buffer.from('ftypqt  ')],
  heic: [0, 0, 0, 24, ...Buffer.from('ftypheic')],
};
const bytesOf = (head: readonly number[], size = 20): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: size }, (_, at) => head[at] ?? at);

let mail: Mail;
let receiver: ReturnType<typeof createReceiver>;
beforeEach(() => {
  mail = makeMail();
  receiver = createReceiver(mail.desk, () => can);
});

const place = (messageKind: 'post' | 'dm' = 'post') => ({
  threadId: mail.threadId,
  accountId: mail.desk.account.id as AccountId,
  messageKind,
  name: 'mast.png',
  mime: 'text/html',
});
const add = (data = bytesOf(png), messageKind: 'post' | 'dm' = 'post'): Promise<Upload> =>
  receiver.add({ ...place(messageKind), data });
const files = (): string[] => {
  const folder = folderOf(mail.desk.db);
  return existsSync(folder) ? readdirSync(folder) : [];
};
const row = (id: string) => getUpload(mail.desk.db, id);

it.each([
  ['png', { kind: 'photo', mime: 'image/png' }],
  ['jpeg', { kind: 'photo', mime: 'image/jpeg' }],
  ['gif', { kind: 'gif', mime: 'image/gif' }],
  ['webp', { kind: 'photo', mime: 'image/webp' }],
  ['mp4', { kind: 'video', mime: 'video/mp4' }],
  ['mov', { kind: 'video', mime: 'video/quicktime' }],
  ['heic', undefined],
] as const)('knows %s by its first bytes', (name, found) => {
  expect(sniff(bytesOf(heads[name]))).toEqual(found);
});

it('takes nothing for a picture that does not begin like one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 12 }), (head) => {
      const found = sniff(head);
      const begins = [0x89, 0xff, 0x47, 0x52].includes(head[0] ?? 0) || Buffer.from(head).includes('ftyp');
      return found === undefined || begins;
    }),
  );
});

it('keeps a file beside the desk, whatever its name and what the system takes it for', async () => {
  const upload = await add();
  expect(upload).toMatchObject({ kind: 'photo', mime: 'image/png', bytes: 20, state: { at: 'kept' } });
  expect(files()).toEqual([upload.id]);
  expect(uploadsOfDrafts(mail.desk.db, mail.threadId, 'ab')).toHaveLength(1);
  undo(mail.desk);
  expect(uploadsOfDrafts(mail.desk.db, mail.threadId, 'ab')).toHaveLength(0);
  expectReplayed(mail.desk);
});

it('refuses in words what can’t be sent, and keeps nothing of it', async () => {
  await expect(add(bytesOf([0x4d, 0x5a]))).rejects.toThrow(/no picture or film/u);
  await expect(add(bytesOf(png, 50))).rejects.toThrow(/This photo has .* up to/u);
  await expect(add(bytesOf(heads.mp4, 200))).rejects.toThrow(/This video has/u);
  expect(files()).toEqual([]);
  const elsewhere = createReceiver(mail.desk, () => undefined);
  await expect(elsewhere.add({ ...place(), data: bytesOf(png) })).rejects.toThrow(/not signed in/u);
});

it('takes a larger file piece by piece, in order, and attaches it with its last byte', async () => {
  const data = bytesOf(heads.mp4, 90);
  const { id } = receiver.begin({ ...place(), bytes: 90 });
  expect(await receiver.append({ id, from: 0, data: data.slice(0, 50) })).toEqual({
    received: 50,
    upload: null,
  });
  await expect(receiver.append({ id, from: 60, data: data.slice(60) })).rejects.toThrow(/not the next one/u);
  const { upload } = await receiver.append({ id, from: 50, data: data.slice(50) });
  expect(upload).toMatchObject({ id, kind: 'video', bytes: 90 });
  await expect(receiver.append({ id, from: 90, data })).rejects.toThrow(/not coming in/u);
});

it('lets go together what the network takes together', async () => {
  for (let n = 0; n < 4; n += 1) await add();
  await expect(add()).rejects.toThrow(/up to four photos/u);
  await expect(add(bytesOf(heads.gif))).rejects.toThrow(/alone/u);
  await add(bytesOf(png), 'dm');
  await expect(add(bytesOf(png), 'dm')).rejects.toThrow(/one attachment/u);
});

it('goes up before its message leaves, which waits for it, and the bytes go afterwards', async () => {
  const one = await add();
  const two = await add();
  describe(mail.desk, { id: one.id, altText: ' a mast ' });
  order(mail.desk, { ids: [two.id, one.id] });
  const id = mail.write('See here', { uploads: [two.id, one.id] });
  expect(itemsById(mail.desk.db, [id])[0]?.uploads.map((upload) => upload.id)).toEqual([two.id, one.id]);
  await mail.deliver();
  expect(mail.net.sent).toMatchObject([{ media: [row(two.id).remote_id, row(one.id).remote_id] }]);
  const message = mail.desk.db.find<{ attachments: string }>(
    "SELECT attachments FROM messages WHERE role = 'out'",
  );
  expect(JSON.parse(message?.attachments ?? '')).toMatchObject([{ altText: null }, { altText: 'a mast' }]);
  expect(files()).toEqual([]);
  expectReplayed(mail.desk);
});

it('goes on where it was broken off, without sending a byte twice', async () => {
  const film = await add(bytesOf(heads.mp4, 100));
  mail.net.breaks = [40, 70];
  const id = mail.write('See here', { uploads: [film.id] });
  await mail.deliver();
  expect(row(film.id).state).toBe('uploading');
  expect(mail.row(id).state).toBe('queued');
  // The program ends and starts again.
  const again = makeMail(undefined, mail.desk, mail.net);
  await again.pass(60_000);
  await again.pass(60_000);
  await again.pass(60_000);
  expect(mail.row(id).state).toBe('sent');
  expect([...mail.net.uploaded.values()]).toEqual([100]);
});

it('asks a person when it can’t be handed over, with the message kept', async () => {
  const film = await add(bytesOf(heads.mp4, 100));
  mail.net.breaks = Array.from({ length: 6 }, () => 0);
  const id = mail.write('See here', { uploads: [film.id] });
  for (let n = 0; n < 8; n += 1) await mail.pass(120_000);
  expect(mail.row(id)).toMatchObject({ state: 'failed' });
  expect(mail.row(id).reason).toMatch(/mast\.png was not taken: The connection broke/u);
  retry(mail.desk, id);
  await mail.deliver();
  expect(mail.row(id).state).toBe('sent');
});

it('is handed over again when the network has forgotten it', async () => {
  const one = await add();
  mail.net.fates = ['limited'];
  const id = mail.write('See here', { uploads: [one.id] });
  await mail.deliver();
  const before = row(one.id).remote_id;
  await mail.pass(25 * 3_600_000);
  expect(mail.row(id).state).toBe('sent');
  expect(row(one.id).remote_id).not.toBe(before);
  expect(mail.net.sent[0]?.media).toEqual([row(one.id).remote_id]);
});

it('comes back with its message, and leaves again with the next', async () => {
  const one = await add();
  const id = mail.write('See here', { uploads: [one.id] });
  cancel(mail.desk, id);
  expect(uploadsOfDrafts(mail.desk.db, mail.threadId, 'ab').map((upload) => upload.id)).toEqual([one.id]);
  mail.write('See there', { uploads: [one.id] });
  await mail.deliver();
  expect(mail.net.sent).toMatchObject([{ text: 'See there ^AB', media: [row(one.id).remote_id] }]);
  expect(() => remove(mail.desk, one.id)).toThrow(/leaves with its message/u);
});

it('belongs to its author, and to what it was attached to', async () => {
  const one = await add();
  expect(() => remove(mail.desk.as('cd'), one.id)).toThrow(/colleague/u);
  expect(() => mail.write('Mine now', { by: 'cd', uploads: [one.id] })).toThrow(/not attached/u);
  expect(() => mail.write('In private', { kind: 'dm', uploads: [one.id] })).toThrow(/not attached/u);
  remove(mail.desk, one.id);
  expect(() => mail.write('See', { uploads: [one.id] })).toThrow(/not attached/u);
  undo(mail.desk);
  mail.write('See', { uploads: [one.id] });
});

it('follows its thread when two are made one, and back', async () => {
  arrive(mail.desk, [post('90', { authorRemoteId: '8', createdAt: mail.desk.now() + 1000 })]);
  const other = mail.desk.db.find<{ id: string }>('SELECT id FROM threads WHERE id <> ?', mail.threadId);
  const one = await add();
  merge(mail.desk, {
    threadId: other?.id as ThreadId,
    from: mail.threadId,
    revision: 0,
  } as never);
  const gone = mail.desk.db.find('SELECT 1 FROM threads WHERE id = ?', mail.threadId) === undefined;
  const stays = gone ? (other?.id ?? '') : mail.threadId;
  expect(row(one.id).thread_id).toBe(stays);
  undo(mail.desk);
  expect(row(one.id).thread_id).toBe(mail.threadId);
});

it('leaves nothing behind at the next start that could not still leave', async () => {
  const kept = await add();
  const taken = await add();
  remove(mail.desk, taken.id);
  writeFileSync(path.join(folderOf(mail.desk.db), 'half.part'), 'x');
  writeFileSync(fileOf(mail.desk.db, 'nobodys'), 'x');
  sweepFiles(mail.desk);
  expect(files()).toEqual([kept.id]);
});
