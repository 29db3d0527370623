import type { Action } from '../../shared/action.ts';
import type { Changed } from '../../shared/api.ts';
import type { Target } from '../../shared/api/bulk.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { matches } from '../../shared/match.ts';
import type { Card } from '../../shared/model.ts';
import { didWords, leftWords } from '../bulk/words.ts';
import { call } from '../call.ts';
import { get, set } from '../store/desk.ts';
import { attempt, notify } from '../store/notices.ts';
import { asOwn } from '../store/own.ts';
import { clearSelection } from '../store/selection.ts';
import { targets, type Targets } from '../store/targets.ts';

type How = {
  /** How many would change, as shown to the agent just now. Without it, everything of a filter is shown before it is done. */
  expected?: number;
};

/**
 * Does it to what is meant: one request for one thread, one operation for many, and says what was done. True when it
 * was. Pickers call it with what they were opened for, because the selection may be another by then.
 */
export const applyAction = async (
  action: Action,
  on: Targets | null = targets(get()),
  { expected }: How = {},
): Promise<boolean> => {
  if (!on) {
    notify('No thread is in focus.');
    return false;
  }
  if (on.only !== null) return applyToOne(action, on.only);
  if ('filter' in on.target && expected === undefined) {
    set({ planned: { target: on.target, action }, overlay: 'planned' });
    return false;
  }
  const { target } = on;
  return attempt(async () => {
    const done = await asAllOwn(shownOf(target), () =>
      call('bulk.apply', { target, action, expected: expected ?? null }),
    );
    clearSelection();
    notify(`${didWords(get(), action)}: ${threads(done.changed)}.${leftWords(done.left)}`);
  });
};

const applyToOne = (action: Action, threadId: ThreadId): Promise<boolean> => {
  const card = get().cards.get(threadId);
  return attempt(async () => {
    const { seq } = await asOwn(threadId, () => ask(action, threadId, card));
    clearSelection();
    if (seq === null) notify('Nothing had to change.');
    else notify(`${didWords(get(), action)}: ${card ? `@${card.handle}` : '1 thread'}.`);
  });
};

const ask = (action: Action, threadId: ThreadId, card: Card | undefined): Promise<Changed> => {
  const on = { threadId, revision: card?.revision ?? 0 };
  if (action.do === 'assign') {
    const { to } = action;
    return call('thread.assign', card ? { ...on, to, from: card.assigneeId } : { ...on, to });
  }
  if (action.do === 'queue') return call('thread.move', { ...on, queueId: action.queueId });
  return call('thread.set', { ...on, action });
};

const threads = (n: number): string => `${n.toLocaleString('en')} ${n === 1 ? 'thread' : 'threads'}`;

/** Those of the target that this window knows: what is done to them shows at once, as the agent's own doing. */
const shownOf = (target: Target): ThreadId[] => {
  const { cards, me } = get();
  if ('threadIds' in target) return target.threadIds.filter((id) => cards.has(id));
  const now = Date.now();
  return [...cards.values()].filter((card) => matches(target.filter, card, me.id, now)).map(({ id }) => id);
};

const asAllOwn = <T>(ids: readonly ThreadId[], job: () => Promise<T>): Promise<T> => {
  let running: Promise<T> | undefined;
  const once = (): Promise<T> => (running ??= job());
  for (const id of ids) void asOwn(id, once).catch(() => undefined);
  return once();
};
