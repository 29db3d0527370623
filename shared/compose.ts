import twitter from 'twitter-text';

/** X's weighted limit for a post (twitter-text v3). */
export const postLimit = 280;
/** X's limit for one direct message, in code points. */
export const directLimit = 10_000;

/** A person signs with two or three capital letters: `^AB` (as CoTweet teams did). */
export const initialsPattern = /^\p{Lu}{2,3}$/u;

/** `Sorry to hear that` → `Sorry to hear that ^AB`; a text that already ends so is left alone. */
export const sign = (text: string, initials: string): string => {
  const signature = `^${initials}`;
  const body = text.trimEnd();
  if (body === '' || body.endsWith(signature)) return body;
  return `${body} ${signature}`;
};

export type Measure = {
  /** Weighted length as the network counts it. */
  used: number;
  limit: number;
  isTooLong: boolean;
};

/**
 * Counts as the network does. A reply's leading mentions are added by the network itself and do not count,
 * so the text handed in is without them.
 */
export const measure = (kind: 'post' | 'dm', text: string): Measure => {
  const used = kind === 'post' ? twitter.parseTweet(text).weightedLength : [...text].length;
  const limit = kind === 'post' ? postLimit : directLimit;
  return { used, limit, isTooLong: used > limit };
};
