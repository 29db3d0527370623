import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Stream } from '../../../shared/model.ts';
import type { Budget } from '../../providers/provider.ts';
import { backoff, nextAfter, slowestMs, usedUpUntil } from './pace.ts';

const quarter = 900_000;
const day = 24 * 3_600_000;
const start = Date.UTC(2026, 10, 2, 9);

/** A network that counts in fixed windows from the first call on, and tells so. */
const network = (limit: number, dayLimit: number | null) => {
  const windows = [{ length: quarter, limit, used: 0, resetAt: 0 }];
  if (dayLimit !== null) windows.push({ length: day, limit: dayLimit, used: 0, resetAt: 0 });
  return (now: number): { refused: boolean; budget: Budget } => {
    let refused = false;
    for (const window of windows) {
      if (now >= window.resetAt) Object.assign(window, { used: 0, resetAt: now + window.length });
      window.used += 1;
      refused ||= window.used > window.limit;
    }
    const told = windows.map((one) => ({
      left: Math.max(0, one.limit - one.used),
      limit: one.limit,
      resetAt: one.resetAt,
    }));
    return { refused, budget: { ...told[0], day: told[1] ?? null } as Budget };
  };
};

const streams = fc.constantFrom<Stream>('mentions', 'own', 'direct');

it('never exceeds a limit in any window, busy or quiet', () => {
  fc.assert(
    fc.property(
      streams,
      fc.integer({ min: 1, max: 400 }),
      fc.option(fc.integer({ min: 1, max: 2000 })),
      fc.infiniteStream(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.boolean())),
      (stream, limit, dayLimit, chances) => {
        const ask = network(limit, dayLimit);
        let now = start;
        const activity = { lastAt: now };
        for (let calls = 0; calls < 300 && now < start + 2 * day; calls += 1) {
          const [random, isBusy] = chances.next().value as [number, boolean];
          const { refused, budget } = ask(now);
          expect(refused).toBe(false);
          if (isBusy) activity.lastAt = now;
          now = nextAfter(stream, budget, activity, now, random);
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('asks again in time, however long it was quiet, unless the network itself would refuse', () => {
  const window = fc.record({
    left: fc.integer({ min: 0, max: 300 }),
    limit: fc.constant(300),
    resetAt: fc.integer({ min: start - quarter, max: start + quarter }),
  });
  fc.assert(
    fc.property(
      streams,
      window,
      fc.nat(30 * day),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (stream, told, quietMs, random) => {
        const budget: Budget = { ...told, limit: stream === 'direct' ? 15 : told.limit, day: null };
        const next = nextAfter(stream, budget, { lastAt: start - quietMs }, start, random);
        const spread = told.resetAt > start ? (told.resetAt - start) / Math.max(1, told.left) : 0;
        const longest = Math.max(slowestMs[stream], spread) * 1.05;
        expect(next).toBeGreaterThan(start);
        expect(next - start).toBeLessThanOrEqual(
          Math.max(longest + 1, usedUpUntil(budget, start) + 1000 - start),
        );
      },
    ),
  );
});

it('is quicker when something happens and slower through a quiet night', () => {
  const budget: Budget = { left: 290, limit: 300, resetAt: start + quarter, day: null };
  const wait = (quietMs: number) =>
    nextAfter('mentions', budget, { lastAt: start - quietMs }, start, 0.5) - start;
  expect(wait(0)).toBeLessThan(6_000);
  expect(wait(10 * 60_000)).toBe(30_000);
  expect(wait(8 * 3_600_000)).toBe(60_000);
});

it('spares the day when its window runs low', () => {
  const budget: Budget = {
    ...{ left: 290, limit: 300, resetAt: start + quarter },
    day: { left: 24, limit: 1440, resetAt: start + 12 * 3_600_000 },
  };
  expect(nextAfter('direct', budget, { lastAt: start }, start, 0.5) - start).toBe(30 * 60_000);
});

it('backs off up to five minutes and no further', () => {
  expect(backoff(1, 0)).toBe(1500);
  expect(backoff(2000, 0.999)).toBeLessThanOrEqual(300_000);
});
