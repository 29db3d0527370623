import { expect, test } from 'vitest';
import { seeded } from '../simulator/random.ts';
import { createFates } from './fates.ts';

test('every point has its turn before any has a second, and what was never met is met at once', () => {
  const points = ['a', 'b', 'c', 'd'];
  const fates = createFates(points, seeded('fates'));
  const round = () => points.map(() => fates.next());
  const first = round();
  expect(new Set(first.map(({ at }) => at))).toEqual(new Set(points));
  fates.died('b');
  for (const { at, afterPassing } of round()) if (at !== 'b') expect(afterPassing).toBe(0);
  expect(fates.deaths()).toEqual([
    ['a', 0],
    ['c', 0],
    ['d', 0],
    ['b', 1],
  ]);
});
