import type { SearchColumn } from '../../shared/api/search.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { on } from '../call.ts';
import { absorb } from './absorb.ts';
import { surroundings, takeCards } from './apply.ts';
import type { Column } from './column.ts';
import { get, set } from './desk.ts';
import { flush } from './events.ts';
import { keepFocus } from './focus.ts';
import { askFinds, cardsFor } from './searched.ts';

// However much changes.
const atMostEveryMs = 1000;
/** `yesterday` is another day tomorrow, without anything being written. */
const anywayMs = 60_000;
/** No more of what is shown is kept true: what was found further down is read anew as one comes back to it. */
const keptTrue = 300;

let planned: ReturnType<typeof setTimeout> | undefined;
let isAsking = false;

/** Something changed: the searches on screen are asked again, soon. Nothing is done where none is. */
const searchAgain = (): void => {
  if (planned !== undefined || !Object.values(get().columns).some(({ finds }) => finds)) return;
  planned = setTimeout(() => {
    planned = undefined;
    void askAll();
  }, atMostEveryMs);
};

/** Keeps them true when something is written, as time passes, and when the window is looked at again. */
export const startSearchingAgain = (): (() => void) => {
  const stop = on('rows.changed', searchAgain);
  const timer = setInterval(searchAgain, anywayMs);
  document.addEventListener('visibilitychange', searchAgain);
  return () => {
    stop();
    clearInterval(timer);
    document.removeEventListener('visibilitychange', searchAgain);
  };
};

/** One after the other: a desk full of searches is no reason to hurry. */
const askAll = async (): Promise<void> => {
  if (document.visibilityState === 'hidden') return;
  if (isAsking) return searchAgain();
  isAsking = true;
  const began = performance.now();
  let isDone = true;
  for (const [id, column] of Object.entries(get().columns)) {
    if (column.finds && column.phase === 'ready') isDone = (await ask(id).catch(() => true)) && isDone;
  }
  // What takes long is asked less often.
  await new Promise((resolve) => setTimeout(resolve, 3 * (performance.now() - began)));
  isAsking = false;
  if (!isDone) searchAgain();
};

/** False: it is worth asking again in a moment. */
const ask = async (columnId: string): Promise<boolean> => {
  const before = get().columns[columnId];
  if (!before?.finds) return true;
  const answer = await askFinds(columnId, { before: null, downTo: before.finds.next ?? 0, limit: keptTrue });
  if (!answer) return false;
  const isNew = ({ threadId }: { threadId: ThreadId }): boolean => before.finds?.at.has(threadId) !== true;
  const cards = await cardsFor(answer.found.filter(isNew).map(({ threadId }) => threadId));
  flush();
  const column = get().columns[columnId];
  if (!column?.finds || column.definition !== before.definition) return true;
  const changed = changedBy(column.finds.at, answer);
  takeCards(get().cards, { cards, gone: [] });
  for (const [id, at] of changed) {
    if (at === null) column.finds.at.delete(id);
    else column.finds.at.set(id, at);
  }
  if (changed.size > 0) take(columnId, column, [...changed.keys()]);
  return !answer.isBehind;
};

/** What is found anew, elsewhere, or (null) no more, as far down as was looked. */
export const changedBy = (
  known: ReadonlyMap<ThreadId, number>,
  { found, from }: SearchColumn,
): Map<ThreadId, number | null> => {
  const now = new Map(found.map(({ threadId, at }) => [threadId, at]));
  const changed = new Map<ThreadId, number | null>();
  for (const [id, at] of now) if (known.get(id) !== at) changed.set(id, at);
  for (const [id, at] of known) if (at >= from && !now.has(id)) changed.set(id, null);
  return changed;
};

const take = (columnId: string, column: Column, ids: readonly ThreadId[]): void => {
  const { columns, focused } = get();
  const next = { ...columns, [columnId]: absorb(column, ids, surroundings(get(), columnId)) };
  set({ columns: next, focused: keepFocus(focused, columns, next) });
};
