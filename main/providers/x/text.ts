const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** X escapes these three and nothing else; once, so that `&amp;lt;` stays what its author typed. */
const unescape = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);

/** No NUL (SQLite's tools stop there) and no half characters (they cannot be stored as UTF-8). */
export const tidy = (text: string): string => text.replaceAll('\0', '').toWellFormed();

export const readText = (raw: string, cap: number): { text: string; isCut: boolean } => {
  const text = tidy(unescape(raw));
  if (text.length <= cap) return { text, isCut: false };
  const end = indexOfCodePoint(text, cap);
  return { text: text.slice(0, end), isCut: end < text.length };
};

const indexOfCodePoint = (text: string, count: number): number => {
  let at = 0;
  for (let i = 0; i < count && at < text.length; i++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
};

export const cutName = (text: string, cap: number): string => readText(text, cap).text;
