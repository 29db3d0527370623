import type { Ms } from '../model/time.ts';
import { nearest } from './nearest.ts';
import type { Reading } from './query.ts';

/** From the first moment on, until just before the second. */
export type Span = { from: Ms; to: Ms };

/** How a day is kept and printed: lower case, single spaces. */
export const plainDay = (typed: string): string => typed.toLowerCase().replaceAll(/\s+/gu, ' ').trim();

/**
 * `2026-03-14`, `14.3.2026`, `14/3`, `14 march`, `march`, `2026-03`, `2026`, `yesterday`, `monday`, `last week`, `7d` (the
 * last seven days), `2h`; of days and months without a year the latest that has begun. Day before month, always. Null:
 * it means no day.
 */
export const readDay = (typed: string, { now, zone }: Reading): Span | null => {
  const text = plainDay(typed).replaceAll('-', ' ');
  if (text.length > 30) return null;
  const today = dateAt(now, zone);
  const back = lasting(text, today, now);
  if (back !== null) return { from: back.from ?? startOf(back.first, zone), to: startOf(today + 1, zone) };
  const days = named(text, today) ?? numbered(text, today) ?? written(text, today);
  return days && { from: startOf(days.first, zone), to: startOf(days.end, zone) };
};

/** What may have been meant by a day nobody understands: `3/14/2026`, `yesterdy`. */
export const meantDay = (typed: string, reading: Reading): string | null => {
  const text = plainDay(typed);
  const [, month, day, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/u.exec(text) ?? [];
  if (year !== undefined) {
    const turned = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
    return readDay(turned, reading) && turned;
  }
  return nearest(text, dayWords);
};

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

/** What can be offered while a day is typed. */
export const dayWords: readonly string[] = [
  'today',
  'yesterday',
  '7d',
  '30d',
  'last-week',
  'last-month',
  ...weekdays,
  ...months,
];

/** Days counted from 1 January 1970, the `end` no longer among them. */
type Days = { first: number; end: number };

const dayMs = 86_400_000;
const parts = (day: number): { year: number; month: number; date: number } => {
  const at = new Date(day * dayMs);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate() };
};
/** Months from 0; a month past December is one of the next year. */
const dayOf = (year: number, month: number, date: number): number => Date.UTC(year, month, date) / dayMs;
const oneDay = (first: number): Days => ({ first, end: first + 1 });
const oneMonth = (year: number, month: number): Days => ({
  first: dayOf(year, month, 1),
  end: dayOf(year, month + 1, 1),
});
const oneYear = (year: number): Days => ({ first: dayOf(year, 0, 1), end: dayOf(year + 1, 0, 1) });

const lasting = (text: string, today: number, now: Ms): { first: number; from?: Ms } | null => {
  const [, count, unit] = /^(\d{1,3}) ?([hdwmy])$/u.exec(text) ?? [];
  if (unit === undefined) return null;
  const n = Number(count);
  const { year, month, date } = parts(today);
  // 31 May less three months is the last of February.
  const back = (many: number): number =>
    Math.min(dayOf(year, month - many, date), dayOf(year, month - many + 1, 0));
  switch (unit) {
    case 'h':
      return { first: today, from: now - n * 3_600_000 };
    case 'd':
      return { first: today - n };
    case 'w':
      return { first: today - n * 7 };
    case 'm':
      return { first: back(n) };
    default:
      return { first: back(n * 12) };
  }
};

const named = (text: string, today: number): Days | null => {
  if (text === 'today') return oneDay(today);
  if (text === 'yesterday') return oneDay(today - 1);
  // 1 January 1970 was a Thursday.
  const weekday = (today + 3) % 7;
  const isNamed = (name: string): boolean => text === name || text === name.slice(0, 3);
  const wanted = weekdays.findIndex(isNamed);
  if (wanted >= 0) return oneDay(today - ((weekday - wanted + 7) % 7));
  const [, which, unit] = /^(this|last) (week|month|year)$/u.exec(text) ?? [];
  if (unit === undefined) return null;
  const { year, month } = parts(today);
  const less = which === 'last' ? 1 : 0;
  if (unit === 'month') return oneMonth(year, month - less);
  if (unit === 'year') return oneYear(year - less);
  const first = today - weekday - 7 * less;
  return { first, end: first + 7 };
};

const numbered = (text: string, today: number): Days | null => {
  const year = /^(\d{4})$/u.exec(text);
  if (year) return known(Number(year[1])) ? oneYear(Number(year[1])) : null;
  const [, y = '', m = '', d] = /^(\d{4})[ ./](\d{1,2})(?:[ ./](\d{1,2}))?$/u.exec(text) ?? [];
  if (y !== '') {
    if (d !== undefined) return real(Number(y), Number(m) - 1, Number(d));
    return known(Number(y)) && Number(m) >= 1 && Number(m) <= 12 ? oneMonth(Number(y), Number(m) - 1) : null;
  }
  const [, date = '', month = '', of] = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4})|\.)?$/u.exec(text) ?? [];
  return date === '' ? null : latest(Number(date), Number(month) - 1, of, today);
};

/** "march", "mar 2026", "14 march", "14th of march 2026", "march 14". */
const written = (text: string, today: number): Days | null => {
  const [, ahead, word = '', behind, year] =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?)?([a-z]{3,9})(?: (\d{1,2})(?:st|nd|rd|th)?)?(?:,? (\d{4}))?$/u.exec(
      text,
    ) ?? [];
  const month = months.findIndex((name) => word === name || word === name.slice(0, 3));
  if (month < 0 || (ahead !== undefined && behind !== undefined)) return null;
  const date = ahead ?? behind;
  if (date !== undefined) return latest(Number(date), month, year, today);
  if (year !== undefined) return known(Number(year)) ? oneMonth(Number(year), month) : null;
  const now = parts(today);
  return oneMonth(month > now.month ? now.year - 1 : now.year, month);
};

const latest = (date: number, month: number, year: string | undefined, today: number): Days | null => {
  if (year !== undefined) return real(Number(year), month, date);
  const now = parts(today).year;
  // Four years hold a 29th of February, and eight where a century has none.
  for (let back = 0; back <= 8; back += 1) {
    const days = real(now - back, month, date);
    if (days && days.first <= today) return days;
  }
  return null;
};

/** Networks have nothing older, and nobody plans so far. */
const known = (year: number): boolean => year >= 1970 && year <= 2100;

const real = (year: number, month: number, date: number): Days | null => {
  if (!known(year)) return null;
  const is = parts(dayOf(year, month, date));
  return is.year === year && is.month === month && is.date === date ? oneDay(dayOf(year, month, date)) : null;
};

/** The day the wall shows. */
const dateAt = (at: Ms, zone: string): number => Math.floor(wallAt(at, zone) / dayMs);

/** When the day begins there: some nights have no midnight, and some have two. */
const startOf = (day: number, zone: string): Ms => {
  const wanted = day * dayMs;
  const offset = (at: Ms): number => wallAt(at, zone) - at;
  const before = wanted - offset(wanted - dayMs);
  const later = wanted - offset(wanted + dayMs);
  const midnights = [before, later].filter((at) => wallAt(at, zone) === wanted);
  return midnights.length > 0 ? Math.min(...midnights) : before;
};

/** What the clocks on the wall show, as if it were UTC. */
const wallAt = (at: Ms, zone: string): Ms => {
  const shown: Record<string, number> = {};
  for (const { type, value } of clockIn(zone).formatToParts(at)) shown[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second);
};

const clocks = new Map<string, Intl.DateTimeFormat>();
const clockIn = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  clocks.set(zone, clock);
  return clock;
};
