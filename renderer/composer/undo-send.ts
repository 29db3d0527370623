import type { OutboxItem } from '../../shared/model.ts';
import { call } from '../call.ts';
import { set } from '../store/desk.ts';
import { edit, leaveDrafts, takeDraft } from '../store/drafts.ts';
import { attempt } from '../store/notices.ts';
import { asOwn } from '../store/own.ts';
import { change, readThread } from '../store/thread.ts';

/** Back into the composer, exactly as it was typed, with what was attached and under the same id. */
export const takeBackSent = async ({ id, threadId, kind }: OutboxItem): Promise<void> => {
  if (threadId === null) return;
  // What is being typed there since joins it on the disk, so it has to be there first.
  leaveDrafts();
  await attempt(() =>
    asOwn(threadId, async () => {
      const { draft } = await call('outbox.cancel', { id });
      if (draft !== null) takeDraft(draft);
      edit(threadId, (composing) => ({ ...composing, kind }));
      change(threadId, (thread) => ({ ...thread, outbox: thread.outbox.filter((item) => item.id !== id) }));
      await readThread(threadId);
      set({ wantsFocus: 'composer' });
    }),
  );
};

/** No second thoughts: it leaves at once. */
export const sendNow = ({ id }: OutboxItem): Promise<boolean> =>
  attempt(() => call('outbox.sendNow', { id }));

/**
 * What I sent in this thread and can still take back without anybody having seen it: its first part stands for all. What
 * waits for a limit after it was tried says so itself, and is no second thought.
 */
export const undoable = (outbox: readonly OutboxItem[], me: string, now: number): OutboxItem | undefined =>
  outbox.findLast(
    ({ by, state, part, attemptAt }) =>
      by === me && part === 1 && attemptAt === null && state.at === 'queued' && state.notBefore > now,
  );
