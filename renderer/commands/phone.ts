import type { CommandId } from '../../shared/commands.ts';
import { isLive, isOpen, type Escalation } from '../../shared/model.ts';
import { call } from '../call.ts';
import { change } from '../store/calls.ts';
import { get, set } from '../store/desk.ts';
import { threadInFocus } from '../store/focus.ts';
import { attempt, notify } from '../store/notices.ts';
import { asOwn } from '../store/own.ts';
import { myCall, runningIn } from '../store/phone.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';
import { closeThread, openThread } from '../store/thread.ts';
import { goTo } from './desks.ts';
import { callInFocus, focusFirst, moveAcross, moveOnBoard } from './phone-focus.ts';

const openSlip = async (): Promise<void> => {
  const card = threadInFocus(get());
  if (!card) return;
  change(() => ({ slipFor: card.id }));
  set({ overlay: 'phone-slip' });
};

const showBoard = (): void => {
  goTo('phones');
  set({ region: 'phones' });
  if (get().phone.focused === null) focusFirst();
};

const openBeside = async (): Promise<void> => {
  const escalation = callInFocus(get());
  if (!escalation) return;
  set({ wantsFocus: 'pane' });
  await openThread(escalation.threadId);
};

const ask = (overlay: 'phone-book' | 'phone-abandon'): void => {
  const escalation = callInFocus(get());
  if (!escalation) return;
  change(() => ({ about: escalation.id }));
  set({ overlay });
};

const give = async (toMe: boolean): Promise<void> => {
  const { me } = get();
  const escalation = callInFocus(get());
  if (!escalation) return;
  const { id, threadId, name } = escalation;
  const isDone = await attempt(() =>
    asOwn(threadId, () => call('phone.give', { id, to: toMe ? me.id : null })),
  );
  if (isDone) notify(toMe ? `The call to ${name} is yours.` : `The call to ${name} is anybody’s.`);
};

const dial = async (): Promise<void> => {
  const escalation = callInFocus(get());
  if (!escalation) return;
  const { id, threadId, name } = escalation;
  // From the board one goes on to the notes; what is being written elsewhere keeps the keyboard.
  change(() => ({ wantsNotes: get().region === 'phones' }));
  const isDone = await attempt(() => asOwn(threadId, () => call('call.dial', { escalationId: id })));
  if (isDone) notify(`Calling ${name}.`);
  else change(() => ({ wantsNotes: false }));
};

const reveal = async (): Promise<void> => {
  const escalation = callInFocus(get());
  if (!escalation) return;
  await attempt(async () => {
    const { number } = await call('phone.reveal', { id: escalation.phone.id });
    notify(`${escalation.name}: ${number}. That you looked is in the log.`);
  });
};

/** To the notes of my call; from there back to where the writing is. */
const toPanel = (): void => {
  const notes = document.querySelector<HTMLElement>('[data-call-notes]');
  if (document.activeElement === notes) set({ wantsFocus: get().thread ? 'composer' : null });
  else notes?.focus();
};

const answerPop = async (): Promise<void> => {
  const { incoming } = get().phone;
  if (!incoming) return;
  if (!incoming.caller) return set({ overlay: 'find-caller' });
  change(() => ({ incoming: null }));
  set({ wantsFocus: 'pane' });
  await openThread(incoming.caller.threadId);
};

export const phoneRun = {
  'phone.request': openSlip,
  'desk.phones': showBoard,
  'phones.down': () => moveOnBoard(1),
  'phones.up': () => moveOnBoard(-1),
  'phones.left': () => moveAcross(-1),
  'phones.right': () => moveAcross(1),
  'phones.open': openBeside,
  'phones.back': closeThread,
  'call.dial': dial,
  'phone.claim': () => give(true),
  'phone.release': () => give(false),
  'phone.book': () => ask('phone-book'),
  'phone.abandon': () => ask('phone-abandon'),
  'phone.reveal': reveal,
  'call.toPanel': toPanel,
  'call.answerPop': answerPop,
  'call.dismissPop': () => change(() => ({ incoming: null })),
} satisfies Partial<Record<CommandId, () => void | Promise<void>>>;

type Rule = (desk: Desk) => string | null;

const mayCall: Rule = (desk) =>
  iMay(desk, 'call.work') ? null : 'Your role reads here. Agents and supervisors make calls.';

const onCall =
  (more: (call: Escalation, desk: Desk) => string | null): Rule =>
  (desk) => {
    const call = callInFocus(desk);
    return call ? (mayCall(desk) ?? more(call, desk)) : 'No call is in focus.';
  };

const quiet = (call: Escalation): string | null => {
  if (!isLive(call.state)) return 'This call is over.';
  return runningIn(call) ? 'Somebody is on the phone with this customer. Wrap that call up first.' : null;
};

const onBoard: Rule = ({ desk }) => (desk === 'phones' ? null : '');

export const phoneRules = {
  'phone.request': (desk) => {
    const card = threadInFocus(desk);
    if (!card) return 'No thread is in focus.';
    if (!isOpen(card.status)) return 'This thread is closed. Reopen it first.';
    return mayCall(desk);
  },
  'desk.phones': ({ desk }) => (desk === 'phones' ? 'You are at Phones.' : null),
  'phones.down': onBoard,
  'phones.up': onBoard,
  'phones.left': onBoard,
  'phones.right': onBoard,
  'phones.open': (desk) => (callInFocus(desk) ? null : 'No call is in focus.'),
  'phones.back': ({ thread }) => (thread ? null : ''),
  'call.dial': onCall((call, { me, phone }) => {
    if (call.phone.isForgotten) return 'This number has expired and was forgotten.';
    if (myCall(phone.rows, me.id)) return 'You are on the phone already. Wrap that call up first.';
    return quiet(call);
  }),
  'phone.claim': onCall((call, { me }) =>
    call.assigneeId === me.id ? 'This call is yours already.' : quiet(call),
  ),
  'phone.release': onCall((call, { me }) =>
    call.assigneeId === me.id ? quiet(call) : 'This call is not yours to leave.',
  ),
  'phone.book': onCall(quiet),
  'phone.abandon': onCall(quiet),
  'phone.reveal': onCall((call) =>
    call.phone.isForgotten ? 'This number has expired and was forgotten.' : null,
  ),
  'call.toPanel': ({ phone, me }) => (myCall(phone.rows, me.id) ? null : 'You are in no call.'),
  'call.answerPop': (desk) => {
    const { incoming } = desk.phone;
    if (!incoming) return 'Nobody is announced.';
    if (incoming.caller) return null;
    return incoming.isNumber ? mayCall(desk) : 'Nobody is known by this number, and it can’t be kept.';
  },
  'call.dismissPop': ({ phone }) => (phone.incoming ? null : 'Nobody is announced.'),
} satisfies Partial<Record<CommandId, Rule>>;
