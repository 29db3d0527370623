import { describe, expect, test } from 'vitest';
import { median, percentile } from '../measure/percentile.ts';
import { exitCode } from './exit-code.ts';
import { isWithinBudget, type Figure } from './figure.ts';
import { table } from './table.ts';

const figure = (change: Partial<Figure>): Figure => ({ name: 'page', value: 4, unit: 'ms', ...change });

describe('percentile', () => {
  test('is a measured value, by nearest rank', () => {
    const samples = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(percentile(samples, 0.95)).toBe(95);
    expect(percentile(samples, 0.99)).toBe(99);
    expect(percentile([3], 0.95)).toBe(3);
    expect(median([9, 1, 5])).toBe(5);
  });

  test('of nothing is a mistake, not a zero that passes', () => {
    expect(() => percentile([], 0.95)).toThrow('No samples');
  });
});

describe('a budget', () => {
  test('on the figure', () => {
    expect(isWithinBudget(figure({ budget: { of: 'value', atMost: 4 } }))).toBe(true);
    expect(isWithinBudget(figure({ budget: { of: 'value', atMost: 3.9 } }))).toBe(false);
  });

  test('on the ratio to what the same run measured', () => {
    const half = { of: 'ratio', atLeast: 0.5 } as const;
    expect(isWithinBudget(figure({ value: 60, baseline: 100, budget: half }))).toBe(true);
    expect(isWithinBudget(figure({ value: 40, baseline: 100, budget: half }))).toBe(false);
  });

  test('is missed by what could not be measured', () => {
    expect(isWithinBudget(figure({ budget: { of: 'ratio', atMost: 2 } }))).toBe(false);
    expect(isWithinBudget(figure({ value: Number.NaN, budget: { of: 'value', atMost: 2 } }))).toBe(false);
    expect(isWithinBudget(figure({ baseline: 0, budget: { of: 'ratio', atMost: 2 } }))).toBe(false);
  });

  test('over it, the program ends with a failure', () => {
    const within = figure({ budget: { of: 'value', atMost: 5 } });
    const over = figure({ budget: { of: 'value', atMost: 3 } });
    expect(exitCode([within, figure({})])).toBe(0);
    expect(exitCode([within, over])).toBe(1);
    expect(exitCode([])).toBe(1);
  });
});

test('the table says name, figure, baseline, ratio and budget, and marks what is over', () => {
  const text = table([
    figure({
      name: 'ingest',
      value: 6123.4,
      unit: '/s',
      baseline: 10_000,
      budget: { of: 'ratio', atLeast: 0.5 },
    }),
    figure({ name: 'first page', value: 6.25, budget: { of: 'value', atMost: 5 }, note: '200 samples' }),
  ]);
  expect(text).toBe(
    [
      'name          figure   baseline   ratio   budget',
      '──────────────────────────────────────────────────────',
      'ingest      6,123 /s  10,000 /s  0.61 ×  ≥ 0.5 ×',
      'first page   6.25 ms          –       –   ≤ 5 ms  OVER',
      '',
      '  first page: 200 samples',
    ].join('\n'),
  );
});
