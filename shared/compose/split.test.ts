import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksIn, measure, sign } from '../compose.ts';
import { partsCap, split } from './split.ts';

const initials = 'AB';
const bare = (text: string): string => text.replace(/\s+/gu, '');
const unnumbered = (part: string): string => part.replace(/ \d+\/\d+$/u, '');
const cutOf = (text: string) => split({ kind: 'post', text, initials, said: 'in-reply' });

const word = fc.oneof(
  { weight: 12, arbitrary: fc.stringMatching(/^[a-zA-Zéßпроба]{1,14}[.,!?]?$/u) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('https://example.com/a/b?c=d', 'www.hallam.example', 'hallam.co.uk/faults.'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '👍🏽👍🏽', 'e\u0301e\u0301', '@maya', '#outage', '1/3', '^AB'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '今日はインターネットが使えません。',
      'ขอโทษด้วยนะครับ',
      'نعتذر',
      'สวัสดี。「はい」',
    ),
  },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z]{281,600}$/u) },
);
const gap = fc.constantFrom(' ', ' ', ' ', ' ', '  ', '\n', '\n\n');
const texts = fc
  .array(fc.tuple(word, gap), { minLength: 1, maxLength: 160 })
  .map((words) => words.flat().join('').trimEnd());

describe('a long answer as a chain', () => {
  it('leaves what fits as it is', () => {
    expect(cutOf('So sorry, Maya')).toEqual({ parts: ['So sorry, Maya'], cuts: [], isTooLong: false });
    const full = 'x'.repeat(276);
    expect(cutOf(full).parts).toEqual([full]);
    expect(cutOf(`${full}x`).parts).toHaveLength(2);
  });

  it('has no part too long, with its number and the signature on the last', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { parts, isTooLong } = cutOf(text);
        if (isTooLong) return expect(parts.length).toBeGreaterThan(partsCap);
        for (const [at, part] of parts.entries()) {
          const sent = at === parts.length - 1 ? sign(part, initials) : part;
          expect(measure('post', sent, at === 0 ? 'in-reply' : 'to-nobody').isTooLong).toBe(false);
          if (parts.length > 1) expect(part.endsWith(` ${at + 1}/${parts.length}`)).toBe(true);
        }
      }),
    );
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { parts, isTooLong } = cutOf(text);
        if (isTooLong || parts.length === 1) return;
        const signed = /\s?\^AB$/u;
        expect(bare(parts.map(unnumbered).join(' '))).toBe(bare(text.trimEnd().replace(signed, '')));
      }),
    );
  });

  it('never cuts a link, a grapheme, nor a word that fits into a post', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { cuts } = cutOf(text);
        const graphemes = new Set([...new Intl.Segmenter('und').segment(text)].map(({ index }) => index));
        const links = linksIn(text).map(({ indices }) => indices);
        for (const cut of cuts) {
          expect(graphemes.has(cut)).toBe(true);
          expect(links.some(([from, to]) => from < cut && cut < to)).toBe(false);
          const isInWord = /[a-zéßпроба]/iu.test(text[cut - 1] ?? ' ') && /\p{L}/u.test(text[cut] ?? ' ');
          if (!isInWord) continue;
          const [token = ''] = /\S*$/u.exec(text.slice(0, cut)) ?? [];
          const [rest = ''] = /^\S*/u.exec(text.slice(cut)) ?? [];
          expect(measure('post', `${token}${rest} 25/25 ^AB`, 'to-nobody').isTooLong).toBe(true);
        }
      }),
    );
  });

  it('keeps its cuts while one types on at the end', () => {
    fc.assert(
      fc.property(texts, word, gap, (text, more, space) => {
        const before = cutOf(text);
        const after = cutOf(text + space + more);
        if (before.isTooLong || after.isTooLong || text.endsWith('^AB')) return;
        // The word being typed may go into the next post as a whole; nothing above it moves.
        const [last = ''] = /\S+\s*$/u.exec(text) ?? [];
        const settled = before.cuts.filter((cut) => cut < text.length - last.length);
        expect(after.cuts.slice(0, settled.length)).toEqual(settled);
      }),
    );
  });

  it('cuts after a sentence that ends near enough, and at a paragraph', () => {
    const sentence = `${'word '.repeat(48)}end.`;
    expect(cutOf(`${sentence} ${'more '.repeat(20)}`).parts[0]).toBe(`${sentence} 1/2`);
    const paragraph = `${'word '.repeat(45)}end`;
    expect(cutOf(`${paragraph}\n\n${'more '.repeat(20)}`).parts[0]).toBe(`${paragraph} 1/2`);
  });

  it('cuts Japanese between words, and fills the posts', () => {
    const text = '今日はインターネットが使えませんと言われましたのでもう一度お試しください'.repeat(8);
    const { parts } = cutOf(text);
    expect(parts.length).toBe(Math.ceil((text.length * 2) / 260));
    expect(bare(parts.map(unnumbered).join(''))).toBe(text);
  });

  it('breaks a word only where it alone is too long', () => {
    const { parts } = cutOf(`Hello ${'x'.repeat(400)} there`);
    expect(parts[0]).toBe('Hello 1/3');
    expect(parts[2]).toMatch(/^x+ there 3\/3$/u);
  });

  it('takes a signature typed by hand for the one it will put there', () => {
    const { parts } = cutOf(`${'word '.repeat(100)}^AB`);
    expect(parts.join(' ')).not.toContain('^AB');
  });

  it('says when it would be a letter, however long', () => {
    expect(cutOf('word '.repeat(40_000)).isTooLong).toBe(true);
  });

  it('leaves a direct message whole up to its own limit', () => {
    expect(split({ kind: 'dm', text: 'x '.repeat(2000), initials }).parts).toHaveLength(1);
    expect(split({ kind: 'dm', text: 'word '.repeat(2400), initials }).parts).toHaveLength(2);
  });
});
