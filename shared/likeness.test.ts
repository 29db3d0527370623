import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alikeFrom,
  commonOf,
  isComparable,
  leastWords,
  likeness,
  likenessOf,
  nothingCommon,
  printOf,
} from './likeness.ts';

const words = fc
  .array(
    fc.constantFrom('signal', 'bill', 'Leeds', 'we', 'look', 'into', 'it', 'mast', '電', '波', 'ลอง', '👋'),
    {
      maxLength: 30,
    },
  )
  .map((all) => all.join(' '));
const anyText = fc.oneof(words, fc.string(), fc.string({ unit: 'grapheme' }));
const commons = fc.array(words, { maxLength: 3 }).map(commonOf);

describe('likeness', () => {
  it('is symmetric, between 0 and 1, and 1 for the same words', () => {
    fc.assert(
      fc.property(anyText, anyText, commons, (a, b, common) => {
        const there = likeness(a, b, common);
        expect(there).toBeCloseTo(likeness(b, a, common), 10);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
        const print = printOf(a, common);
        if (print.total > 0) expect(likenessOf(print, print)).toBeCloseTo(1, 10);
      }),
    );
  });

  it('is 0 for texts without a run in common', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 2 }), (numbers) => {
        const a = numbers.map((n) => `a${n}`).join(' ');
        const b = numbers.map((n) => `b${n}`).join(' ');
        expect(likeness(a, b)).toBe(0);
      }),
    );
  });

  it('does not fall for another handle, link, signature, case or pair of quotes', () => {
    const a = '@maya We’re sorry, the mast in Leeds is down. Details: https://hallam.example/1 ^AB';
    const b = "@omar we're SORRY, the mast in Leeds is down! Details: https://hallam.example/2 -Becky";
    expect(likeness(a, b)).toBe(1);
  });

  it('sees through a changed name, and not through an answer of one’s own', () => {
    const boiler = (name: string): string =>
      `Hi ${name}, sorry to hear about this. Please send us your account number and we will look into it right away.`;
    expect(likeness(boiler('Maya'), boiler('Omar'))).toBeGreaterThan(alikeFrom);
    const own =
      'Hi Omar, the mast at Meanwood lost power at six; the crew is there now and expects it back by noon.';
    expect(likeness(boiler('Maya'), own)).toBeLessThan(0.2);
  });

  it('compares what is written without spaces', () => {
    const a = 'ご不便をおかけして申し訳ございません。すぐに確認いたします。';
    expect(likeness(a, `${a} ^AB`)).toBe(1);
    expect(likeness(a, '本日午後三時に復旧する見込みです。もう少しお待ちください。')).toBeLessThan(0.3);
    expect(isComparable(printOf(a))).toBe(true);
    const thai = 'ขออภัยในความไม่สะดวก เรากำลังตรวจสอบให้ทันที';
    expect(likeness(thai, thai)).toBe(1);
    expect(isComparable(printOf(thai))).toBe(true);
  });

  it('leaves short texts alone', () => {
    for (const text of [
      'Thank you! ^AB',
      'Sent you a DM',
      '👍',
      '',
      'Sorry Maya, fixed now',
      'ありがとうございます',
    ]) {
      expect(isComparable(printOf(text)), text).toBe(false);
    }
    expect(leastWords).toBe(8);
  });

  it('lets a fact be repeated word for word', () => {
    const fact = 'The mast TX114 at Meanwood lost power at 6 am; the crew expects it back by noon today.';
    const common = commonOf([fact]);
    const a = `Hi Maya, thank you for telling us where you are. ${fact} I will write to you again then.`;
    const b = `Omar, I see that your line is on the same one. ${fact} May I call you this afternoon?`;
    expect(likeness(a, b, common)).toBeLessThan(alikeFrom / 2);
    expect(likeness(a, b, nothingCommon)).toBeGreaterThan(likeness(a, b, common));
    expect(isComparable(printOf(fact, common))).toBe(false);
    // The rest still counts.
    expect(likeness(a, a.replace('Maya', 'Iris'), common)).toBeGreaterThan(alikeFrom);
  });
});

/** Real conversations; private to this machine, so they may be missing. */
const corpus = path.resolve(import.meta.dirname, '../../shared/data/care-tweets.csv');

describe.skipIf(!existsSync(corpus))('among the answers of real care teams', () => {
  it('flags some, and far from most', () => {
    // Enough of a reader for this file: the answers are the rows that are not inbound.
    const answers = [
      ...readFileSync(corpus, 'utf8').matchAll(/^\d+,(\w+),False,[^,]*,("(?:[^"]|"")*"|[^,\n]*),/gmu),
    ];
    const byBrand = Map.groupBy(answers, ([, brand]) => brand);
    let flagged = 0;
    for (const [, rows] of byBrand) {
      const prints = rows.map(([, , text = '']) =>
        printOf(text.replace(/^"|"$/gu, '').replaceAll('""', '"')),
      );
      prints.forEach((print, at) => {
        const earlier = prints.slice(Math.max(0, at - 200), at).filter(isComparable);
        if (isComparable(print) && earlier.some((one) => likenessOf(print, one) >= alikeFrom)) flagged += 1;
      });
    }
    expect(answers.length).toBeGreaterThan(2000);
    // 5 % when this was written: they are the pasted ones.
    expect(flagged / answers.length).toBeGreaterThan(0.02);
    expect(flagged / answers.length).toBeLessThan(0.1);
  });
});
