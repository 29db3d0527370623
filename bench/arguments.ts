import { parseArgs } from 'node:util';

const parts = ['desk', 'accounts', 'window', 'search', 'import', 'export'] as const;
export type Part = (typeof parts)[number];

/**
 * `--short` for every push; `--missed` for what missed a budget the last time; `--only=search,import` and `--messages=N` (of
 * everything) for a look.
 */
export type Asked = { isShort: boolean; only: readonly Part[]; messages: number | null };

export const readArguments = (args: readonly string[], missed: () => readonly string[] = () => []): Asked => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ short: { type: 'boolean' }, missed: { type: 'boolean' } },
      ...{ only: { type: 'string' }, messages: { type: 'string' } },
    },
  });
  const messages = values.messages === undefined ? null : Number(values.messages);
  if (messages !== null && !(Number.isInteger(messages) && messages > 0))
    throw new Error('--messages is a number.');
  const again = values.missed ? missed() : [];
  const only = values.only?.split(',') ?? (again.length > 0 ? again : parts);
  if (!only.every(isPart)) throw new Error(`--only is of ${parts.join(', ')}.`);
  return { isShort: values.short ?? false, only, messages };
};

const isPart = (name: string): name is Part => parts.some((part) => part === name);
