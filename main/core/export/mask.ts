import { createHash } from 'node:crypto';
import { maskNumbers } from '../../../shared/phone.ts';

/** How people are told of in one export: as they are, or so that nobody learns who they were. */
export type People = {
  isMasked: boolean;
  /** Without the @. */
  handle(identity: { id: string; handle: string }): string;
  name(identity: { id: string; name: string }): string;
  /** What somebody wrote. @param about the names of its customer, as far as they might be called by them. */
  text(text: string, about: readonly string[]): string;
};

export const asTheyAre: People = {
  isMasked: false,
  handle: ({ handle }) => handle,
  name: ({ name }) => name,
  text: (text) => text,
};

/**
 * Everybody but the brands and the team gets a name of this export alone, the same throughout. In texts handles, mail
 * addresses, numbers and the customer's own names are covered; what else they tell of themselves stays.
 */
export const masked = (salt: string, brands: ReadonlyMap<string, string>, country: string): People => {
  const alias = (id: string): string =>
    createHash('sha256').update(`${salt} ${id}`).digest('hex').slice(0, 6);
  const handles = new Set([...brands.values()].map((handle) => handle.toLowerCase()));
  return {
    isMasked: true,
    handle: ({ id, handle }) => (brands.has(id) ? handle : `customer-${alias(id)}`),
    name: ({ id, name }) => (brands.has(id) ? name : `Customer ${alias(id)}`),
    text(text, about) {
      const withoutMail = text.replaceAll(/[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".,;:!?]+/gu, '•••@•••');
      const withoutHandles = withoutMail.replaceAll(/@(\w{1,30})/gu, (whole, handle: string) =>
        handles.has(handle.toLowerCase()) ? whole : '@•••',
      );
      const withoutNumbers = maskNumbers(withoutHandles, country);
      const words = about.flatMap((name) => name.split(/[^\p{L}\p{M}\p{N}_]+/u)).filter(isName);
      return words.length === 0 ? withoutNumbers : withoutNumbers.replaceAll(anyOf(words), '•••');
    },
  };
};

/** Shorter ones are words of every language. */
const isName = (word: string): boolean => [...word].length >= 3;

const anyOf = (words: readonly string[]): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:${words.map((word) => word.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)).join('|')})(?![\\p{L}\\p{N}_])`,
    'giu',
  );
