import type { Ms } from './model/time.ts';

/** Wall-clock time of some place; months from 1, weekdays from Monday = 0. */
export type Wall = { year: number; month: number; day: number; hour: number; minute: number };
export type Place = {
  wallAt: (at: Ms) => Wall & { weekday: number };
  /** Of an hour that clocks skip or repeat, a moment all the same; days past the end of a month run on. */
  momentOf: (wall: Wall) => Ms;
};

export type Snooze =
  | { until: 'moment'; at: Ms }
  /** Until the customer writes again. */
  | { until: 'answer' }
  /** Understood, but not to be had. */
  | { until: 'refused'; why: string };

/** Longer than anybody means. */
const longestMs = 366 * 86_400_000;
const morning = { hour: 9, minute: 0 };

/**
 * What was typed, as a moment: "tomorrow 9", "in 2h", "mon 14:30", "3 dec", "tonight", "when they answer". Null where it
 * means nothing (yet). Never throws; a moment is always later than now.
 */
export const readSnooze = (typed: string, now: Ms, place: Place): Snooze | null => {
  const text = typed
    .toLowerCase()
    .replaceAll(/[\s,]+/gu, ' ')
    .trim();
  if (text === '' || text.length > 60) return null;
  if (
    /^(?:when|until|till|if) (?:they|she|he|the customer) (?:answers?|writes?|repl(?:y|ies))$/u.test(text)
  ) {
    return { until: 'answer' };
  }
  return duration(text, now, place) ?? moment(text, now, place);
};

/** The place where this program runs. */
export const here: Place = {
  wallAt: (at) => {
    const date = new Date(at);
    return {
      year: date.getFullYear(),
      month: date.getMonth() + 1,
      day: date.getDate(),
      hour: date.getHours(),
      minute: date.getMinutes(),
      weekday: (date.getDay() + 6) % 7,
    };
  },
  momentOf: ({ year, month, day, hour, minute }) => new Date(year, month - 1, day, hour, minute).getTime(),
};

const units: readonly [names: RegExp, ms: number][] = [
  [/^m(?:in(?:ute)?s?)?$/u, 60_000],
  [/^h(?:(?:ou)?rs?)?$/u, 3_600_000],
];

/** "in 2h", "30 min", "1h30", "in half an hour", "3 days", "in a week". */
const duration = (text: string, now: Ms, place: Place): Snooze | null => {
  const rest = text.replace(/^in /u, '').replace(/^half an hour$/u, '30 min');
  const both = /^(\d{1,3}) ?h(?:ours?)? ?(\d{1,2}) ?(?:m|min|mins|minutes)?$/u.exec(rest);
  if (both) return until(now + Number(both[1]) * 3_600_000 + Number(both[2]) * 60_000, now);
  const [, count = '', unit = ''] = /^(\d{1,4}(?:[.,]\d)?|an?) ?([a-z]+)$/u.exec(rest) ?? [];
  const n = /^an?$/u.test(count) ? 1 : Number(count.replace(',', '.'));
  if (count === '' || !Number.isFinite(n)) return null;
  for (const [names, ms] of units) if (names.test(unit)) return until(now + Math.round(n * ms), now);
  const days = /^d(?:ays?)?$/u.test(unit) ? n : /^w(?:eeks?)?$/u.test(unit) ? n * 7 : null;
  if (days === null) return null;
  // A day is a day on the wall, however many hours its night has.
  const wall = place.wallAt(now);
  return until(place.momentOf({ ...wall, day: wall.day + Math.round(days) }), now);
};

/** A day with an hour, either of them left out. */
const moment = (text: string, now: Ms, place: Place): Snooze | null => {
  const today = place.wallAt(now);
  const day = dayIn(text, today);
  const rest = (day ? day.rest : text).replace(/^(?:at|@) /u, '').trim();
  const time = rest === '' ? (day?.time ?? morning) : timeIn(rest);
  if (!time || (!day && rest === '')) return null;
  const on = (extra: { days?: number; years?: number }): Ms =>
    place.momentOf({
      year: (day?.year ?? today.year) + (extra.years ?? 0),
      month: day?.month ?? today.month,
      day: (day?.day ?? today.day) + (extra.days ?? 0),
      ...time,
    });
  const at = on({});
  if (at > now) return until(at, now);
  // "14:30" after half past two is tomorrow's; "mon" on a Monday evening is next week's; "3 dec" may be next year's.
  if (!day) return until(on({ days: 1 }), now);
  if (day.again === 'week') return until(on({ days: 7 }), now);
  if (day.again === 'year') return until(on({ years: 1 }), now);
  return { until: 'refused', why: 'That moment has passed.' };
};

