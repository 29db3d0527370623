import type { ClockKind, ClockState, Ms } from '../model.ts';

// Apart from the arithmetic of hours, so that the window can draw a pill without loading calendars.

export const clockNames: Record<ClockKind, string> = {
  first: 'First response',
  next: 'Next response',
  resolution: 'Resolution',
};

/** How pressing a deadline is: each has a shape, a word and a colour of its own. */
export const stages = ['fine', 'soon', 'now', 'breached'] as const;
export type Stage = (typeof stages)[number];

const minute = 60_000;

/**
 * Soon from the warning on (`warnAt` is past, or the deadline itself once it was given); now for the last tenth, at least
 * two minutes and at most fifteen.
 */
export const stageOf = ({ startedAt, dueAt, warnAt }: ClockState, now: Ms): Stage => {
  if (now > dueAt) return 'breached';
  const last = Math.min(15 * minute, Math.max(2 * minute, (dueAt - startedAt) / 10));
  if (dueAt - now <= last) return 'now';
  return now >= warnAt || warnAt >= dueAt ? 'soon' : 'fine';
};

/** Two clocks are never quite alike: an hour that has just begun is not `1h 1m`. */
const graceMs = 2000;

/** `26m`, `3h`, `2d` left; `4m over` after it. */
export const remaining = (dueAt: Ms, now: Ms): string => {
  if (now > dueAt) return `${long(Math.max(1, Math.floor((now - dueAt) / minute)))} over`;
  return long(Math.max(0, Math.ceil((dueAt - now - graceMs) / minute)));
};

const long = (minutes: number): string => {
  if (minutes < 60) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 10 && minutes % 60 > 0) return `${hours}h ${minutes % 60}m`;
  return hours < 48 ? `${hours}h` : `${Math.floor(hours / 24)}d`;
};
