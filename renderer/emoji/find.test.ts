import { expect, it } from 'vitest';
import { findEmoji, used } from './find.ts';
import { emojiList } from './list.ts';

it('has each emoji once, with its words', () => {
  const signs = emojiList.map((line) => line.split(' ')[0]);
  expect(new Set(signs).size).toBe(signs.length);
  expect(emojiList.every((line) => /^\p{Extended_Pictographic}\uFE0F? [a-z\d ]+$/u.test(line))).toBe(true);
});

it('is found by what an agent would call it', () => {
  const first = (query: string) => findEmoji(query)[0]?.sign;
  expect(findEmoji('thanks').map(({ sign }) => sign)).toContain('🙏');
  expect(first('parcel')).toBe('📦');
  expect(first('broken hea')).toBe('💔');
  expect(findEmoji('no such thing')).toEqual([]);
});

it('offers first what was used last', () => {
  used('🙏');
  expect(findEmoji('')[0]?.sign).toBe('🙏');
});
