import type { CommandId } from '../../shared/commands.ts';
import { isOpen, type Card } from '../../shared/model.ts';
import { addNote, leaveNote } from '../notes/notes.ts';
import { get, set } from '../store/desk.ts';
import { edit, nothingYet, write } from '../store/drafts.ts';
import { threadInFocus } from '../store/focus.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';
import { targets } from '../store/targets.ts';
import { closeThread, openThread } from '../store/thread.ts';
import { applyAction } from './apply.ts';
import { toDom } from './move.ts';

/** Put away to be looked at again: what lies open would be read at once. */
const markUnread = async (): Promise<void> => {
  const on = targets(get());
  if (on?.only != null && on.only === get().thread?.id) {
    closeThread();
    toDom(get().activeColumn);
  }
  await applyAction({ do: 'unread' }, on);
};

const writeNote = async (): Promise<void> => {
  const card = threadInFocus(get());
  if (!card) return;
  const opening = openThread(card.id);
  set({ noteAbout: 'thread', wantsFocus: 'note' });
  await opening;
};

const toggleCustomer = async (): Promise<void> => {
  const card = threadInFocus(get());
  if (!card) return;
  const isHere = get().thread?.id === card.id;
  if (isHere && get().isCustomerOpen) return set({ isCustomerOpen: false, wantsFocus: 'pane' });
  const opening = openThread(card.id);
  set({ isCustomerOpen: true, wantsFocus: 'customer' });
  await opening;
};

/** An opening that thanks who helped: a draft, which the agent makes their own and sends, or does not. */
const thank = (): void => {
  const { thread, cards, composing } = get();
  const helper = thread?.answeredBy[0];
  const card = thread ? cards.get(thread.id) : undefined;
  if (!helper || !card) return;
  edit(card.id, (one) => ({ ...one, kind: 'post', closesAs: 'answered-by-another' }));
  if ((composing[card.id] ?? nothingYet).texts.post.trim() === '') {
    write(card.id, 'post', `Thank you @${helper.authorHandle} for helping here. `);
  }
  set({ wantsFocus: 'composer' });
};

export const workRun = {
  'thread.resolveAs': () => set({ overlay: 'resolve-as' }),
  'thread.noAction': () => set({ overlay: 'no-action' }),
  'thread.snooze': () => set({ overlay: 'snooze' }),
  'thread.wake': () => void applyAction({ do: 'wake' }),
  'thread.tag': () => set({ overlay: 'tag' }),
  'thread.priority': () => set({ overlay: 'priority' }),
  'note.write': writeNote,
  'note.add': addNote,
  'note.leave': leaveNote,
  'thread.unread': markUnread,
  'customer.open': toggleCustomer,
  'thread.merge': () => set({ overlay: 'merge' }),
  'thread.split': () => set({ overlay: 'split' }),
  'thread.thank': thank,
} satisfies Partial<Record<CommandId, () => void | Promise<void>>>;

type Rule = (desk: Desk) => string | null;

const readsOnly = 'Your role reads here, and changes nothing.';

/** On one thread its own rule; on many core says which of them it leaves as they are, and why. */
const onTargets =
  (rule: (card: Card, desk: Desk) => string | null): Rule =>
  (desk) => {
    const on = targets(desk);
    if (!on) return 'No thread is in focus.';
    if (!iMay(desk, 'thread.work')) return readsOnly;
    const card = on.only === null ? undefined : desk.cards.get(on.only);
    return card ? (whyNotMine(card, desk) ?? rule(card, desk)) : null;
  };

const whyNotMine = ({ assigneeId }: Card, desk: Desk): string | null => {
  if (assigneeId === null || assigneeId === desk.me.id || iMay(desk, 'thread.assign')) return null;
  return `${desk.agents.get(assigneeId)?.name ?? 'Somebody else'} has this thread.`;
};

const onThread =
  (rule: (card: Card, desk: Desk) => string | null): Rule =>
  (desk) => {
    const card = threadInFocus(desk);
    if (!card) return 'No thread is in focus.';
    return iMay(desk, 'thread.work') ? rule(card, desk) : readsOnly;
  };

const open = ({ status }: Card): string | null => (isOpen(status) ? null : 'This thread is closed already.');
const always = (): null => null;
const inNote: Rule = ({ thread, noteAbout }) =>
  thread && noteAbout !== null ? null : 'No note is being written.';

export const workRules = {
  'thread.resolveAs': onTargets(open),
  'thread.noAction': onTargets(open),
  'thread.snooze': onTargets((card) => {
    if (!isOpen(card.status)) return 'This thread is closed. Reopen it first.';
    if (card.status === 'phone') return 'This thread waits for a call.';
    return card.status === 'waiting-expert' ? 'This thread waits for a colleague.' : null;
  }),
  'thread.wake': onTargets(({ status }) => (status === 'snoozed' ? null : 'This thread is not asleep.')),
  'thread.tag': onTargets(always),
  'thread.priority': onTargets(open),
  'thread.unread': onTargets(({ isUnread }) => (isUnread ? 'It is unread.' : null)),
  'note.write': onThread(always),
  'note.add': inNote,
  'note.leave': inNote,
  'customer.open': (desk) => (threadInFocus(desk) ? null : 'No thread is in focus.'),
  'thread.merge': onThread(whyNotMine),
  'thread.split': onThread((card, desk) => {
    if (desk.thread?.id !== card.id) return 'Open the thread first.';
    if (!isOpen(card.status)) return 'This thread is closed: what comes next can be a matter of its own.';
    return card.inbound < 2 ? 'There is only one message of the customer.' : whyNotMine(card, desk);
  }),
  'thread.thank': onThread((card, desk) => {
    if (desk.thread?.id !== card.id) return 'Open the thread first.';
    if (desk.thread.answeredBy.length === 0) return 'No other customer has answered here.';
    return open(card) ?? whyNotMine(card, desk);
  }),
} satisfies Partial<Record<CommandId, Rule>>;