const until = (at: Ms, now: Ms): Snooze => {
  if (!(at > now)) return { until: 'refused', why: 'That moment has passed.' };
  if (at > now + longestMs) return { until: 'refused', why: 'That is more than a year away.' };
  return { until: 'moment', at };
};

type Time = { hour: number; minute: number };
type Day = {
  year: number;
  month: number;
  day: number;
  /** Where the hour is meant with it. */
  time?: Time;
  /** What a moment that has passed means instead. */
  again?: 'week' | 'year';
  rest: string;
};

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const weekday =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = `(${months.join('|')})[a-z]*`;

const dayIn = (text: string, today: Wall & { weekday: number }): Day | null => {
  const after = (days: number) => ({ year: today.year, month: today.month, day: today.day + days });
  const take = (pattern: string): RegExpExecArray | null =>
    new RegExp(`^(?:on )?${pattern}(?![a-z\\d])\\.?`, 'u').exec(text);
  const rest = (found: RegExpExecArray): string => text.slice(found[0].length).trim();

  let found = take('today');
  if (found) return { ...after(0), rest: rest(found) };
  found = take('tonight');
  if (found) return { ...after(0), time: { hour: 20, minute: 0 }, rest: rest(found) };
  found = take('(?:tomorrow|tomo|tmrw?|tom)');
  if (found) return { ...after(1), rest: rest(found) };
  found = take('next week');
  if (found) return { ...after(7 - today.weekday), rest: rest(found) };
  found = take(`(next )?${weekday}`);
  if (found) {
    const ahead = (weekdays.indexOf((found[2] ?? '').slice(0, 3)) - today.weekday + 7) % 7;
    const isNext = found[1] !== undefined && ahead === 0;
    return { ...after(isNext ? 7 : ahead), again: 'week', rest: rest(found) };
  }
  return dateIn(take, rest, today);
};

const dateIn = (
  take: (pattern: string) => RegExpExecArray | null,
  rest: (found: RegExpExecArray) => string,
  { year }: Wall,
): Day | null => {
  const iso = take('(\\d{4})-(\\d{1,2})-(\\d{1,2})');
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]), rest(iso));
  const before = take(`(\\d{1,2})(?:st|nd|rd|th)?\\.? ${month}`);
  if (before) {
    const named = months.indexOf((before[2] ?? '').slice(0, 3)) + 1;
    return real(year, named, Number(before[1]), rest(before), 'year');
  }
  const behind = take(`${month} (\\d{1,2})(?:st|nd|rd|th)?`);
  if (!behind) return null;
  const named = months.indexOf((behind[1] ?? '').slice(0, 3)) + 1;
  return real(year, named, Number(behind[2]), rest(behind), 'year');
};

/** The 31st of February is nobody's plan. The 29th may be next year's, and runs on to the 1st. */
const real = (year: number, month: number, day: number, rest: string, again?: 'year'): Day | null => {
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (day < 1 || day > longest) return null;
  return again ? { year, month, day, rest, again } : { year, month, day, rest };
};

const named: Record<string, Time> = {
  morning,
  noon: { hour: 12, minute: 0 },
  afternoon: { hour: 14, minute: 0 },
  evening: { hour: 18, minute: 0 },
  night: { hour: 20, minute: 0 },
};

/** "9", "9:30", "14.30", "9am", "noon". */
const timeIn = (text: string): Time | null => {
  const word = named[text];
  if (word && Object.hasOwn(named, text)) return word;
  const found = /^(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm)?$/u.exec(text);
  if (!found) return null;
  const [hour, minute, half] = [Number(found[1]), Number(found[2] ?? 0), found[3]];
  if (minute > 59) return null;
  if (half === undefined) return hour <= 23 ? { hour, minute } : null;
  if (hour < 1 || hour > 12) return null;
  return { hour: (hour % 12) + (half === 'pm' ? 12 : 0), minute };
};
