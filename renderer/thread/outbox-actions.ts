import type { OutboxItem } from '../../shared/model.ts';
import { call } from '../call.ts';
import { get, set } from '../store/desk.ts';
import { edit, write } from '../store/drafts.ts';
import { attempt } from '../store/notices.ts';
import { change } from '../store/thread.ts';

export const retry = (item: OutboxItem): Promise<boolean> =>
  attempt(() => call('outbox.retry', { id: item.id }));

export const cancel = (item: OutboxItem): Promise<boolean> =>
  attempt(async () => {
    await call('outbox.cancel', { id: item.id });
    change(item.threadId, (thread) => ({
      ...thread,
      outbox: thread.outbox.filter(({ id }) => id !== item.id),
    }));
  });

/** Back into the composer, as a new intention; what is being written there already is kept below it. */
export const takeBack = async (item: OutboxItem): Promise<void> => {
  if (!(await cancel(item))) return;
  const { threadId, kind, text, byInitials } = item;
  const unsigned = text.endsWith(` ^${byInitials}`) ? text.slice(0, -byInitials.length - 2) : text;
  const present = get().composing[threadId]?.texts[kind] ?? '';
  edit(threadId, (composing) => ({ ...composing, kind, intents: { ...composing.intents, [kind]: null } }));
  write(threadId, kind, present === '' ? unsigned : `${unsigned}\n${present}`);
  set({ wantsFocus: 'composer' });
};
