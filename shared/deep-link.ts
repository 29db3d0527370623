import { e164Pattern } from './phone-mask.ts';

/** What a telephone system asked of us: somebody is calling from this number. E.164, or digits as they are dialled at home. */
export type CallLink = { from: string };

const linkCap = 200;
const national = /^\d{3,20}$/u;

/**
 * `earshot://call?from=%2B441134960017` → `{ from: '+441134960017' }`; null for everything else. Whoever can make a browser
 * or a program open a link can write one, so there is one action, one parameter, and nothing but digits in it. Never throws.
 */
export const parseDeepLink = (link: string): CallLink | null => {
  if (link.length > linkCap || !/^earshot:\/\/call\/?\?from=/u.test(link)) return null;
  const value = link.slice(link.indexOf('=') + 1);
  // A plus that was not escaped is a plus all the same: telephone systems paste the number in as it is.
  const from = value.replace(/^(?:%2B|%2b)/u, '+');
  return e164Pattern.test(from) || national.test(from) ? { from } : null;
};

/** The link among the words of a command line; systems put it last, Chromium puts its own switches anywhere. */
export const deepLinkIn = (words: readonly string[]): CallLink | null => {
  const link = words.findLast((word) => word.startsWith('earshot:'));
  return link === undefined ? null : parseDeepLink(link);
};
