/**
 * A text as words are looked for in it: case, diacritics, width and skin tones folded, links left out. `@name` stays one
 * word and is no other; `#tag` is the word `tag` as well. Marks that carry the vowels of a script (Thai, Hindi) stay.
 */
export type Folded = {
  text: string;
  /** Words of scripts that have spaces between them, in order; `#` and `@` still before them. */
  raw: readonly string[];
  /** The same without `#`. */
  plain: readonly string[];
};

export const fold = (text: string): Folded => {
  const bare = withoutLinks(text).toLowerCase();
  const isPlain = !beyondAscii.test(bare);
  const folded = isPlain ? bare : withoutAccents(bare);
  const raw = folded.match(isPlain ? asciiWord : anyWord) ?? [];
  const plain = folded.includes('#') ? raw.map((word) => (word.startsWith('#') ? word.slice(1) : word)) : raw;
  return { text: folded, raw, plain };
};

/** Scripts written without spaces, and Korean, whose particles grow onto the word: what is looked for may be part of a run. */
export const isSpaceless = (text: string): boolean => spaceless.test(text);

const withoutLinks = (text: string): string => (text.includes('://') ? text.replaceAll(link, ' ') : text);

const withoutAccents = (lower: string): string =>
  lower
    .normalize('NFKD')
    .replaceAll(diacritics, '')
    .replaceAll(letters, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC');

const beyondAscii = /[^\0-\x7f]/;
const link = /\bhttps?:\/\/\S+/gi;
// Latin, Greek and Cyrillic accents, Hebrew and Arabic vowel signs, the look of an emoji. Not \p{M}: Thai would lose vowels.
const diacritics =
  /[\u0300-\u036f]|[\u0591-\u05c7]|[\u064b-\u0652\u0640]|\ufe0e|\ufe0f|[\u{1f3fb}-\u{1f3ff}]/gu;
const letters = /[łøđßæœıð’ʼ]/g;
const plainLetters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  '’': "'",
  ʼ: "'",
};

const script =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const spaceless = new RegExp(`[${script}]`, 'u');
const asciiWord = /(?:[#@](?<![a-z0-9_].))?[a-z0-9_]+/g;
const letter = `[[\\p{L}\\p{N}\\p{M}_]--[${script}]]`;
const anyWord = new RegExp(`(?:[#@](?<!${letter}.))?${letter}+`, 'gv');
