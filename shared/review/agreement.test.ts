import { expect, it } from 'vitest';
import { cohensKappa, krippendorffsAlpha, percentAgreement } from './agreement.ts';

/** Krippendorff's own example (2011, section C): four observers, twelve units, a point for none. */
const observers = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'];
const units = Array.from({ length: 12 }, (_, at) =>
  observers.map((line) => line[at] ?? '.').filter((value) => value !== '.'),
);

it('comes to what Krippendorff comes to', () => {
  expect(krippendorffsAlpha(units, 'nominal')).toBeCloseTo(0.743, 3);
  expect(krippendorffsAlpha(units, 'interval')).toBeCloseTo(0.849, 3);
});

it('comes to what is counted by hand', () => {
  // 20 yes by both, 15 no by both, 5 and 10 apart: 0.7 observed, 0.5 by chance.
  const pairs = [
    ...Array.from({ length: 20 }, () => ['yes', 'yes'] as const),
    ...Array.from({ length: 5 }, () => ['yes', 'no'] as const),
    ...Array.from({ length: 10 }, () => ['no', 'yes'] as const),
    ...Array.from({ length: 15 }, () => ['no', 'no'] as const),
  ];
  expect(cohensKappa(pairs)).toBeCloseTo(0.4, 10);
  expect(percentAgreement(pairs)).toBeCloseTo(0.7, 10);
  // Three people, two of whom say the same: one pair of three.
  expect(percentAgreement([['1', '1', '2']])).toBeCloseTo(1 / 3, 10);
});

it('is perfect, or by chance, or nothing to say', () => {
  expect(
    krippendorffsAlpha(
      [
        ['1', '1'],
        ['5', '5'],
      ],
      'interval',
    ),
  ).toBe(1);
  expect(
    cohensKappa([
      ['a', 'a'],
      ['b', 'b'],
    ]),
  ).toBe(1);
  expect(
    krippendorffsAlpha(
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      'nominal',
    ),
  ).toBeCloseTo(-0.5, 10);
  expect(
    krippendorffsAlpha(
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
      'nominal',
    ),
  ).toBeNull();
  expect(cohensKappa([['a', 'a']])).toBeNull();
  expect([percentAgreement([['a']]), krippendorffsAlpha([], 'nominal'), cohensKappa([])]).toEqual([
    null,
    null,
    null,
  ]);
});
