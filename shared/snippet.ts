import type { Snippet } from './model.ts';

/** What a snippet can leave to be filled in; the rest of the team reads what each means in the editor. */
export const variables = {
  name: 'the customer’s name',
  first: 'their first name',
  handle: 'their handle, with @',
  brand: 'the name of our account',
  me: 'the first name of who writes',
  tag: 'the thread’s first tag',
} as const;
export type Variable = keyof typeof variables;
export type Values = Partial<Record<Variable, string>>;

/** In characters: a snippet is a fact or the beginning of an answer, never a whole one. */
export const longest: Record<Snippet['kind'], number> = { opening: 200, fact: 400 };

/** `{name}`, `{order}`: a word in braces, nothing else. */
const blank = /\{(\p{L}[\p{L}\p{N}_]{0,30})\}/gu;

/** Puts in what is known; a blank nobody can fill stays where it is, to be seen. */
export const fill = (text: string, values: Values): string =>
  text.replace(blank, (whole, name: string) =>
    isVariable(name) && values[name] !== undefined ? values[name] : whole,
  );

/** The blanks still in a text, each once: none of them may reach a customer. */
export const blanksIn = (text: string): string[] => [...new Set(text.match(blank) ?? [])];

/** Why it can't be sent like this, in words; null when nothing is left to fill in. */
export const whyUnfilled = (text: string): string | null => {
  const [first, ...more] = blanksIn(text);
  if (first === undefined) return null;
  const which = [first, ...more].join(' and ');
  return `Not sent: ${which} ${more.length === 0 ? 'is' : 'are'} still to be filled in. Write what belongs there, or take it out.`;
};

/** `Maya Okafor` → `Maya`; undefined when what stands there is no name to call anybody by. */
export const firstName = (name: string): string | undefined => {
  const first = /^[\p{L}\p{M}][\p{L}\p{M}'’-]*/u.exec(name.trim())?.[0];
  return first !== undefined && [...first].length > 1 ? first : undefined;
};

export const isVariable = (name: string): name is Variable => Object.hasOwn(variables, name);
