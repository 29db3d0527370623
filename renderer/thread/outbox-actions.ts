import type { OutboxItem } from '../../shared/model.ts';
import { call } from '../call.ts';
import { takeBackSent } from '../composer/undo-send.ts';
import { get } from '../store/desk.ts';
import { leaveDrafts, takeDraft } from '../store/drafts.ts';
import { attempt, notify } from '../store/notices.ts';
import { asOwn } from '../store/own.ts';
import { change } from '../store/thread.ts';

export const retry = (item: OutboxItem): Promise<boolean> =>
  attempt(() => call('outbox.retry', { id: item.id }));

/** What has not left is a draft again, its author's: nothing of it is lost, and nothing of it leaves. */
export const cancel = (item: OutboxItem): Promise<boolean> =>
  attempt(async () => {
    const { id, threadId } = item;
    if (threadId === null) return void (await call('outbox.cancel', { id }));
    // What is being typed there since joins it on the disk, so it has to be there first.
    leaveDrafts();
    await asOwn(threadId, async () => {
      const { draft } = await call('outbox.cancel', { id });
      if (draft !== null && item.by === get().me.id) takeDraft(draft);
      change(threadId, (thread) => ({ ...thread, outbox: thread.outbox.filter((one) => one.id !== id) }));
    });
  });

/** Back into the composer, to go on writing. */
export const takeBack = (item: OutboxItem): Promise<void> => takeBackSent(item);

/** A person looked, where the desk could not know. */
export const decide =
  (as: 'arrived' | 'lost') =>
  async (item: OutboxItem): Promise<void> => {
    const near = item.state.at === 'uncertain' ? item.state.facts?.near[0] : undefined;
    const messageId = as === 'arrived' && near ? { messageId: near.messageId } : {};
    const isDone = await attempt(() => call('outbox.decide', { id: item.id, as, ...messageId }));
    if (isDone)
      notify(as === 'arrived' ? 'Noted: it arrived.' : 'Noted: it did not arrive. Your text is kept.');
  };
