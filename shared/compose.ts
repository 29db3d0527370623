import twitter from 'twitter-text';

/** X's weighted limit for a post (twitter-text v3). */
export const postLimit = 280;
/** X's limit for one direct message, in code points. */
export const directLimit = 10_000;

/** A person signs with two or three capital letters: `^AB` (as CoTweet teams did). */
export const initialsPattern = /^\p{Lu}{2,3}$/u;

/** X refuses a whole text for one of these. They have no looks and mean nothing, so they are left out. */
export const unsendable = /[\uFEFF\uFFFE\uFFFF]/gu;

/** `Sorry to hear that` → `Sorry to hear that ^AB`; a text that already ends so is left alone. */
export const sign = (text: string, initials: string): string => {
  const signature = `^${initials}`;
  const body = text.replace(unsendable, '').trimEnd();
  if (body === '' || body.endsWith(signature)) return body;
  return `${body} ${signature}`;
};

/** The text as its author typed it. */
export const unsigned = (text: string, initials: string): string => {
  const signature = `^${initials}`;
  const body = text.trimEnd();
  return body.endsWith(signature) ? body.slice(0, -signature.length).trimEnd() : text;
};

export type Measure = {
  /** Weighted length as the network counts it. */
  used: number;
  limit: number;
  isTooLong: boolean;
};

/** Whether a post answers one: the mentions at its head are then the network's business. */
export type Said = 'in-reply' | 'to-nobody';

/**
 * Counts as the network does: links 23, an emoji 2, composed letters one. The mentions at the head of an answer name whom it
 * goes to; they do not count.
 */
export const measure = (kind: 'post' | 'dm', text: string, said: Said = 'to-nobody'): Measure => {
  const used = kind === 'post' ? weigh(said === 'in-reply' ? afterMentions(text) : text) : lengthOf(text);
  const limit = kind === 'post' ? postLimit : directLimit;
  return { used, limit, isTooLong: used > limit };
};

/** What the network makes a link of, with protocol or without: these make a post dearer. */
export const linksIn = (text: string): { url: string; indices: [number, number] }[] =>
  twitter.extractUrlsWithIndices(text);

const weigh = (text: string): number => twitter.parseTweet(text).weightedLength;

const lengthOf = (text: string): number => [...text].length;

const afterMentions = (text: string): string => text.replace(/^\s*(?:[@＠]\w{1,20}\s+)+/u, '');
