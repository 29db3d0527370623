import type { Person } from './rows.ts';

/** Stands where somebody was named who was erased. */
export const inNames = 'erased';

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/**
 * Takes the handles of erased people out of the words of others: where they are addressed (`@maya`), linked to
 * (`x.com/maya`) or searched for (`from:maya`). What else others say stays theirs.
 */
export const createMask = (people: readonly Person[]): { like: string[]; mask(text: string): string } => {
  const handles = people.map(({ handle }) => handle).filter((handle) => handle !== '');
  const any = handles.map(escaped).join('|');
  const pattern = new RegExp(
    String.raw`(@|\b(?:from|to):@?|(?:x|twitter)\.com/)(?:${any})(?![\p{L}\p{N}_])`,
    'giu',
  );
  return {
    like: handles.map((handle) => `%${handle.replaceAll(/[%_\\]/gu, String.raw`\$&`)}%`),
    mask: (text) => (handles.length === 0 ? text : text.replaceAll(pattern, `$1${inNames}`)),
  };
};
