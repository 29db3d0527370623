import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { direction, folded, plain } from './plain.ts';

describe('plain', () => {
  it('caps the marks piled on one letter', () => {
    const zalgo = `Z${'\u0310'.repeat(40)}a`;
    expect(plain(zalgo)).toBe(`Z${'\u0310'.repeat(3)}a`);
  });

  it('leaves languages and emoji as they are', () => {
    for (const text of ['ấ', 'بِسْمِ اللَّهِ', 'שָׁלוֹם', 'ที่นี่', 'नमस्ते', '👩‍👩‍👧', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'żółć'.normalize('NFD')]) {
      expect(plain(text)).toBe(text);
    }
  });

  it('drops what draws nothing and what forces an order', () => {
    expect(plain('a\u0000b\u0007c\td\ne\u202ef\u202dg')).toBe('abc\td\nefg');
  });

  it('mends lone surrogates', () => {
    expect(plain('a\ud800b')).toBe('a\ufffdb');
  });

  it('never grows a text, and is done after once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = plain(text);
        expect(once.length).toBeLessThanOrEqual(text.length);
        expect(plain(once)).toBe(once);
      }),
    );
  });

  it('folds white space for one line', () => {
    expect(folded('  a \n\n\n b\t c ')).toBe('a b c');
  });
});

describe('direction', () => {
  it('is that of the writer’s own words, not of the handles, tags and links among them', () => {
    expect(direction('@HallamMobile لا توجد إشارة')).toBe('rtl');
    expect(direction('#outage https://t.co/abc שלום')).toBe('rtl');
    expect(direction('@HallamMobile no signal, قال')).toBe('ltr');
    expect(direction('朝から圏外です')).toBe('ltr');
    expect(direction('@HallamMobile 👍')).toBe('auto');
  });
});
