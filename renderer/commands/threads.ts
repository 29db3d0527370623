import type { Action } from '../../shared/action.ts';
import { commands, isCommand } from '../../shared/commands.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { MessageKind } from '../../shared/model.ts';
import { undoneWords } from '../bulk/words.ts';
import { call } from '../call.ts';
import { applyRows, noRows } from '../store/apply.ts';
import { get, set } from '../store/desk.ts';
import { edit } from '../store/drafts.ts';
import { threadInFocus } from '../store/focus.ts';
import { attempt, notify } from '../store/notices.ts';
import { asOwn } from '../store/own.ts';
import { targets } from '../store/targets.ts';
import { closeThread, openThread, readThread } from '../store/thread.ts';
import { applyAction } from './apply.ts';
import { toDom } from './move.ts';
import { workUndone } from './undone-words.ts';

type OnThread = 'thread.claim' | 'thread.release' | 'thread.resolve' | 'thread.reopen';

const done: Record<OnThread, string> = {
  'thread.claim': 'Claimed',
  'thread.release': 'Given back',
  'thread.resolve': 'Resolved',
  'thread.reopen': 'Reopened',
};

const undone: Record<OnThread, string> = {
  'thread.claim': 'Claim',
  'thread.release': 'Giving back',
  'thread.resolve': 'Resolve',
  'thread.reopen': 'Reopen',
};

const toMany = (name: OnThread): Action | null => {
  if (name === 'thread.claim') return { do: 'assign', to: get().me.id };
  if (name === 'thread.release') return { do: 'assign', to: null };
  return name === 'thread.resolve' ? { do: 'resolve', reason: 'answered' } : null;
};

export const change = async (name: OnThread): Promise<void> => {
  const on = targets(get());
  const action = toMany(name);
  if (on && on.only === null && action) return void applyAction(action, on);
  const card = threadInFocus(get());
  if (!card) return;
  const { id: threadId, revision, handle } = card;
  const isDone = await attempt(() => asOwn(threadId, () => call(name, { threadId, revision })));
  if (isDone) notify(`${done[name]}: @${handle}.`);
};

export const open = async (): Promise<void> => {
  const card = threadInFocus(get());
  if (!card) return;
  set({ wantsFocus: 'pane' });
  await openThread(card.id);
};

export const back = (): void => {
  if (get().isReadingWide) return set({ isReadingWide: false });
  closeThread();
  toDom(get().activeColumn);
};

/** Opens the thread in focus with the cursor in its composer. */
export const compose = async (kind: MessageKind): Promise<void> => {
  const card = threadInFocus(get());
  if (!card) return;
  const opening = openThread(card.id);
  edit(card.id, (composing) => ({ ...composing, kind }));
  set({ wantsFocus: 'composer' });
  await opening;
};

export const undo = async (): Promise<void> => {
  await attempt(async () => {
    const { what, threadId, note } = await call('change.undo', {});
    const rest = note === undefined ? '' : ` ${note}`;
    notify(what === null ? 'Nothing left to undo.' : `Undone: ${nameOf(what, threadId)}.${rest}`);
    if (threadId === null) return;
    // Its event may have come first, as someone else's change would; now it is known as ours.
    await asOwn(threadId, async () => {
      const card = get().cards.get(threadId);
      if (card) applyRows({ ...noRows, cards: [card] });
      // Words may be a draft again, and messages in another thread.
      if (get().thread?.id === threadId) await readThread(threadId);
    });
  });
};

/** `Claim of @mayaok`, or as much of it as is known here. */
const nameOf = (what: string, threadId: ThreadId | null): string => {
  const known = isOnThread(what) ? undone[what] : (undoneWords(what) ?? workUndone[what]);
  const name = known ?? (isCommand(what) ? commands[what].title : what);
  const card = threadId === null ? undefined : get().cards.get(threadId);
  return card ? `${name} of @${card.handle}` : name;
};

const isOnThread = (what: string): what is OnThread => Object.hasOwn(undone, what);

export const openOnNetwork = async (): Promise<void> => {
  const { thread } = get();
  const url = thread?.messages.findLast(({ permalink }) => permalink !== null)?.permalink;
  if (url) await attempt(() => call('link.open', { url }));
};
