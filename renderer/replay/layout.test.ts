import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearest, placeAt, placesOf, silencesOf } from './layout.ts';
import { restOf } from './moves.ts';
import { laterWords, spanWords } from './words.ts';

const hour = 3_600_000;
const moments = (...at: number[]) => at.map((one) => ({ at: one }));

it('keeps the order of moments, and finds each again where it stands', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10 ** 9), { minLength: 2, maxLength: 60 }), (gaps) => {
      let now = 0;
      const all = moments(...gaps.map((gap) => (now += gap)));
      const places = placesOf(all);
      expect(places[0]).toBe(0);
      expect(places.at(-1)).toBe(1);
      for (const [index, place] of places.entries()) {
        expect(place).toBeGreaterThan(places[index - 1] ?? -1);
        expect(nearest(place, places)).toBe(index);
      }
    }),
  );
});

it('makes a silence of days little wider than one of hours, and says how long each was', () => {
  const all = moments(0, 60_000, 3 * hour, 75 * hour, 75 * hour + 1000);
  const [, minute = 0, hours = 0, days = 0] = placesOf(all);
  expect(days - hours).toBeLessThan(2 * (hours - minute));
  const silences = silencesOf(all, placesOf(all), 600);
  expect(silences.map(({ ms }) => laterWords(ms))).toEqual(['3 hours later', '3 days later']);
  // Where there is room for one alone it is the longest.
  expect(silencesOf(all, placesOf(all), 90).map(({ ms }) => laterWords(ms))).toEqual(['3 days later']);
});

it('places a deadline between the moments around it', () => {
  const all = moments(0, 100, 200);
  const places = placesOf(all);
  expect(placeAt(150, all, places)).toBeCloseTo(((places[1] ?? 0) + (places[2] ?? 0)) / 2);
  expect(placeAt(201, all, places)).toBeNull();
});

it('plays as fast as it was, but passes over silence and never flickers', () => {
  expect(restOf(1000, 1)).toBe(1000);
  expect(restOf(1000, 60)).toBe(120);
  expect(restOf(48 * hour, 60)).toBe(1500);
  expect(restOf(48 * hour, 'event')).toBe(900);
});

it('says how long something took', () => {
  expect([27 * hour, 24 * hour, hour + 300_000, hour, 61_000, 4000].map(spanWords)).toEqual([
    '1 d 3 h',
    '1 d',
    '1 h 5 min',
    '1 h',
    '1 min',
    '4 s',
  ]);
});
