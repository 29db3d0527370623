import { isJson, parseJson } from './json.ts';

/** What X says about a refusal, in either of its two shapes (RFC 7807, or the older list of codes). */
export type Problem = {
  /** The last part of `type`; the host in front of it varies. */
  type: string;
  /** The sentence meant for people. */
  detail: string;
  codes: readonly number[];
};

export const problemOf = (body: string): Problem => {
  const json = parseJson(body);
  if (!isJson(json)) return { type: '', detail: '', codes: [] };
  const errors: unknown[] = Array.isArray(json['errors']) ? json['errors'] : [];
  const entries = [json, ...errors.filter(isJson)];
  return {
    type: wordIn(entries, 'type').split(/[/#]/).at(-1) ?? '',
    // The entries of `errors` are the more exact: the detail above them says only that a parameter was wrong.
    detail: (
      wordIn(entries.slice(1), 'message') ||
      wordIn(entries, 'detail') ||
      wordIn(entries, 'title')
    ).slice(0, 300),
    codes: entries.flatMap(({ code }) => (typeof code === 'number' ? [code] : [])),
  };
};

const wordIn = (entries: readonly { readonly [key: string]: unknown }[], key: string): string => {
  for (const entry of entries) {
    const value = entry[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return '';
};
