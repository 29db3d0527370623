import fc from 'fast-check';
import { expect, it } from 'vitest';
import { never } from '../model.ts';
import { dueAfter, elapsed } from './business.ts';
import type { Hours } from './hours.ts';

const minute = 60_000;

/** Minute by minute: open is what the clock on the wall shows, as `Intl` tells it. Slow and obvious. */
const isOpenThen = (hours: Hours, at: number): boolean => {
  const parts = Object.fromEntries(
    formatOf(hours.zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts['year']}-${parts['month']}-${parts['day']}`;
  if (hours.holidays.some((one) => one.date === date)) return false;
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts['weekday'] ?? '');
  const time = Number(parts['hour']) * 60 + Number(parts['minute']);
  return (hours.week[day] ?? []).some(([from, to]) => from <= time && time < to);
};

const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return format;
};

const slowDue = (hours: Hours, start: number, minutes: number, limit: number): number | null => {
  let left = minutes;
  for (let at = start; at < start + limit * minute; at += minute) {
    if (!isOpenThen(hours, at)) continue;
    left -= 1;
    if (left === 0) return at + minute;
  }
  return null;
};

/** Days on which clocks change, and a plain one; some zones do it at odd hours or by half an hour. */
const days = [
  ['Europe/London', '2026-03-29'],
  ['Europe/London', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['America/Havana', '2026-11-01'],
  ['America/St_Johns', '2010-11-07'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Asia/Kolkata', '2026-11-22'],
  ['Asia/Kathmandu', '2026-06-10'],
  ['Pacific/Apia', '2011-12-30'],
  ['Pacific/Kiritimati', '2026-01-01'],
  ['UTC', '2026-02-28'],
] as const;

const windows = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 }).map((edges) => {
  const sorted = edges.map((edge) => edge * 15).toSorted((a, b) => a - b);
  const pairs: [number, number][] = [];
  for (let at = 0; at + 1 < sorted.length; at += 2) pairs.push([sorted[at]!, sorted[at + 1]!]);
  return pairs;
});

const situation = fc.record({
  place: fc.constantFrom(...days),
  week: fc.array(windows, { minLength: 7, maxLength: 7 }),
  holidayIn: fc.option(fc.integer({ min: -1, max: 2 }), { nil: null }),
  startsIn: fc.integer({ min: -26 * 60, max: 26 * 60 }),
  minutes: fc.integer({ min: 1, max: 900 }),
});

const hoursOf = ({
  place,
  week,
  holidayIn,
}: {
  place: readonly [string, string];
  week: Hours['week'];
  holidayIn: number | null;
}): Hours => ({
  zone: place[0],
  week,
  holidays:
    holidayIn === null
      ? []
      : [
          {
            date: new Date(Date.parse(`${place[1]}T12:00:00Z`) + holidayIn * 86_400_000)
              .toISOString()
              .slice(0, 10),
            name: 'Day off',
          },
        ],
});

it('agrees with counting minute by minute, over random hours, zones and the days on which clocks change', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const hours = hoursOf(given);
      const start = Date.parse(`${given.place[1]}T00:00:00Z`) + given.startsIn * minute;
      const slow = slowDue(hours, start, given.minutes, 3 * 24 * 60);
      const fast = dueAfter(hours, start, given.minutes);
      if (slow === null) expect(fast).toBeGreaterThan(start + 3 * 24 * 60 * minute);
      else expect(fast).toBe(slow);
    }),
    { numRuns: 250 },
  );
}, 60_000);

it('counts what has passed as minute by minute does', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const hours = hoursOf(given);
      const start = Date.parse(`${given.place[1]}T00:00:00Z`) + given.startsIn * minute;
      let slow = 0;
      for (let at = start; at < start + given.minutes * minute; at += minute) {
        if (isOpenThen(hours, at)) slow += minute;
      }
      expect(elapsed(hours, start, start + given.minutes * minute)).toBe(slow);
    }),
    { numRuns: 250 },
  );
}, 60_000);

it('is the inverse of counting: what was used up until the deadline is the target', () => {
  fc.assert(
    fc.property(situation, fc.integer({ min: 0, max: 59_999 }), (given, ms) => {
      const hours = hoursOf(given);
      const start = Date.parse(`${given.place[1]}T00:00:00Z`) + given.startsIn * minute + ms;
      const due = dueAfter(hours, start, given.minutes);
      if (due !== never) expect(elapsed(hours, start, due)).toBe(given.minutes * minute);
    }),
  );
});

const office: Hours = {
  zone: 'Europe/London',
  week: [...Array.from({ length: 5 }, () => [[540, 1020]] as const), [], []],
  holidays: [],
};

it('knows the fixture: Monday to Friday 9–17, 30 minutes, Friday 16:45 is due Monday 09:15', () => {
  const friday = Date.parse('2026-11-20T16:45:00Z');
  expect(dueAfter(office, friday, 30)).toBe(Date.parse('2026-11-23T09:15:00Z'));
  expect(dueAfter(office, friday, 15)).toBe(Date.parse('2026-11-20T17:00:00Z'));
});

it('runs through midnight where one day’s hours touch the next’s', () => {
  const night: Hours = {
    zone: 'Asia/Kolkata',
    week: Array.from(
      { length: 7 },
      () =>
        [
          [0, 360],
          [1320, 1440],
        ] as const,
    ),
    holidays: [],
  };
  expect(dueAfter(night, Date.parse('2026-11-20T23:30:00+05:30'), 60)).toBe(
    Date.parse('2026-11-21T00:30:00+05:30'),
  );
});

it('gives no deadline where nothing ever opens', () => {
  expect(dueAfter({ ...office, week: Array.from({ length: 7 }, () => []) }, 0, 1)).toBe(never);
  expect(elapsed({ ...office, week: Array.from({ length: 7 }, () => []) }, 0, 1e12)).toBe(0);
});

it('counts around the clock without a calendar', () => {
  expect(dueAfter(null, 1000, 30)).toBe(1000 + 30 * minute);
  expect(elapsed(null, 5, 9)).toBe(4);
});
