import type { CommandId } from '../../shared/commands.ts';
import type { outboxCommands } from '../../shared/commands/outbox.ts';
import type { OutboxItem } from '../../shared/model.ts';
import { whoMay } from '../../shared/roles.ts';
import { call } from '../call.ts';
import { get, set } from '../store/desk.ts';
import { allInOrder } from '../store/mail.ts';
import { attempt } from '../store/notices.ts';
import { changeMail } from '../store/outbox.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';
import { closeThread, openThread } from '../store/thread.ts';
import { cancel, decide, retry, takeBack } from '../thread/outbox-actions.ts';
import { goTo } from './desks.ts';

export const itemInFocus = ({ mail }: Desk): OutboxItem | undefined =>
  mail.outbox === null ? undefined : mail.items.get(mail.outbox);

export const focusItem = (id: OutboxItem['id']): void => {
  if (get().mail.outbox !== id) changeMail(() => ({ outbox: id }));
};

const move = (step: 1 | -1): void => {
  const { items, outbox } = get().mail;
  const all = allInOrder(items);
  const at = all.findIndex(({ id }) => id === outbox);
  const next = all[at < 0 ? 0 : at + step];
  if (next) focusItem(next.id);
};

const show = (): void => {
  goTo('outbox');
  set({ region: 'outbox' });
  if (!itemInFocus(get())) move(1);
};

const open = async (): Promise<void> => {
  const item = itemInFocus(get());
  if (!item || item.threadId === null) return;
  set({ wantsFocus: 'pane' });
  await openThread(item.threadId);
};

const on =
  (run: (item: OutboxItem) => unknown): (() => Promise<void>) =>
  async () => {
    const item = itemInFocus(get());
    if (item) await run(item);
  };

export const outboxRun: Record<keyof typeof outboxCommands, () => void | Promise<void>> = {
  'desk.outbox': show,
  'outbox.down': () => move(1),
  'outbox.up': () => move(-1),
  'outbox.open': open,
  'outbox.sendNow': on(({ id }) => attempt(() => call('outbox.sendNow', { id }))),
  'outbox.retry': on(retry),
  'outbox.edit': on(async (item) => {
    if (item.threadId !== null) await openThread(item.threadId);
    await takeBack(item);
  }),
  'outbox.cancel': on(cancel),
  'outbox.arrived': on(decide('arrived')),
  'outbox.lost': on(decide('lost')),
  'outbox.back': closeThread,
};

type Rule = (desk: Desk) => string | null;

const onItem =
  (more: (item: OutboxItem, desk: Desk) => string | null): Rule =>
  (desk) => {
    const item = itemInFocus(desk);
    if (!item) return 'No message is in focus.';
    return iMay(desk, 'thread.work') ? more(item, desk) : `Only ${whoMay('thread.work')} may do this.`;
  };

const isStill = ({ state }: OutboxItem): string | null => {
  if (state.at === 'sent') return 'This message was sent. It can’t be taken back here.';
  if (state.at === 'sending') return 'This message is on its way.';
  return state.at === 'uncertain' ? 'Nobody knows yet whether it arrived. Decide that first.' : null;
};
const onDoubt = ({ state }: OutboxItem): string | null =>
  state.at === 'uncertain' ? null : 'There is no doubt about this message.';
const here: Rule = ({ desk }) => (desk === 'outbox' ? null : '');

export const outboxRules = {
  'desk.outbox': ({ desk }) => (desk === 'outbox' ? 'You are at the Outbox.' : null),
  'outbox.down': here,
  'outbox.up': here,
  'outbox.open': (desk) => {
    const item = itemInFocus(desk);
    if (!item) return 'No message is in focus.';
    return item.threadId === null ? 'This post is said to nobody: it has no thread.' : null;
  },
  'outbox.sendNow': onItem(({ state }) =>
    state.at === 'queued' ? null : 'Only what waits can be sent sooner.',
  ),
  'outbox.retry': onItem(({ state }) =>
    state.at === 'failed' ? null : 'Only what certainly was not sent can be tried again.',
  ),
  'outbox.edit': onItem((item, { me }) =>
    item.by === me.id ? isStill(item) : 'Only its author edits a message. You may take it back.',
  ),
  'outbox.cancel': onItem(isStill),
  'outbox.arrived': onItem(onDoubt),
  'outbox.lost': onItem(onDoubt),
  'outbox.back': ({ thread }) => (thread ? null : ''),
} satisfies Partial<Record<CommandId, Rule>>;
