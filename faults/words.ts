import type { Random } from '../simulator/random.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
/** Ends every word of a customer: an index of words cuts them in front, where they are alike, never here. */
const ending = 'qzx';
/** So many letters before the ending tell a word from all others. */
const telling = 8;

/** A word that stands nowhere else: where it is found, what a customer said is found. */
export const newWord = (random: Random): string =>
  Array.from({ length: telling + 4 }, () => random.pick(letters)).join('') + ending;

/** By how each such word in some bytes ends. */
export const wordsIn = (bytes: Buffer): Set<string> =>
  new Set(bytes.toString('latin1').match(new RegExp(`[a-z]{${telling}}${ending}`, 'gu')));
