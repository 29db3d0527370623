import { fitting, type Overrides } from '../../../shared/keys.ts';
import { save } from '../../commands/settings.ts';
import { get } from '../../store/desk.ts';
import { plural } from '../../ui/number.ts';

const name = 'earshot-keys.json';

/** The keys that differ from the delivered ones, as a file. */
export const exportKeys = (): void => {
  const text = JSON.stringify({ earshotKeys: 1, keys: get().settings.keys }, null, 2);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

/** Takes what fits of such a file; in words, what came of it. */
export const importKeys = async (file: File): Promise<string> => {
  const asked = read(await file.text());
  if (!asked) return `${file.name} is no file of keys. Nothing was changed.`;
  const { overrides, left } = fitting(asked);
  const keys = Object.fromEntries(Object.entries(overrides).map(([id, own]) => [id, [...own]]));
  if (!(await save({ keys }))) return 'The keys could not be saved.';
  const taken = `Taken: ${plural(Object.keys(overrides).length, 'command')} with other keys.`;
  return left.length === 0 ? taken : `${taken} Left out, because they can’t be had: ${left.join(', ')}.`;
};

/** Undefined: something else than a file of keys. */
export const read = (text: string): Overrides | undefined => {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || !('keys' in parsed)) return undefined;
    const { keys } = parsed;
    if (typeof keys !== 'object' || keys === null || Array.isArray(keys)) return undefined;
    const lists = Object.entries(keys).filter(
      (entry): entry is [string, string[]] =>
        Array.isArray(entry[1]) && entry[1].every((key) => typeof key === 'string' && key.length <= 40),
    );
    return Object.fromEntries(lists.map(([id, own]) => [id, own.slice(0, 6)]));
  } catch {
    return undefined;
  }
};
