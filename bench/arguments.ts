import { parseArgs } from 'node:util';

/** `--short` for every push; `--core` leaves the window out and `--messages=N` takes another size, for a look. */
export type Asked = { isShort: boolean; isCoreOnly: boolean; messages: number | null };

export const readArguments = (args: readonly string[]): Asked => {
  const { values } = parseArgs({
    args: [...args],
    options: { short: { type: 'boolean' }, core: { type: 'boolean' }, messages: { type: 'string' } },
  });
  const messages = values.messages === undefined ? null : Number(values.messages);
  if (messages !== null && !(Number.isInteger(messages) && messages > 0))
    throw new Error('--messages is a number.');
  return { isShort: values.short ?? false, isCoreOnly: values.core ?? false, messages };
};
