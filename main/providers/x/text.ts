const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** X escapes these three and nothing else; once, so that `&amp;lt;` stays what its author typed. */
const unescape = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);

/** No NUL (SQLite's tools stop there) and no half characters (they cannot be stored as UTF-8). */
const tidy = (text: string): string => text.replaceAll('\0', '').toWellFormed();

export const readText = (raw: string, cap: number): { text: string; isCut: boolean } => {
  // Megabytes are not worked through for the sake of their beginning: no character is written longer than `&amp;`.
  const head = raw.slice(0, Math.max(1000, cap * 10));
  const text = tidy(unescape(head));
  const end = text.length <= cap ? text.length : indexOfCodePoint(text, cap);
  return { text: text.slice(0, end), isCut: end < text.length || head.length < raw.length };
};

const indexOfCodePoint = (text: string, count: number): number => {
  let at = 0;
  for (let i = 0; i < count && at < text.length; i++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
};

export const cutName = (text: string, cap: number): string => readText(text, cap).text;
