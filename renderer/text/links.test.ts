import { describe, expect, it } from 'vitest';
import { tokens } from './entities.ts';
import { shownLink, withShortLinks } from './links.ts';

describe('a link', () => {
  it('shows the host it truly leads to', () => {
    expect(shownLink('https://www.bücher.example/a')).toBe('xn--bcher-kva.example/a');
    expect(shownLink('https://аррӏе.com/')).toMatch(/^xn--/);
    expect(shownLink('https://x.com@evil.example/login')).toBe('evil.example/login');
  });

  it('is shortened', () => {
    expect(shownLink('https://example.com/a/very/long/path?with=query')).toBe('example.com/a/very/long/pat…');
    expect(withShortLinks('see https://example.com/, or not')).toBe('see example.com, or not');
  });
});

describe('tokens', () => {
  it('keep every character, in order', () => {
    const text = 'Hi @maya, see https://t.co/abc123 about #outage in LS1';
    const all = tokens(text);
    expect(all.map((token) => token.text).join('')).toBe(text);
    expect(all.filter(({ as }) => as !== 'text').map(({ as, text }) => [as, text])).toEqual([
      ['mention', '@maya'],
      ['link', 'https://t.co/abc123'],
      ['hashtag', '#outage'],
    ]);
  });

  it('see no link in a bare word with a dot, nor in script', () => {
    expect(tokens('yes.no javascript:alert(1) <b>x</b>').every(({ as }) => as === 'text')).toBe(true);
  });
});
