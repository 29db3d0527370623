import fc from 'fast-check';
import { expect, it } from 'vitest';
import { here, readSnooze, type Place } from './snooze.ts';

/** Wall time of a zone, slowly but surely: the offset is looked for. */
const placeIn = (zone: string): Place => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  const utcOf = (at: number): number => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'], part['hour'], part['minute']);
  };
  return {
    wallAt: (at) => {
      const date = new Date(utcOf(at));
      return {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        weekday: (date.getUTCDay() + 6) % 7,
      };
    },
    momentOf: ({ year, month, day, hour, minute }) => {
      const wanted = Date.UTC(year, month - 1, day, hour, minute);
      const first = wanted - (utcOf(wanted) - wanted);
      return first - (utcOf(first) - wanted);
    },
  };
};

const london = placeIn('Europe/London');
// A Thursday.
const now = Date.UTC(2026, 9, 22, 13, 7);
const said = (typed: string, at = now): string | null => {
  const read = readSnooze(typed, at, london);
  if (read === null) return null;
  return read.until === 'moment' ? new Date(read.at).toISOString().slice(0, 16) : read.until;
};

it.each([
  ['tomorrow 9', '2026-10-23T08:00'],
  ['Tomorrow', '2026-10-23T08:00'],
  ['tomorrow at 9:30pm', '2026-10-23T20:30'],
  ['in 2h', '2026-10-22T15:07'],
  ['in 30 min', '2026-10-22T13:37'],
  ['half an hour', '2026-10-22T13:37'],
  ['1h30', '2026-10-22T14:37'],
  ['in an hour', '2026-10-22T14:07'],
  ['1.5h', '2026-10-22T14:37'],
  ['mon 14:30', '2026-10-26T14:30'],
  ['next week', '2026-10-26T09:00'],
  ['thursday 9', '2026-10-29T09:00'],
  ['thu 16', '2026-10-22T15:00'],
  ['3 dec', '2026-12-03T09:00'],
  ['dec 3 at noon', '2026-12-03T12:00'],
  ['3 jan', '2027-01-03T09:00'],
  ['2026-11-05 14.15', '2026-11-05T14:15'],
  ['tonight', '2026-10-22T19:00'],
  ['15:30', '2026-10-22T14:30'],
  ['9am', '2026-10-23T08:00'],
  ['12am', '2026-10-22T23:00'],
  ['tomorrow morning', '2026-10-23T08:00'],
  ['when they answer', 'answer'],
  ['until the customer writes', 'answer'],
  ['today 9', 'refused'],
  ['in 900 days', 'refused'],
  ['31 feb', null],
  ['tomorrow 25', null],
  ['13pm', null],
  ['soon', null],
  ['', null],
  ['constructor', null],
])('%s → %s', (typed, then) => expect(said(typed)).toBe(then));

it('means the hour on the wall across the night in which clocks go back', () => {
  const before = Date.UTC(2026, 9, 24, 12);
  expect(said('tomorrow 9', before)).toBe('2026-10-25T09:00');
  expect(said('in 1 day', before)).toBe('2026-10-25T13:00');
  expect(said('in 24h', before)).toBe('2026-10-25T12:00');
});

const words = fc.constantFrom(
  ...'in,at,on,next,today,tonight,tomorrow,mon,sunday,week,3,9,14:30,31,feb,dec,am,pm,h,min,days,half,an,hour,noon,2027-02-29,when they answer,0,99,.,-'.split(
    ',',
  ),
);
const zones = fc.constantFrom(
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'UTC',
);

it('never throws, and a moment is always later than now', () => {
  const typed = fc.oneof(
    fc.array(words, { maxLength: 5 }).map((all) => all.join(' ')),
    fc.string({ maxLength: 30 }),
  );
  fc.assert(
    fc.property(typed, zones, fc.integer({ min: 0, max: 2_000_000_000_000 }), (text, zone, at) => {
      for (const place of [placeIn(zone), here]) {
        const read = readSnooze(text, at, place);
        if (read?.until === 'moment') expect(read.at).toBeGreaterThan(at);
      }
    }),
    { numRuns: 400 },
  );
});

it('a time of day tomorrow shows that time on the wall, wherever, whenever', () => {
  fc.assert(
    fc.property(
      zones,
      fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }),
      fc.integer({ min: 4, max: 23 }),
      (zone, at, hour) => {
        const place = placeIn(zone);
        const read = readSnooze(`tomorrow ${hour}:15`, at, place);
        if (read?.until !== 'moment') throw new Error('not read');
        expect(place.wallAt(read.at)).toMatchObject({ hour, minute: 15 });
      },
    ),
    { numRuns: 200 },
  );
});
