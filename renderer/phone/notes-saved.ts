import type { CallId } from '../../shared/ids.ts';
import { call } from '../call.ts';
import { notify, unsay } from '../store/notices.ts';

const pauseMs = 400;
const notSaved = 'The notes could not be saved on disk. They are kept here while Earshot is open.';
const waiting = new Map<CallId, { text: string; timer: ReturnType<typeof setTimeout> }>();
/** The save under way, by call: a wrap-up waits for it, or the last words would come too late. */
const saving = new Map<CallId, Promise<void>>();

const now = (id: CallId): Promise<void> => {
  const item = waiting.get(id);
  if (!item) return saving.get(id) ?? Promise.resolve();
  clearTimeout(item.timer);
  waiting.delete(id);
  const saved = (saving.get(id) ?? Promise.resolve())
    .then(() => call('call.note', { callId: id, text: item.text }))
    .then(
      () => unsay(notSaved),
      () => notify(notSaved, 'trouble'),
    );
  saving.set(id, saved);
  return saved;
};

/** Notes go to the disk as they are typed: after a short pause, on leaving the field, and before the wrap-up. */
export const keepNote = {
  soon(id: CallId, text: string): void {
    clearTimeout(waiting.get(id)?.timer);
    waiting.set(id, { text, timer: setTimeout(() => void now(id), pauseMs) });
  },
  now,
};
