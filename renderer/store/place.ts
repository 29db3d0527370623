import type { ThreadId } from '../../shared/ids.ts';
import { get, set, useDesk } from './desk.ts';
import { openThread } from './thread.ts';

// Where the agent was: a convenience of this window, so it stays in this window's own storage.
// By person: two of them may sit at two windows of one desk.
const name = (): string => `place ${get().me.id}`;

type Place = { thread: ThreadId | null; activeColumn: string; focused: Record<string, ThreadId | undefined> };

/** After a restart the agent finds the same thread open and the same rows in focus. */
export const restorePlace = async (): Promise<void> => {
  const place = read();
  if (!place) return;
  const { columns, activeColumn } = get();
  set({
    focused: { ...place.focused },
    activeColumn: columns[place.activeColumn] ? place.activeColumn : activeColumn,
  });
  if (place.thread === null) return;
  await openThread(place.thread);
  // It may have been folded into another since, or belong to another desk: then nothing is open, without a word.
  if (get().thread?.problem?.code === 'not-found') set({ thread: null });
};

export const keepPlace = (): void => {
  useDesk.subscribe((desk, before) => {
    if (desk.phase !== 'open' || (desk.thread?.id === before.thread?.id && desk.focused === before.focused))
      return;
    clearTimeout(timer);
    timer = setTimeout(write, 250);
  });
  window.addEventListener('pagehide', write);
};

let timer: ReturnType<typeof setTimeout> | undefined;

const write = (): void => {
  const { phase, thread, activeColumn, focused } = get();
  if (phase !== 'open') return;
  localStorage.setItem(
    name(),
    JSON.stringify({ thread: thread?.id ?? null, activeColumn, focused } satisfies Place),
  );
};

const read = (): Place | null => {
  try {
    const place: unknown = JSON.parse(localStorage.getItem(name()) ?? 'null');
    return isPlace(place) ? place : null;
  } catch {
    return null;
  }
};

const isPlace = (place: unknown): place is Place =>
  typeof place === 'object' &&
  place !== null &&
  'thread' in place &&
  'activeColumn' in place &&
  'focused' in place &&
  typeof place.focused === 'object' &&
  place.focused !== null;
