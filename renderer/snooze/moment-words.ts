import type { Ms } from '../../shared/model.ts';

const full = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const short = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const far = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

const day = 86_400_000;

/** `Monday 26 October, 09:00`. */
export const momentWords = (at: Ms): string => full.format(at);

/** `in 18 hours`, as a check on what was typed. */
export const aheadWords = (at: Ms, now: Ms): string => {
  const minutes = Math.round((at - now) / 60_000);
  if (minutes < 90) return `in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return `in ${hours} hours`;
  return `in ${Math.round(hours / 24)} days`;
};

/** `Mon 09:00` within a week, else `3 Dec`: short enough for a card. */
export const wakeWords = (at: Ms, now: Ms): string =>
  at - now < 6 * day ? short.format(at) : far.format(at);
