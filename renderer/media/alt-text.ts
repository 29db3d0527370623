import type { UploadId } from '../../shared/ids.ts';
import type { Upload } from '../../shared/model.ts';
import { call } from '../call.ts';
import { attempt } from '../store/notices.ts';
import { change } from '../store/thread.ts';

const pauseMs = 300;

type Waiting = { altText: string; timer: ReturnType<typeof setTimeout> };
const waiting = new Map<UploadId, Waiting>();

/** In words for those who can't see it: the agent's at once, on disk a moment later. */
export const describe = ({ id, threadId }: Upload, altText: string): void => {
  clearTimeout(waiting.get(id)?.timer);
  waiting.set(id, { altText, timer: setTimeout(() => void save(id), pauseMs) });
  if (threadId === null) return;
  change(threadId, (thread) => ({
    ...thread,
    uploads: thread.uploads.map((one) => (one.id === id ? { ...one, altText } : one)),
  }));
};

/** What still waits is on disk when this is done: before a message leaves, and on leaving the field. */
export const saveAltTexts = async (): Promise<void> => {
  await Promise.all([...waiting.keys()].map(save));
};

const save = async (id: UploadId): Promise<void> => {
  const one = waiting.get(id);
  if (!one) return;
  clearTimeout(one.timer);
  waiting.delete(id);
  await attempt(() => call('upload.describe', { id, altText: one.altText.trim() }));
};
