import { Temporal } from 'temporal-polyfill';
import type { Calendar, Ms } from '../model.ts';

/** From the first moment on, until just before the second. */
export type Span = { from: Ms; to: Ms };
/** The part of a calendar that says when it is open. */
export type Hours = Pick<Calendar, 'zone' | 'week' | 'holidays'>;
/** What is open of one UTC day. */
export type Day = { spans: readonly Span[]; openMs: number };

export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/**
 * When a calendar is open on the nth UTC day since 1970. A moment is open when the clock on the wall there shows a time
 * within the hours of that weekday, and the date is no holiday: an hour that is skipped or repeated in spring or autumn is
 * open for as long as it is shown. Remembered per calendar; a changed calendar is another object.
 */
export const dayOf = (hours: Hours, n: number): Day => {
  let table = tables.get(hours);
  if (!table) tables.set(hours, (table = { days: new Map(), holidays: holidaysOf(hours) }));
  let day = table.days.get(n);
  if (!day) table.days.set(n, (day = draw(hours, table.holidays, n)));
  return day;
};

export const isEverOpen = ({ week }: Hours): boolean =>
  week.some((day) => day.some(([from, to]) => from < to));

type Table = { days: Map<number, Day>; holidays: ReadonlySet<number> };
const tables = new WeakMap<Hours, Table>();

const holidaysOf = ({ holidays }: Hours): ReadonlySet<number> =>
  new Set(holidays.map(({ date }) => Date.parse(`${date}T00:00:00Z`) / dayMs));

const draw = ({ zone, week }: Hours, holidays: ReadonlySet<number>, n: number): Day => {
  const spans: Span[] = [];
  for (const { from, to, offset } of steadyParts(zone, n * dayMs, (n + 1) * dayMs)) {
    for (let date = Math.floor((from + offset) / dayMs); date * dayMs < to + offset; date += 1) {
      if (holidays.has(date)) continue;
      for (const [opens, closes] of week[weekdayOf(date)] ?? []) {
        const midnight = date * dayMs - offset;
        const span = {
          from: Math.max(from, midnight + opens * minuteMs),
          to: Math.min(to, midnight + closes * minuteMs),
        };
        if (span.from < span.to) spans.push(span);
      }
    }
  }
  const joined = join(spans);
  return { spans: joined, openMs: joined.reduce((sum, { from, to }) => sum + to - from, 0) };
};

/** 1970-01-01 was a Thursday; Monday is 0. */
const weekdayOf = (date: number): number => (((date + 3) % 7) + 7) % 7;

/** The parts of a stretch within which the zone's offset stays the same: one, or two when the clocks change. */
const steadyParts = (zone: string, from: Ms, to: Ms): (Span & { offset: number })[] => {
  const offset = offsetAt(zone, from);
  const last = offsetAt(zone, to - 1);
  if (offset === last) return [{ from, to, offset }];
  let before = from;
  let after = to - 1;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(zone, middle) === offset) before = middle;
    else after = middle;
  }
  return [
    { from, to: after, offset },
    { from: after, to, offset: last },
  ];
};

/** What the zone's clocks are ahead of UTC, in milliseconds. */
const offsetAt = (zone: string, at: Ms): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;

/** In order, overlapping and touching ones as one. */
export const join = (spans: readonly Span[]): Span[] => {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
};
