import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compileRules, fits, whyFits, type Facts } from './fits.ts';
import { fold } from './fold.ts';
import { rule as schema, type Rule } from './rule.ts';

const facts = (change: Partial<Facts> = {}): Facts => ({
  accountId: 'x:account:1',
  kind: 'post',
  text: 'no signal since 6am',
  lang: 'en',
  customerTags: [],
  priority: 2,
  ...change,
});
const has = (word: string, text: string): boolean => fits({ words: [word] }, facts({ text }));

describe('a word', () => {
  test.each([
    ['signal', 'No SIGNAL here', true],
    ['signal', 'signalling error', false],
    ['signal', '(signal)', true],
    ['no signal', 'there is no  signal!', true],
    ['no signal', 'no 5g signal', false],
    ['facture', 'Où est ma FACTURE ?', true],
    ['zasieg', 'Brak zasięgu', false],
    ['zasiegu', 'Brak zasięgu', true],
    ['zasięgu', 'brak ZASIEGU', true],
    ['straße', 'in der Strasse', true],
    ['lodz', 'Nie działa w Łodzi, Łódź', true],
    ['#outage', 'big #Outage today', true],
    ['#outage', 'big outage today', false],
    ['outage', 'big #outage today', true],
    ['#out', '#outage', false],
    ['@hallam_care', 'hey @Hallam_Care, help', true],
    ['@hallam', '@hallam_care', false],
    ['hallam', '@hallam', false],
    ['hallam', 'mail me at me@hallam.example', true],
    ['😡', 'again 😡😡', true],
    ['👍', 'done 👍🏽', true],
    ['👩', 'ask the 👩‍💻', false],
    ['故障', '今日も通信故障です', true],
    ['สัญญาณ', 'ไม่มีสัญญาณเลย', true],
    ['ไม', 'ไม่มี', true],
    ['신호', '신호가 없어요', true],
    ['가', '각', false],
    ['ﾈｯﾄ', 'ネットが遅い', true],
    ['5g', '在５Ｇ网络', true],
    ["can't", 'I can’t log in', true],
    ['log-in', 'log in', true],
    ['???', 'what ???', true],
    ['co', 'see https://t.co/abc', false],
    ['интернет', 'Нет ИНТЕРНЕТА, интернет пропал', true],
    ['بطيء', 'النت بَطِيء جداً', true],
  ])('%j in %j: %s', (word, text, expected) => {
    expect(has(word, text)).toBe(expected);
  });

  it('that is forbidden keeps the rule from fitting', () => {
    const rule: Rule = { words: ['signal'], notWords: ['thank you'] };
    expect(fits(rule, facts({ text: 'signal is back, Thank You' }))).toBe(false);
    expect(fits(rule, facts({ text: 'no signal, thank' }))).toBe(true);
  });
});

describe('a rule', () => {
  it('holds when every part given holds', () => {
    const rule: Rule = { kinds: ['dm'], languages: ['en', 'pl'], priorities: [0, 1] };
    expect(fits(rule, facts({ kind: 'dm', lang: 'pl', priority: 1 }))).toBe(true);
    expect(fits(rule, facts({ kind: 'dm', lang: 'pl', priority: 2 }))).toBe(false);
    expect(fits(rule, facts({ kind: 'post', lang: 'pl', priority: 1 }))).toBe(false);
  });
  it('without parts fits everything', () => expect(fits({}, facts({ lang: null, text: '' }))).toBe(true));
  it('takes a variety of a language', () => {
    expect(fits({ languages: ['en'] }, facts({ lang: 'en-GB' }))).toBe(true);
    expect(fits({ languages: ['en-GB'] }, facts({ lang: 'en' }))).toBe(false);
    expect(fits({ languages: ['en'] }, facts({ lang: null }))).toBe(false);
  });
  it('says why it fits', () => {
    const rule = { kinds: ['dm', 'post'], words: ['router', 'signal'], notWords: ['thanks'] } as Rule;
    expect(whyFits(rule, facts())).toEqual([
      { part: 'kinds', value: 'post' },
      { part: 'words', value: 'signal' },
    ]);
  });
  it('asks only for what is given', () => {
    const dear: Facts = {
      ...facts(),
      get text(): string {
        throw new Error('nobody asked');
      },
      get customerTags(): never {
        throw new Error('nobody asked');
      },
    };
    expect(compileRules([{ kinds: ['dm'], words: ['x'] }, { kinds: ['post'] }])(dear)).toBe(1);
  });
});

const word = fc.constantFrom('signal', 'bill', 'no signal', '故障', '#outage', 'zasięg', '😡');
const anyRule = fc.record(
  {
    accounts: fc.subarray(['x:account:1', 'x:account:2'], { minLength: 1 }),
    kinds: fc.subarray(['post', 'dm'] as const, { minLength: 1 }),
    words: fc.array(word, { minLength: 1, maxLength: 3 }),
    notWords: fc.array(word, { minLength: 1, maxLength: 2 }),
    languages: fc.subarray(['en', 'pl', 'ja'], { minLength: 1 }),
    customerTags: fc.subarray(['a', 'b'], { minLength: 1 }),
    sentiments: fc.subarray(['negative', 'neutral', 'positive'] as const, { minLength: 1 }),
    priorities: fc.subarray([0, 1, 2, 3] as const, { minLength: 1 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<unknown> as fc.Arbitrary<Rule>;
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  accountId: fc.constantFrom('x:account:1', 'x:account:2'),
  kind: fc.constantFrom('post', 'dm'),
  text: fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.oneof(word, fc.constantFrom('thank', 'the', 'you')), { maxLength: 8 })
      .map((w) => w.join(' ')),
  ),
  lang: fc.constantFrom('en', 'pl', 'en-GB', null),
  customerTags: fc.subarray(['a', 'b', 'c']),
  priority: fc.constantFrom(0, 1, 2, 3),
});

it('is total and deterministic: the first of the rules that fit alone, whatever came before', () => {
  fc.assert(
    fc.property(fc.array(anyRule, { maxLength: 6 }), fc.array(anyFacts, { maxLength: 5 }), (rules, many) => {
      for (const rule of rules) schema.parse(rule);
      const matcher = compileRules(rules);
      for (const one of [...many, ...many]) {
        expect(matcher(one)).toBe(rules.findIndex((rule) => fits(rule, one)));
      }
    }),
    { numRuns: 300 },
  );
});

it('folds alike whatever the case and the normal form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(text.normalize('NFD')).text).toBe(fold(text.normalize('NFC')).text);
    }),
  );
});
