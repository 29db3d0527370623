import type { z } from 'zod';
import type { Unreadable } from '../provider.ts';
import { isJson } from './json.ts';
import { id } from './schema.ts';

const rawCap = 64 * 1024;

export const unreadable = (raw: unknown, reason: string): Unreadable => ({
  remoteId: isJson(raw) ? (id.safeParse(raw['id']).data ?? null) : null,
  reason,
  raw: asText(raw),
});

/** `created_at, text`: the first few parts that were missing or odd. */
export const whyNot = (what: string, { issues }: z.ZodError): string => {
  const parts = [...new Set(issues.map(({ path }) => path.join('.')))]
    .filter((part) => part !== '')
    .slice(0, 5);
  return parts.length === 0 ? `${what} that is none.` : `${what} without a readable ${parts.join(', ')}.`;
};

const asText = (raw: unknown): string => {
  try {
    // Well-formed: a lone surrogate stays written out by JSON, but the cut may part a pair.
    return (JSON.stringify(raw) ?? '').slice(0, rawCap).toWellFormed();
  } catch {
    return '"(nested too deeply to be kept)"';
  }
};
