import fc from 'fast-check';
import { expect, it } from 'vitest';
import { masked } from './phone-mask.ts';
import { checkNumber, formatTyped, maskNumbers, numbersIn, readable } from './phone.ts';

it.each([
  ['0113 496 0000', '+441134960000'],
  ['(0113) 4960017', '+441134960017'],
  ['+44 113 496 0017', '+441134960017'],
  ['07700 900123', '+447700900123'],
  ['00 48 22 123 45 67', '+48221234567'],
  ['+1 202 555 0123', '+12025550123'],
])('takes %s', (typed, e164) => {
  expect(checkNumber(typed, typed.startsWith('00') ? 'PL' : 'GB')?.e164).toBe(e164);
});

it('takes numbers that exist only in films, with a warning', () => {
  expect(checkNumber('07700 900123', 'GB')?.warning).toMatch(/Nobody has such a number/u);
  expect(checkNumber('07911 123456', 'GB')?.warning).toBeNull();
});

it.each(['', '12', 'order 12345678', '0113 496 0000 ext 12', 'call me', '+'])('refuses %s', (typed) => {
  expect(checkNumber(typed, 'GB')).toBeNull();
});

it('finds the numbers in a message, in its order, once each', () => {
  expect(numbersIn('my number is 0113 496 0000, or 07700 900 456. 0113 496 0000!', 'GB')).toEqual([
    '+441134960000',
    '+447700900456',
  ]);
  expect(numbersIn('at 14:30 on 12/11/2026, twice', 'GB')).toEqual([]);
  expect(numbersIn('+48 22 123 45 67', 'GB')).toEqual(['+48221234567']);
});

it('formats while it is typed, and for reading', () => {
  expect(formatTyped('01134960000', 'GB')).toBe('0113 496 0000');
  expect(readable('+441134960017')).toBe('+44 113 496 0017');
});

it('masks behind the calling code', () => {
  expect(masked('+441134960017')).toBe('+44 ••• 0017');
  expect(masked('+12025550123')).toBe('+1 ••• 0123');
  expect(masked('+353861234567')).toBe('+353 ••• 4567');
});

it('never throws, and never takes what it then would not dial', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 60 }),
      fc.constantFrom('GB', 'PL', 'US', 'XX', ''),
      (typed, country) => {
        const found = checkNumber(typed, country);
        if (found) {
          expect(found.e164).toMatch(/^\+[1-9]\d{4,14}$/u);
          expect(checkNumber(found.shown, country)?.e164).toBe(found.e164);
          expect(masked(found.e164)).not.toContain(found.e164.slice(2));
        }
        formatTyped(typed, country);
        numbersIn(typed, country);
      },
    ),
  );
});

it('takes the numbers out of what is copied', () => {
  expect(maskNumbers('0113 496 0017 or 07700 900 456, order 12', 'GB')).toBe(
    '+44 ••• 0017 or +44 ••• 0456, order 12',
  );
  expect(maskNumbers('no number', 'GB')).toBe('no number');
});
