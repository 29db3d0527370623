import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from './text.ts';

test.each([
  ['a &amp; b &lt;c&gt;', 'a & b <c>'],
  ['&amp;lt; stays what was typed', '&lt; stays what was typed'],
  ['&quot;&#39;&nbsp;', '&quot;&#39;&nbsp;'],
  ['nul\0s', 'nuls'],
  ['half \ud83d alone', 'half \ufffd alone'],
])('%j', (raw, text) => {
  expect(readText(raw, 100)).toEqual({ text, isCut: false });
});

test.each([
  ['😀😀😀', 2, '😀😀', true],
  ['😀😀😀', 3, '😀😀😀', false],
  ['a😀b', 2, 'a😀', true],
  ['', 0, '', false],
])('%j cut at %i', (raw, cap, text, isCut) => {
  expect(readText(raw, cap)).toEqual({ text, isCut });
});

test('never longer than the cap, never half a character, and cut only when something was lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(30), (raw, cap) => {
      const { text, isCut } = readText(raw, cap);
      expect([...text].length).toBeLessThanOrEqual(cap);
      expect(text.isWellFormed()).toBe(true);
      expect(isCut).toBe(text !== readText(raw, 1000).text);
    }),
  );
});

test('ten megabytes are no trouble', () => {
  expect(readText('&amp;😀'.repeat(1_500_000), 20_000).isCut).toBe(true);
});
