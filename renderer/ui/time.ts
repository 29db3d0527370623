import type { Ms } from '../../shared/model.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const exact = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

/** `now`, `2m`, `5h`, `3d`, then a date: as short as a departure board. */
export const age = (at: Ms, now: Ms): string => {
  const passed = Math.max(0, now - at);
  if (passed < minute) return 'now';
  if (passed < hour) return `${Math.floor(passed / minute)}m`;
  if (passed < day) return `${Math.floor(passed / hour)}h`;
  if (passed < 30 * day) return `${Math.floor(passed / day)}d`;
  return date.format(at);
};

export const clockTime = (at: Ms): string => clock.format(at);
export const exactTime = (at: Ms): string => exact.format(at);
export const fullTime = (at: Ms): string => full.format(at);

/**
 * `38s`, `4m`, `3h`: what is left until then, the same wherever something counts down. The clock of the window may be a
 * second behind, so a second that has begun is not told.
 */
export const until = (at: Ms, now: Ms): string => {
  const left = Math.max(0, at - now);
  if (left < 2 * minute) return `${Math.max(1, Math.floor(left / 1000))}s`;
  return left < 2 * hour ? `${Math.ceil(left / minute)}m` : `${Math.ceil(left / hour)}h`;
};

export const isSameDay = (a: Ms, b: Ms): boolean => new Date(a).toDateString() === new Date(b).toDateString();

export const dayName = (at: Ms, now: Ms): string => {
  if (isSameDay(at, now)) return 'Today';
  if (isSameDay(at, now - day)) return 'Yesterday';
  return weekday.format(at);
};
