import { expect, it } from 'vitest';
import { asSent } from './as-sent.ts';

it('compares texts as far as a network may change them', () => {
  expect(asSent('@maya @bob see https://t.co/abc  ok')).toBe(asSent('see https://hallam.example/status ok'));
  expect(asSent('see hallam.example/status')).toBe(asSent('see https://t.co/xyz'));
  expect(asSent('cafe\u0301')).toBe(asSent('café'));
  expect(asSent('a')).not.toBe(asSent('b'));
});
