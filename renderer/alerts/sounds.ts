import type { Column } from '../store/column.ts';
import { get, useDesk } from '../store/desk.ts';
import { play } from './tone.ts';

/** A column sounds at most so often. */
const pauseMs = 4000;
/** What somebody takes at once was no news: the sound waits so long to see. */
const waitMs = 600;

/** Tones of columns in which something has arrived that still waits a moment later. */
export const startSounds = (): (() => void) => {
  const last = new Map<string, number>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const stop = useDesk.subscribe((desk, before) => {
    if (desk.columns === before.columns || !desk.settings.hasSounds) return;
    for (const [id, column] of Object.entries(desk.columns)) {
      const old = before.columns[id];
      if (!column.definition.sound || !old || !hasArrived(old, column)) continue;
      if (document.hasFocus() && desk.activeColumn === id && desk.region === 'columns') continue;
      if (Date.now() - (last.get(id) ?? 0) < pauseMs) continue;
      last.set(id, Date.now());
      const timer = setTimeout(() => {
        timers.delete(timer);
        sound(id);
      }, waitMs);
      timers.add(timer);
    }
  });
  return () => {
    stop();
    for (const timer of timers) clearTimeout(timer);
  };
};

const hasArrived = (before: Column, after: Column): boolean => {
  if (before.phase !== 'ready' || after.phase !== 'ready' || before.definition !== after.definition)
    return false;
  if (after.newCount > before.newCount) return true;
  // Rows that a further page brought have not arrived: they come with a new cursor.
  const isSamePage = after.cursor === before.cursor && after.finds?.next === before.finds?.next;
  return isSamePage && after.ids.length > before.ids.length;
};

const sound = (id: string): void => {
  const { columns, settings } = get();
  const column = columns[id];
  if (!column?.definition.sound || !settings.hasSounds) return;
  if (column.newCount === 0 && column.ids.length === 0) return;
  play(column.definition.sound.tone, column.definition.sound.volume);
};
