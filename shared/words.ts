import { fold, isSpaceless, type Folded } from './fold.ts';

/**
 * Looks for many words and phrases in one text at the price of reading it once. `at` is the place of the first word of
 * the hit; null for what is looked for as a part of the text (scripts without spaces, emoji, signs).
 */
export type Words = (folded: Folded, hit: (id: number, at: number | null) => void) => void;

/** Words are told by their place in this list. */
export const createWords = (sought: readonly string[]): Words => {
  const phrases = new Map<string, Phrase[]>();
  const parts = new Map<number, Part[]>();
  for (const [id, text] of sought.entries()) {
    const folded = fold(text);
    const [first, ...rest] = folded.raw;
    if (first !== undefined && !isSpaceless(folded.text)) addTo(phrases, first, { id, rest });
    else {
      const part = folded.text.trim();
      if (part !== '') addTo(parts, part.charCodeAt(0), { id, text: part });
    }
  }

  // Most characters of most texts begin nothing: asking a table is cheaper than asking the map.
  const begins = new Uint8Array(parts.size > 0 ? 0x1_0000 : 0);
  for (const code of parts.keys()) begins[code] = 1;

  const inWords = ({ raw, plain }: Folded, hit: (id: number, at: number) => void): void => {
    for (let at = 0; at < raw.length; at += 1) {
      const as = raw[at] ?? '';
      const word = plain[at] ?? '';
      tell(phrases.get(as), at);
      if (word !== as) tell(phrases.get(word), at);
    }
    function tell(some: readonly Phrase[] | undefined, at: number): void {
      if (!some) return;
      for (const { id, rest } of some) {
        if (rest.every((word, more) => raw[at + 1 + more] === word || plain[at + 1 + more] === word))
          hit(id, at);
      }
    }
  };

  const inText = ({ text }: Folded, hit: (id: number, at: null) => void): void => {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (begins[code] === 0) continue;
      for (const part of parts.get(code) ?? []) {
        if (text.startsWith(part.text, at) && isWhole(text, at, part.text)) hit(part.id, null);
      }
    }
  };

  return (folded, hit) => {
    if (phrases.size > 0) inWords(folded, hit);
    if (parts.size > 0) inText(folded, hit);
  };
};

type Phrase = { id: number; rest: readonly string[] };
type Part = { id: number; text: string };

const joiner = '\u200d';

/** A part of an emoji is another emoji: a technician is not a woman. */
const isWhole = (text: string, at: number, part: string): boolean =>
  text.charAt(at - 1) !== joiner && text.charAt(at + part.length) !== joiner;

const addTo = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};
