import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { linksIn, measure, postLimit, sign, unsendable, unsigned } from './compose.ts';

const count = (text: string): number => measure('post', text, 'in-reply').used;

describe('counting as the network does', () => {
  it.each([
    ['a plain word', 'word', 4],
    ['a link, however long', 'https://hallam.com/a/very/long/way/to/say/so?little=1', 23],
    ['a link without protocol', 'hallam.com', 23],
    ['two links and a word', 'hallam.com and hallam.co.uk', 51],
    ['what is no link', 'e.g. this.that', 14],
    ['an emoji', '👋', 2],
    ['a family of emoji', '👩‍👩‍👧‍👦', 2],
    ['a flag of letters', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 2],
    ['an emoji newer than the library', '🫩', 2],
    ['letters with marks apart', 'e\u0301e\u0301', 2],
    ['Polish', 'ąęść', 4],
    ['Japanese', '今日は', 6],
    ['Arabic', 'نعتذر', 5],
    ['curly quotes and a dash', '“so” – yes', 10],
    ['line breaks', 'a\n\nb', 4],
  ])('%s', (_name, text, weight) => expect(count(text)).toBe(weight));

  it('leaves out the mentions at the head of an answer, and only there', () => {
    expect(count('@maya @hallam_help Sorry to hear that')).toBe(18);
    expect(count('Sorry @maya')).toBe(11);
    expect(measure('post', '@maya Sorry', 'to-nobody').used).toBe(11);
  });

  it('reserves the signature, once', () => {
    expect(count(sign('x'.repeat(276), 'AB'))).toBe(postLimit);
    expect(measure('post', sign('x'.repeat(277), 'AB')).isTooLong).toBe(true);
    expect(sign(sign('Sorry', 'AB'), 'AB')).toBe('Sorry ^AB');
    expect(unsigned(sign('Sorry', 'AB'), 'AB')).toBe('Sorry');
    expect(unsigned('Sorry ', 'AB')).toBe('Sorry ');
  });

  it('leaves out what would make the network refuse all of it', () => {
    expect(sign('So\uFEFF sorry\uFFFE', 'AB')).toBe('So sorry ^AB');
  });

  it('counts a direct message by code points, links in full', () => {
    expect(measure('dm', '👋 https://hallam.co.uk').used).toBe(22);
    expect(measure('dm', 'x'.repeat(10_001)).isTooLong).toBe(true);
  });
});

/** Its types are of an older version. */
const { parseTweet, configs } = twitter as unknown as {
  parseTweet(text: string, config: object): object;
  configs: Record<'version2', object>;
};

type Counted = { description: string; text: string; expected: { weightedLength: number; valid: boolean } };
type Extracted = { description: string; text: string; expected: string[] };
type Placed = { description: string; text: string; expected: { url: string; indices: [number, number] }[] };

/** The suite twitter-text is published with: test data only, so it is read where it lies. */
const suite = path.resolve(import.meta.dirname, '../../shared/data/twitter-text');
const isThere = existsSync(path.join(suite, 'validate.yml'));
const read = (name: string): Record<string, never[]> => {
  const { load } = createRequire(import.meta.url)('js-yaml') as { load(text: string): unknown };
  const { tests } = load(readFileSync(path.join(suite, name), 'utf8')) as {
    tests: Record<string, never[]>;
  };
  return tests;
};

describe.skipIf(!isThere)(
  'the conformance suite of twitter-text (skipped: ../shared/data is not here)',
  () => {
    const { validate, extract } = isThere
      ? { validate: read('validate.yml'), extract: read('extract.yml') }
      : { validate: {}, extract: {} };
    const of = <T>(cases: Record<string, never[]>, name: string): T[] => cases[name] ?? [];
    const ours = ['WeightedTweetsWithDiscountedEmojiCounterTest', 'UnicodeDirectionalMarkerCounterTest'];

    it('has the cases we think it has', () => {
      if (!isThere) return;
      expect(ours.map((name) => of(validate, name).length)).toEqual([22, 2]);
      expect(of(validate, 'WeightedTweetsCounterTest').length).toBe(20);
      expect(of(extract, 'urls').length).toBe(91);
    });

    it.each(ours.flatMap((name) => of<Counted>(validate, name)))(
      'counts: $description',
      ({ text, expected }) => {
        const { used, isTooLong } = measure('post', text, 'to-nobody');
        const valid = !isTooLong && text.search(unsendable) === -1;
        expect({ used, valid }).toEqual({ used: expected.weightedLength, valid: expected.valid });
      },
    );

    // The rules before emoji were counted as one: not ours, but the same library must still know them.
    it.each(of<Counted>(validate, 'WeightedTweetsCounterTest'))(
      'counted before emoji were one: $description',
      ({ text, expected }) => {
        expect(parseTweet(text, configs.version2)).toMatchObject(expected);
      },
    );

    it.each(of<Extracted>(extract, 'urls'))('finds links: $description', ({ text, expected }) => {
      expect(linksIn(text).map(({ url }) => url)).toEqual(expected);
    });

    it.each(of<Extracted>(extract, 'tco_urls_with_params'))(
      'finds its own: $description',
      ({ text, expected }) => {
        expect(linksIn(text).map(({ url }) => url)).toEqual(expected);
      },
    );

    it.each([
      ...of<Placed>(extract, 'urls_with_indices'),
      ...of<Placed>(extract, 'urls_with_directional_markers'),
    ])('finds where they stand: $description', ({ text, expected }) => {
      expect(linksIn(text)).toEqual(expected);
    });

    it.each(of<Extracted>(extract, 'urls'))('counts each of them 23: $description', ({ text, expected }) => {
      const rest = linksIn(text).reduceRight(
        (left, { indices: [from, to] }) => left.slice(0, from) + left.slice(to),
        text,
      );
      if (linksIn(rest).length > 0) return;
      expect(measure('post', text, 'to-nobody').used).toBe(
        measure('post', rest, 'to-nobody').used + 23 * expected.length,
      );
    });
  },
);
