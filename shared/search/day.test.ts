import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { dayWords, meantDay, readDay } from './day.ts';

const zone = 'Europe/London';
// A Thursday, 14:07 on the wall in London.
const now = Date.UTC(2026, 9, 22, 13, 7);
const read = (typed: string): string | null => {
  const span = readDay(typed, { now, zone });
  if (!span) return null;
  const shown = (at: number): string => {
    const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    return wall.hour + wall.minute === 0
      ? wall.toPlainDate().toString()
      : wall.toPlainDateTime().toString({ smallestUnit: 'minute' });
  };
  return `${shown(span.from)} ${shown(span.to)}`;
};

it.each([
  ['today', '2026-10-22 2026-10-23'],
  ['Yesterday', '2026-10-21 2026-10-22'],
  ['2026-03-14', '2026-03-14 2026-03-15'],
  ['2026/3/14', '2026-03-14 2026-03-15'],
  ['14.3.2026', '2026-03-14 2026-03-15'],
  ['14/03/2026', '2026-03-14 2026-03-15'],
  ['14.3.', '2026-03-14 2026-03-15'],
  ['24.12', '2025-12-24 2025-12-25'],
  ['2026-03', '2026-03-01 2026-04-01'],
  ['2025', '2025-01-01 2026-01-01'],
  ['march', '2026-03-01 2026-04-01'],
  ['dec', '2025-12-01 2026-01-01'],
  ['october', '2026-10-01 2026-11-01'],
  ['March 2024', '2024-03-01 2024-04-01'],
  ['14 march', '2026-03-14 2026-03-15'],
  ['mar 14th', '2026-03-14 2026-03-15'],
  ['14th of March 2024', '2024-03-14 2024-03-15'],
  ['29 feb', '2024-02-29 2024-03-01'],
  ['thursday', '2026-10-22 2026-10-23'],
  ['fri', '2026-10-16 2026-10-17'],
  ['this week', '2026-10-19 2026-10-26'],
  ['last-week', '2026-10-12 2026-10-19'],
  ['last  month', '2026-09-01 2026-10-01'],
  ['last year', '2025-01-01 2026-01-01'],
  ['7d', '2026-10-15 2026-10-23'],
  ['2w', '2026-10-08 2026-10-23'],
  ['8m', '2026-02-22 2026-10-23'],
  ['1y', '2025-10-22 2026-10-23'],
  ['3h', '2026-10-22T11:07 2026-10-23'],
  ['31.2.2026', null],
  ['2026-13-01', null],
  ['3/14/2026', null],
  ['1066', null],
  ['soon', null],
  ['14 march 3', null],
  ['constructor', null],
  ['', null],
])('%s → %s', (typed, span) => expect(read(typed)).toBe(span));

it('clips months that are too short', () => {
  const may = Date.UTC(2026, 4, 31, 12);
  expect(readDay('3m', { now: may, zone: 'UTC' })?.from).toBe(Date.UTC(2026, 1, 28));
});

it.each([
  ['3/14/2026', '2026-03-14'],
  ['yesterdy', 'yesterday'],
  ['Wendesday', 'wednesday'],
  ['febuary', 'february'],
  ['zzz', null],
])('%s was perhaps %s', (typed, meant) => expect(meantDay(typed, { now, zone })).toBe(meant));

const zones = [
  'Europe/London',
  'Africa/Cairo',
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
];

it.each([
  // Clocks go from one back to midnight: the first of the two counts.
  ['America/Havana', '2025-11-02', '2025-11-02T04:00:00Z', '2025-11-03T05:00:00Z'],
  // Clocks go from midnight on to one.
  ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00Z', '2026-03-29T21:00:00Z'],
])('in %s %s is %s until %s', (place, day, from, to) =>
  expect(readDay(day, { now, zone: place })).toEqual({ from: Date.parse(from), to: Date.parse(to) }),
);

it('days begin when the calendar there says so', () => {
  const date = fc.integer({ min: 0, max: 366 * 40 }).map((day) => new Date(Date.UTC(1990, 0, 1 + day)));
  fc.assert(
    fc.property(date, fc.constantFrom(...zones), (day, place) => {
      const iso = day.toISOString().slice(0, 10);
      // Samoa left this one out when it changed sides.
      fc.pre(iso !== '2011-12-30' || place !== 'Pacific/Apia');
      const starts = Temporal.PlainDate.from(iso).toZonedDateTime(place).startOfDay();
      expect(readDay(iso, { now, zone: place })).toEqual({
        from: starts.epochMilliseconds,
        to: starts.add({ days: 1 }).startOfDay().epochMilliseconds,
      });
    }),
    { numRuns: 600 },
  );
});

it('never throws, and no span is empty', () => {
  const typed = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(...dayWords),
    fc
      .array(
        fc.constantFrom(
          '1',
          '9',
          '31',
          '999',
          '2026',
          '.',
          '/',
          '-',
          ' ',
          'd',
          'm',
          'mar',
          'th',
          'last',
          'week',
        ),
        {
          maxLength: 6,
        },
      )
      .map((all) => all.join('')),
  );
  const at = fc.integer({ min: 0, max: 2_000_000_000_000 });
  fc.assert(
    fc.property(typed, at, fc.constantFrom(...zones), (text, when, place) => {
      const span = readDay(text, { now: when, zone: place });
      if (span) expect(span.to).toBeGreaterThan(span.from);
      meantDay(text, { now: when, zone: place });
    }),
    { numRuns: 1500 },
  );
});
