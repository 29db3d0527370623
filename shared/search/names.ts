import { foldText } from './fold.ts';
import { isIn, soughtIn } from './sought.ts';

/** Somebody or something with a name people type: an identity, an account, a colleague, a tag. */
export type Named = {
  /** As the desk or the network keeps it: `x:user:123`, or a UUID. */
  id: string;
  name: string;
  /** What is unique about it: a handle, or initials; null where there is only the name. */
  handle: string | null;
};

/**
 * Whether a typed value means it: its id (or the network's part of it), its handle with or without `@`, or words of its
 * name, in order. Case and accents do not count.
 */
export const isNamed = (value: string, { id, name, handle }: Named): boolean => {
  const typed = bare(value);
  if (typed === '') return false;
  if (bare(id) === typed || bare(id).endsWith(`:${typed}`)) return true;
  if (handle !== null && bare(handle) === typed) return true;
  if (value.trim().startsWith('@')) return false;
  const sought = soughtIn(value, false);
  return sought !== null && isIn(foldText(name), sought);
};

const bare = (text: string): string => foldText(text).trim().replace(/^@/u, '');
