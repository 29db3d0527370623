import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldMapped, foldText, isSpaceless, tokensOf } from './fold.ts';
import { placesOf, soughtIn } from './sought.ts';

it.each([
  ['Zażółć GĘŚLĄ jaźń', 'zazolc gesla jazn'],
  ['Straße', 'strasse'],
  ['İstanbul ISPARTA', 'istanbul isparta'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['𝗛𝗘𝗟𝗣 ℋello', 'help hello'],
  ['ＡＢＣ１２３', 'abc123'],
  ['ﾊﾟｿｺﾝ', 'パソコン'],
  ['ネット', 'ネット'],
  ['한국'.normalize('NFD'), '한국'],
  ['ไม่มีสัญญาณ', 'ไม่มีสัญญาณ'],
  ['नमस्ते', 'नमस्ते'],
  ['مَرْحَبًا', 'مرحبا'],
  ['no\u200b signal\u00ad\n\t now', 'no signal now'],
  ['می\u200cخواهم', 'میخواهم'],
  ['👍🏽 👩🏽‍🔧 ❤️', '👍 👩‍🔧 ❤'],
  ['Z̸̢͎̈́a̶͕͐l̷̳̽g̷̱̈́o̶', 'zalgo'],
  ['don’t', "don't"],
  ['a\ud800b', 'a\ufffdb'],
])('%s → %s', (typed, folded) => expect(foldText(typed)).toBe(folded));

it('splits words where scripts put spaces, and keeps signs with them', () => {
  const words = (text: string): string[] => tokensOf(foldText(text)).map((token) => token.text);
  expect(words('@MayaOK #Outage in LS1, don’t e@mail a_b')).toEqual(
    '@mayaok #outage in ls1 don t e mail a_b'.split(' '),
  );
  expect(words('iPhone壊れた au')).toEqual(['iphone', 'au']);
  expect(words('Señor  Núñez 😡 नमस्ते')).toEqual(['senor', 'nunez', 'नमस्ते']);
});

it.each(['壊', 'ก', '한', '😡', '🇵🇱', 'a壊'])('%s has no spaces around it', (text) =>
  expect(isSpaceless(text)).toBe(true),
);
it.each(['a', '1', '#', 'é', '*', 'ह'])('%s has', (text) => expect(isSpaceless(text)).toBe(false));

const hard = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    maxLength: 20,
  }),
);

it('folds what is folded to itself, with or without the places', () => {
  fc.assert(
    fc.property(hard, (text) => {
      const folded = foldText(text);
      expect(foldText(folded)).toBe(folded);
      const mapped = foldMapped(text);
      expect(mapped.text).toBe(folded);
      expect(mapped.from).toHaveLength(folded.length);
    }),
    { numRuns: 3000 },
  );
});

it('does not care how the text was composed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
    }),
    { numRuns: 1000 },
  );
});

const found = (text: string, sought: string, isPrefix = false): string[] => {
  const what = soughtIn(sought, isPrefix);
  return what === null ? [] : placesOf(text, what).map(({ from, to }) => text.slice(from, to));
};

it('tells where it stands in the text as written', () => {
  expect(found('No SÍGNAL since, no signal?', 'no signal')).toEqual(['No SÍGNAL', 'no signal']);
  expect(found('@MayaOK and maya', 'mayaok')).toEqual(['@MayaOK']);
  expect(found('mayaok', '@mayaok')).toEqual([]);
  expect(found('Strassenbahn, Straßen', 'straß', true)).toEqual(['Strassenbahn', 'Straßen']);
  expect(found('昨日から電話が壊れた', '電話')).toEqual(['電話']);
  expect(found('ไม่มีสัญญาณเลย', 'สัญญาณ')).toEqual(['สัญญาณ']);
  expect(found('well 👩🏽‍🔧 👩', '👩')).toEqual(['👩']);
  expect(found('great :) thanks', ':)')).toEqual([':)']);
  expect(found('refunds', 'refund')).toEqual([]);
});
