/** Whether a word can be typed as it is and stay that word: no sign that means something else, no part's name before it. */
export const isWritable = (text: string): boolean =>
  text !== 'OR' && text !== 'AND' && !signs.test(text) && !partLike.test(text);

const signs = /^$|^[-*]|[\s()"“”„‟]|\*$/u;
/** Even of parts there are not: with a colon it would be read with a word of warning. */
const partLike = /^[a-z]{1,20}:(?!\/\/)/iu;

/** A value as it stands behind a colon. */
export const valued = (value: string): string =>
  /[\s()"“”„‟\\]|\*$|^$|^\/\//u.test(value) ? quoted(value) : value;

export const quoted = (text: string): string => `"${text.replaceAll(/["\\]/gu, (sign) => `\\${sign}`)}"`;
