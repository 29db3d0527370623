import { fieldNames, type FieldName } from './query.ts';

/** A piece of what was typed; `from`–`to` in UTF-16 units. */
export type Token = Sign | Term;
export type Sign = { kind: 'open' | 'close' | 'not' | 'or' | 'and'; from: number; to: number };
/** A word, a phrase, or a part with its value. */
export type Term = {
  kind: 'term';
  from: number;
  to: number;
  /** What stands before the colon, in lower case; null: no colon, or quotes around it all. */
  name: FieldName | null;
  /** Something like a part, which there is not. */
  strange: string | null;
  text: string;
  /** Where the text begins, past the name. */
  textFrom: number;
  isQuoted: boolean;
  /** The quote has an end. */
  isClosed: boolean;
  isPrefix: boolean;
};

/** Reads the text once, from left to right. Brackets that were not opened are part of words: `:)`. */
export function* scan(text: string): Generator<Token, void> {
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (isGap(char)) {
      at += 1;
      continue;
    }
    let token: Token;
    if (char === '(') token = { kind: 'open', from: at, to: at + 1 };
    else if (char === ')' && depth > 0) token = { kind: 'close', from: at, to: at + 1 };
    else if (char === '-') token = { kind: 'not', from: at, to: at + 1 };
    else token = termAt(text, at, depth > 0);
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth -= 1;
    yield token;
    at = token.to;
  }
}

/** Between these quotes everything but the quote and the backslash means itself. */
export const isOpening = (char: string): boolean => char !== '' && '"“„”‟'.includes(char);

export const isGap = (char: string): boolean => /\s/u.test(char);

const termAt = (text: string, from: number, isInside: boolean): Token => {
  const head = nameAt(text, from);
  const isPart = head !== null && !text.startsWith('//', from + head.length + 1);
  const name = isPart ? (fieldNames.find((one) => one === head.toLowerCase()) ?? null) : null;
  const valueFrom = isPart ? from + head.length + 1 : from;
  const isQuoted = isOpening(text.charAt(valueFrom));
  const textFrom = name === null && !isQuoted ? from : valueFrom;
  const value = isQuoted ? quotedAt(text, valueFrom) : bareAt(text, textFrom, isInside);
  if (value.to === from + 2 && value.text === 'OR') return { kind: 'or', from, to: value.to };
  if (value.to === from + 3 && value.text === 'AND') return { kind: 'and', from, to: value.to };
  const strange = isPart && name === null ? head : null;
  // What is no part is looked for as it stands, its quotes apart.
  const whole = strange !== null && isQuoted ? `${strange}:${value.text}` : value.text;
  return { kind: 'term', from, name, strange, textFrom, isQuoted, ...value, text: whole };
};

type Value = Pick<Term, 'to' | 'text' | 'isClosed' | 'isPrefix'>;

/** Names are short: whatever is longer is a word with a colon in it. */
const nameAt = (text: string, from: number): string | null =>
  /^[a-z]{1,20}(?=:)/iu.exec(text.slice(from, from + 21))?.[0] ?? null;

const quotedAt = (text: string, from: number): Value => {
  // A typewriter's quote is ended by itself alone, so that it can hold the others.
  const ends = text.charAt(from) === '"' ? '"' : '"“”‟';
  let read = '';
  let at = from + 1;
  while (at < text.length && !ends.includes(text.charAt(at))) {
    if (text.charAt(at) === '\\' && '"\\'.includes(text.charAt(at + 1) || ' ')) at += 1;
    read += text.charAt(at);
    at += 1;
  }
  if (at >= text.length) return { to: text.length, text: read, isClosed: false, isPrefix: false };
  const isPrefix = text.charAt(at + 1) === '*';
  return { to: at + (isPrefix ? 2 : 1), text: read, isClosed: true, isPrefix };
};

const bareAt = (text: string, from: number, isInside: boolean): Value => {
  const ends = (char: string): boolean => isGap(char) || (isInside && char === ')');
  let to = from;
  while (to < text.length && !ends(text.charAt(to))) to += 1;
  const run = text.slice(from, to);
  const bare = run.replace(/\*{1,100}$/u, '');
  const isPrefix = bare !== '' && bare !== run;
  return { to, text: isPrefix ? bare : run, isClosed: true, isPrefix };
};
