import { expect, it } from 'vitest';
import { until } from './time.ts';

it('writes what is left in one way, as short as it can be', () => {
  const written = (left: number): string => until(1_000_000_000 + left, 1_000_000_000);
  expect([0, 400, 5000, 10_900, 119_999].map(written)).toEqual(['1s', '1s', '5s', '10s', '119s']);
  expect([2, 4.2, 119].map((minutes) => written(minutes * 60_000))).toEqual(['2m', '5m', '119m']);
  expect([2, 26.5].map((hours) => written(hours * 3_600_000))).toEqual(['2h', '27h']);
});
