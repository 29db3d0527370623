import { linksIn } from '../compose.ts';

/** The text as it reads without its links: what they stood between closes up. */
export const withoutLinks = (text: string): string =>
  linksIn(text)
    .reduceRight((left, { indices: [from, to] }) => join(left.slice(0, from), left.slice(to)), text)
    .trim();

const join = (before: string, after: string): string => {
  // Brackets around a link alone are part of it.
  const isBracketed = before.endsWith('(') && after.startsWith(')');
  const [head, rest] = isBracketed ? [before.slice(0, -1), after.slice(1)] : [before, after];
  // One gap is enough; a line that held nothing but the link goes with it.
  if (/(?:^|\s)$/u.test(head) && /^\s/u.test(rest)) return head + rest.replace(/^[^\S\n]*\n?|^\s/u, '');
  return head.replace(/[^\S\n]+$/u, '') + rest;
};
