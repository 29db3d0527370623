import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserWindow, WebContents } from 'electron';
import type { AgentId } from '../../shared/ids.ts';
import { defaultSettings } from '../../shared/settings-default.ts';
import type { Settings } from '../../shared/settings.ts';
import type { DeskKind } from './desks.ts';
import { readJson, writeJson } from './json-file.ts';
import { makeWindow, placeOf, type Place } from './window.ts';

/** Who sits at a window, by desk: practice has people of its own. Nobody named: the desk's first person. */
type People = Partial<Record<DeskKind, AgentId>>;
type Kept = { place: Place; people?: People; theme?: Theme };
type Theme = Settings['theme'];

/**
 * A window and its person. A new person takes their place when the page asks for the desk again: until then, what the page
 * still has to say (the last words of a draft) is the old person's.
 */
export type Seat = { readonly window: BrowserWindow; people: People; next: People };

export type Windows = {
  /** Opens the windows that were open at the end; at least one. */
  restore(): BrowserWindow;
  /** Another window, beside the one in front. */
  add(kind: DeskKind, agentId: AgentId | null): void;
  seatOf(contents: WebContents): Seat;
  /** Another person at this window; its page starts afresh. */
  change(seat: Seat, kind: DeskKind, agentId: AgentId): void;
  /** Where the person is, or was last. */
  front(): BrowserWindow | undefined;
  all(): readonly BrowserWindow[];
  reload(): void;
  /** The colour behind windows that are made from now on; kept, since at a start they stand before the desk is open. */
  wear(theme: Theme): void;
  /**
   * Before the program ends: all that are open come back at the next start. They close while the desk is still open, so that
   * it hears the last that was typed; one whose page does not answer keeps nobody waiting.
   */
  end(): Promise<void>;
};

/** A desk has as many windows as its people want; each comes back where it was left, with its person. */
export const createWindows = (folder: string, onMade: (window: BrowserWindow) => void): Windows => {
  const file = path.join(folder, 'window.json');
  /** The one last in front comes last. */
  let seats: Seat[] = [];
  let isEnding = false;
  let theme: Theme = defaultSettings.theme;

  const keep = (): void =>
    writeJson(
      file,
      seats.map(({ window, next }): Kept => ({ place: placeOf(window), people: next, theme })),
    );

  const open = (place: Partial<Place> | undefined, people: People): BrowserWindow => {
    const window = makeWindow(place, theme);
    const seat: Seat = { window, people, next: people };
    seats.push(seat);
    window.on('focus', () => (seats = [...seats.filter((other) => other !== seat), seat]));
    window.on('close', () => {
      if (isEnding) return;
      // The last one is the program's end, and is remembered; of several, one that is closed stays closed.
      if (seats.length > 1) seats = seats.filter((other) => other !== seat);
      keep();
    });
    window.once('closed', () => (seats = seats.filter((other) => other !== seat)));
    onMade(window);
    return window;
  };

  return {
    restore() {
      const kept = readKept(file);
      const front = kept.pop();
      theme = front?.theme ?? theme;
      for (const { place, people = {} } of kept) open(place, people);
      return open(front?.place, front?.people ?? {});
    },
    add(kind, agentId) {
      const beside = seats.at(-1);
      const place = beside && placeOf(beside.window);
      const aside = place && { ...place, x: place.x + asidePx, y: place.y + asidePx, isMaximized: false };
      open(aside, { ...beside?.people, ...(agentId !== null && { [kind]: agentId }) });
      keep();
    },
    seatOf(contents) {
      const seat = seats.find(({ window }) => window.webContents === contents);
      // The door asks only for windows of ours.
      if (!seat) throw new Error('a request came from no window of this desk');
      return seat;
    },
    change(seat, kind, agentId) {
      seat.next = { ...seat.people, [kind]: agentId };
      keep();
      seat.window.webContents.reload();
    },
    front: () => seats.at(-1)?.window,
    all: () => seats.map(({ window }) => window),
    reload() {
      for (const { window } of seats) window.webContents.reload();
    },
    wear(next) {
      if (next === theme) return;
      theme = next;
      keep();
    },
    async end() {
      isEnding = true;
      // With none left, the last one was closed by hand and is remembered.
      if (seats.length > 0) keep();
      const closed = seats.map(
        ({ window }) => new Promise<void>((resolve) => window.once('closed', () => resolve())),
      );
      for (const { window } of seats) window.close();
      await Promise.race([Promise.all(closed), sleep(lastPageMs)]);
    },
  };
};

/** Closing a window takes a tenth of a second; nobody waits at the end longer than for a slow one. */
const lastPageMs = 2000;

/** Far enough to see that there are two. */
const asidePx = 32;

/** One place alone is how it was kept when a desk had one window. */
const readKept = (file: string): Kept[] => {
  const kept = readJson<Kept[] | Place>(file);
  if (kept === undefined) return [];
  if (!Array.isArray(kept)) return [{ place: kept, people: {} }];
  return kept.filter(({ place }) => typeof place === 'object');
};
