import type { OutboxItem, OutboxState } from '../../shared/model.ts';
import { call } from '../call.ts';
import { get, set } from './desk.ts';
import { flush } from './events.ts';
import { oldestSent, withItems, type MailState } from './mail.ts';

type StateName = OutboxState['at'];

const live: readonly StateName[] = ['queued', 'sending', 'failed', 'uncertain'];
const livePage = 200;
const mostPages = 10;
const sentPage = 50;

export const changeMail = (edit: (mail: MailState) => Partial<MailState>): void =>
  set(({ mail }) => ({ mail: { ...mail, ...edit(mail) } }));

/** At the start: whatever has not left, for the rail counts what waits for a person. */
export const readOutbox = async (): Promise<void> => {
  let last: OutboxItem | undefined;
  try {
    for (let page = 0; page < mostPages; page += 1) {
      const { items, hasMore } = await read(live, last, livePage);
      last = items.at(-1);
      if (!hasMore) return;
    }
  } catch {
    changeMail(() => ({ read: 'failed' }));
  }
};

let isReading = false;

/** What was sent, on from where it ends here. */
export const readSent = async (): Promise<void> => {
  if (isReading) return;
  isReading = true;
  try {
    const last = get().mail.read === 'more' ? oldestSent(get().mail.items) : undefined;
    const { hasMore } = await read(['sent'], last, sentPage);
    changeMail(() => ({ read: hasMore ? 'more' : 'all' }));
  } catch {
    changeMail(() => ({ read: 'failed' }));
  } finally {
    isReading = false;
  }
};

const read = async (
  states: readonly StateName[],
  last: OutboxItem | undefined,
  limit: number,
): Promise<{ items: OutboxItem[]; hasMore: boolean }> => {
  const after = last ? { stateAt: last.stateAt, id: last.id } : null;
  const page = await call('outbox.page', { states: [...states], after, limit });
  flush();
  changeMail((mail) => ({ items: withItems(mail, page.items).items }));
  return page;
};
