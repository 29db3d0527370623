/**
 * How a text is looked at when something is looked for in it: case, accents and width are folded, what can't be seen is
 * gone, every gap is one space. Marks that carry the vowels of a script (Thai, Hindi) stay. Whatever is indexed is indexed
 * folded by this, so that an index and `matchesSearch` can't disagree.
 */
export const foldText = (text: string): string => {
  const plain = isAscii(text) ? text : text.replaceAll(strangers, foldedAt);
  return plain.toLowerCase().replaceAll(gaps, ' ');
};

/** The same, with where in the typed text each unit of the folded one came from, and at the end where the typed one ends. */
export type Mapped = { text: string; from: readonly number[]; to: readonly number[] };
export const foldMapped = (typed: string): Mapped => {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  for (let index = 0; index < typed.length;) {
    const cluster = clusterAt(typed, index);
    const folded = foldedAt(cluster, index, typed);
    const end = index + cluster.length;
    if (folded !== '' && !(folded === ' ' && text.endsWith(' '))) {
      text += folded;
      for (let unit = 0; unit < folded.length; unit += 1) {
        from.push(index);
        to.push(end);
      }
    }
    index = end;
  }
  return { text, from, to };
};

/** Scripts written without spaces, Korean, whose particles grow onto the word, and emoji: found as a part of a run. */
export const isSpaceless = (text: string): boolean => spaceless.test(text);

/** The words of a folded text, in order, with where each begins; `#` and `@` stay with them. */
export type Token = { text: string; at: number };
export const tokensOf = (folded: string): Token[] =>
  [...folded.matchAll(isAscii(folded) ? asciiToken : anyToken)].map((found) => ({
    text: found[0],
    at: found.index,
  }));

/** A joiner stays where it joins emoji. */
const foldedAt = (cluster: string, index: number, typed: string): string =>
  cluster === joiner && pictures.test(String.fromCodePoint(typed.codePointAt(index + 1) ?? 0))
    ? joiner
    : foldedCluster(cluster);

/** What most texts are made of is told by a glance at the next character: asking the expression costs ten times as much. */
const clusterAt = (typed: string, at: number): string => {
  if (isPlain(typed.charCodeAt(at)) && (at + 1 === typed.length || isPlain(typed.charCodeAt(at + 1)))) {
    return typed.charAt(at);
  }
  clusters.lastIndex = at;
  return clusters.exec(typed)?.[0] ?? typed.charAt(at);
};

/** Latin without marks, kana, the common Chinese characters: neither a mark nor half of anything. */
const isPlain = (code: number): boolean =>
  code < 0x300 ||
  (code >= 0x3041 && code <= 0x3096) ||
  (code >= 0x30a1 && code <= 0x30fa) ||
  (code >= 0x4e00 && code <= 0x9fff);

/** Texts of a desk are made of a few thousand of them. */
const known = new Map<string, string>();
const foldedCluster = (cluster: string): string => {
  const before = known.get(cluster);
  if (before !== undefined) return before;
  const folded = cluster
    .toWellFormed()
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(unseen, '')
    .replaceAll(letters, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC')
    .replaceAll(gaps, ' ');
  if (cluster.length <= 4 && known.size < 20_000) known.set(cluster, folded);
  return folded;
};

const isAscii = (text: string): boolean => !beyondAscii.test(text);

const joiner = '\u200d';
const beyondAscii = /[^\0-\x7f]/;
const gaps = /[\s\0]+/g;
const pictures = /\p{Extended_Pictographic}/u;
// What composes with what stands before it belongs to it: marks, Korean letters, half-width Japanese voice marks.
const clusters = /[\u1100-\u115f][\u1160-\u11a7]+[\u11a8-\u11ff]*|[^\p{M}][\p{M}\uff9e\uff9f]*|\p{M}+/uy;
/** Those of them that are not plain ASCII. */
const strangers =
  /[\u1100-\u115f][\u1160-\u11a7]+[\u11a8-\u11ff]*|[^\p{M}][\p{M}\uff9e\uff9f]+|[^\0-\x7f\p{M}]|\p{M}+/gu;
// Latin, Greek and Cyrillic accents, Hebrew and Arabic vowel signs, the look and the skin of an emoji, and what has no width.
const unseen =
  /[\u0300-\u034e]|[\u034f-\u036f]|[\u0591-\u05c7]|[\u064b-\u0652]|[\u0640\u00ad\u061c]|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|\ufe0e|\ufe0f|\ufeff|[\u{1f3fb}-\u{1f3ff}]/gu;
const letters = /[łøđßæœıðς’ʼ]/g;
const plainLetters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  ς: 'σ',
  '’': "'",
  ʼ: "'",
};

const script =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const spaceless = new RegExp(`[${script}\\p{Extended_Pictographic}\\p{Regional_Indicator}]`, 'u');
const letter = `[[\\p{L}\\p{N}\\p{M}_]--[${script}]]`;
const asciiToken = /(?:[#@](?<![a-z0-9_].))?[a-z0-9_]+/g;
const anyToken = new RegExp(`(?:[#@](?<!${letter}.))?${letter}+`, 'gv');
