import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createQuotes, quoteLength } from './quotes.ts';

const words = 'My parcel 4711 was left in the rain at number nine and nobody rang the bell, twice this week.';
const gone = '[gone]';

it('cuts a passage of forty characters or more, and nothing around it', () => {
  const { cut } = createQuotes([words]);
  const passage = words.slice(10, 60);
  expect(cut(`They say: "${passage}" I will ask.`, gone)).toBe(`They say: "${gone}" I will ask.`);
  expect(cut(words, gone)).toBe(gone);
});

it('leaves what is shorter, and what is only alike', () => {
  const { cut, isIn } = createQuotes([words]);
  const short = `so: <${words.slice(10, 10 + quoteLength - 1)}!`;
  expect(cut(short, gone)).toBe(short);
  expect(isIn(words.replaceAll('a', 'e'))).toBe(false);
});

it('cuts every passage, of every text', () => {
  const other = 'The driver came back at eight in the evening and was very kind about all of it.';
  const { cut } = createQuotes([words, other]);
  expect(cut(`${words.slice(0, 50)}|${other.slice(5, 55)}|${words.slice(40)}`, gone)).toBe(
    `${gone}|${gone}|${gone}`,
  );
});

it('never leaves a passage of the length behind, wherever it was put', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀'), maxLength: 200 });
  fc.assert(
    fc.property(letters, letters, fc.nat(200), fc.nat(120), letters, (before, text, from, length, after) => {
      const { cut } = createQuotes([text]);
      const left = cut(before + text.slice(from, from + length) + after, gone);
      for (let at = 0; at + quoteLength <= left.length; at += 1) {
        expect(text.includes(left.slice(at, at + quoteLength))).toBe(false);
      }
    }),
  );
});
