import { textCap } from '../../../shared/api/request.ts';

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** X escapes these three and nothing else, and so do files that were made from it. */
const unescape = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:amp|lt|gt);/gu, (entity) => entities[entity] ?? entity) : text;

/** As a text may be stored: no NUL, no half characters, and not longer than what an agent could type. */
export const storable = (raw: string): { text: string; isCut: boolean } => {
  const head = raw.length > textCap * 10 ? raw.slice(0, textCap * 10) : raw;
  const text = unescape(head).replaceAll('\0', '').toWellFormed();
  if (text.length <= textCap) return { text, isCut: head.length < raw.length };
  const half = /[\uD800-\uDBFF]/u.test(text.charAt(textCap - 1)) ? 1 : 0;
  return { text: text.slice(0, textCap - half), isCut: true };
};

export const nameOf = (raw: string): string => storable(raw).text.trim().slice(0, 200);
