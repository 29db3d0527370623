import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { silenceOf, weeksNeeded, type History } from './silence.ts';

const hourMs = 3_600_000;
const week = 168;
const now = Date.UTC(2026, 10, 2, 9);
const nowHour = now / hourMs;

/** So many weeks in which each hour of the week had what `rate` says. */
const past = (weeks: number, rate: (hourOfWeek: number) => number, lastAt = now): History => {
  const lastHour = Math.floor(lastAt / hourMs);
  const hours = new Map<number, number>();
  for (let hour = lastHour - weeks * week; hour < lastHour; hour += 1) {
    const count = rate(((hour % week) + week) % week);
    if (count > 0) hours.set(hour, count);
  }
  return { hours, firstHour: lastHour - weeks * week, lastAt };
};

describe('too quiet', () => {
  it('is six hours without a message where two an hour are usual, and not two hours', () => {
    const history = past(8, () => 2);
    expect(silenceOf(history, now + 2 * hourMs)).toMatchObject({ expected: 4, isTooQuiet: false });
    expect(silenceOf(history, now + 6 * hourMs)).toMatchObject({ expected: 12, isTooQuiet: true });
  });

  it('knows the quiet hours of the week without being told', () => {
    const hourNow = ((nowHour % week) + week) % week;
    const history = past(8, (hour) => ((hour - hourNow + week) % week < 12 ? 0 : 10));
    expect(silenceOf(history, now + 12 * hourMs).isTooQuiet).toBe(false);
    expect(silenceOf(history, now + 13 * hourMs).isTooQuiet).toBe(true);
  });

  it('says nothing before there are three weeks of history', () => {
    const upTo = now + 100 * hourMs;
    expect(
      silenceOf(
        past(weeksNeeded - 1, () => 50),
        upTo,
      ).isTooQuiet,
    ).toBe(false);
    expect(
      silenceOf(
        past(weeksNeeded, () => 50),
        upTo,
      ).isTooQuiet,
    ).toBe(true);
  });

  it('does not take one week’s wave for what is usual', () => {
    const calm = past(8, () => 0.1);
    const hours = new Map(calm.hours);
    for (let hour = nowHour - week; hour < nowHour - week + 8; hour += 1) hours.set(hour, 900);
    expect(silenceOf({ ...calm, hours }, now + 8 * hourMs).isTooQuiet).toBe(false);
  });

  it('stays too quiet for as long as nothing comes, however long that is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5), { minLength: 7, maxLength: 7 }),
        fc.integer({ min: 3, max: 12 }),
        fc.nat(20 * week),
        fc.nat(20 * week),
        (days, weeks, a, b) => {
          const history = past(weeks, (hour) => days[Math.floor(hour / 24)] ?? 0);
          const [sooner, later] = [a, b].toSorted((x, y) => x - y) as [number, number];
          const one = silenceOf(history, now + sooner * hourMs);
          const two = silenceOf(history, now + later * hourMs);
          expect(two.expected).toBeGreaterThanOrEqual(one.expected);
          expect(two.isTooQuiet || !one.isTooQuiet).toBe(true);
        },
      ),
    );
  });

  it('rarely cries wolf: messages at the usual rate, by chance, in a hundred days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.integer({ min: 1, max: 12 }), (seed, rate) => {
        let state = seed;
        const random = (): number => {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
          return (state + 1) / 4_294_967_297;
        };
        const history = past(8, () => rate);
        let false_ = 0;
        const waits = 2000;
        for (let at = 0; at < waits; at += 1) {
          const waitMs = (-Math.log(random()) / rate) * hourMs;
          if (silenceOf(history, now + waitMs).isTooQuiet) false_ += 1;
        }
        expect(false_ / waits).toBeLessThan(0.005);
      }),
      { numRuns: 20 },
    );
  });
});
