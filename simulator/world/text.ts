import twitter from 'twitter-text';
import { hash32 } from '../random.ts';
import type { Link } from './model.ts';

const HANDLE = /(^|[^\w@/])@(\w{1,15})(?![\w@])/g;
const MAYBE_LINK = /\w\.\w/;
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export function handlesIn(text: string): string[] {
  return [...text.matchAll(HANDLE)].map((match) => match[2] as string);
}

/** The network replaces every link by its own short one, whatever its length; the target goes into the entities. */
export function shortenLinks(text: string, salt: string): { text: string; links: Link[] } {
  if (!MAYBE_LINK.test(text)) return { text, links: [] };
  const links: Link[] = [];
  let shortened = '';
  let from = 0;
  for (const { url, indices } of twitter.extractUrlsWithIndices(text)) {
    const isShort = /^https?:\/\/t\.co\//.test(url);
    const short = isShort ? url : `https://t.co/${shortCode(`${salt}/${url}`)}`;
    links.push({ short, target: isShort ? `https://example.com/${url.slice(-10)}` : withProtocol(url) });
    shortened += text.slice(from, indices[0]) + short;
    from = indices[1];
  }
  return { text: shortened + text.slice(from), links };
}

export function weightedLength(text: string): number {
  return twitter.parseTweet(text).weightedLength;
}

/** What the API puts into `text`: these three are entities there, and nothing else is. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function unescapeText(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function withProtocol(url: string): string {
  return /^https?:\/\//i.test(url) ? url : `http://${url}`;
}

function shortCode(text: string): string {
  let code = '';
  for (let at = 0; at < 10; at += 1) code += ALPHABET[hash32(`${text}${at}`) % ALPHABET.length];
  return code;
}
