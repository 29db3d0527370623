import { parseArgs } from 'node:util';

export const parts = ['core', 'window'] as const;
export type Part = (typeof parts)[number];

/** `--short` for every push; `--only=core` or `--only=window` while working on one of them; `--messages=N` for a look. */
export type Asked = { isShort: boolean; only: readonly Part[]; messages: number | null };

export const readArguments = (args: readonly string[]): Asked => {
  const { values } = parseArgs({
    args: [...args],
    options: { short: { type: 'boolean' }, only: { type: 'string' }, messages: { type: 'string' } },
  });
  const only = parts.filter((part) => values.only === undefined || values.only === part);
  if (only.length === 0) throw new Error(`--only is ${parts.join(' or ')}`);
  return {
    isShort: values.short ?? false,
    only,
    messages: values.messages === undefined ? null : Number(values.messages),
  };
};
