import { failureOf } from '../../shared/errors.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { Card, MessageKind, Upload } from '../../shared/model.ts';
import { call } from '../call.ts';
import { get, set } from '../store/desk.ts';
import { edit } from '../store/drafts.ts';
import { attempt, notify } from '../store/notices.ts';
import type { Arriving } from '../store/state.ts';
import { change } from '../store/thread.ts';
import { forgetPreview, keepPreview } from './previews.ts';
import { kindOf, whyNotAttach } from './rules.ts';

/** Enough to be quick, little enough that the desk answers in between. */
const pieceBytes = 4 * 1024 * 1024;

/** Files from a dialog, the clipboard or a drop, one after the other; what X would not take is refused in words. */
export const attach = async (card: Card, messageKind: MessageKind, files: readonly File[]): Promise<void> => {
  const taken: Arriving[] = [];
  for (const file of files) {
    const why = whyNotAttach(
      file,
      [...kindsThere(card.id, messageKind), ...taken.map(({ kind }) => kind)],
      messageKind,
    );
    const kind = kindOf(file);
    if (why !== null || kind === null) notify(why ?? '', 'trouble');
    else
      taken.push({
        ...{ key: crypto.randomUUID(), threadId: card.id, messageKind, file, kind },
        ...{ sentBytes: 0, problem: null },
      });
  }
  set({ arriving: [...get().arriving, ...taken] });
  for (const one of taken) await bring(card, one);
};

/** Once more from its first byte: what is on its way to this disk is quickly there. */
export const attachAgain = async (card: Card, one: Arriving): Promise<void> => {
  touch(one.key, { problem: null, sentBytes: 0 });
  await bring(card, one);
};

/** Gives up what is on its way. */
export const giveUp = ({ key }: Arriving): void =>
  set({ arriving: get().arriving.filter((one) => one.key !== key) });

export const remove = (upload: Upload): Promise<boolean> =>
  attempt(async () => {
    await call('upload.remove', { id: upload.id });
    forgetPreview(upload.id);
    withUploads(upload, (all) => all.filter(({ id }) => id !== upload.id));
  });

/** One place earlier or later among the pictures of one message. */
export const shift = async (upload: Upload, by: -1 | 1): Promise<void> => {
  const all = uploadsOf(upload.threadId, upload.messageKind);
  const at = all.findIndex(({ id }) => id === upload.id);
  const other = all[at + by];
  if (!other) return;
  const ids = all.map(({ id }) => (id === upload.id ? other.id : id === other.id ? upload.id : id));
  await attempt(async () => {
    await call('upload.order', { ids });
    withUploads(upload, (some) =>
      some.map((one) => ({ ...one, position: Math.max(0, ids.indexOf(one.id)) })).sort(byPlace),
    );
  });
};

/** What is attached to my draft of one kind in the open thread. */
const uploadsOf = (threadId: ThreadId | null, messageKind: MessageKind): readonly Upload[] => {
  const { thread } = get();
  return thread?.id === threadId ? thread.uploads.filter((one) => one.messageKind === messageKind) : [];
};

const kindsThere = (threadId: ThreadId, messageKind: MessageKind): Upload['kind'][] =>
  [
    ...uploadsOf(threadId, messageKind),
    ...get().arriving.filter((one) => one.threadId === threadId && one.messageKind === messageKind),
  ].map(({ kind }) => kind);

const byPlace = (a: Upload, b: Upload): number => a.position - b.position;

const withUploads = ({ threadId }: Upload, next: (all: readonly Upload[]) => readonly Upload[]): void => {
  if (threadId === null) return;
  change(threadId, (thread) => ({ ...thread, uploads: next(thread.uploads) }));
  edit(threadId, (composing) => ({ ...composing, stopped: null }));
};

const bring = async ({ accountId }: Card, one: Arriving): Promise<void> => {
  const { key, threadId, messageKind, file } = one;
  try {
    const about = { threadId, accountId, messageKind, name: file.name, mime: file.type };
    const { id, pieceBytes: most } = await call('upload.begin', { ...about, bytes: file.size });
    for (let from = 0; from < file.size;) {
      // The agent gave it up meanwhile.
      if (!get().arriving.some((other) => other.key === key)) return;
      const piece = file.slice(from, from + Math.min(most, pieceBytes));
      const data = new Uint8Array(await piece.arrayBuffer());
      const { received, upload } = await call('upload.append', { id, from, data });
      from = received;
      touch(key, { sentBytes: received });
      if (upload === null) continue;
      keepPreview(upload, file);
      giveUp(one);
      withUploads(upload, (all) => [...all.filter((other) => other.id !== upload.id), upload].sort(byPlace));
      return;
    }
  } catch (error) {
    touch(key, { problem: failureOf(error).message });
  }
};

const touch = (key: string, over: Partial<Arriving>): void =>
  set({ arriving: get().arriving.map((one) => (one.key === key ? { ...one, ...over } : one)) });
