import { z } from 'zod';
import { threadId } from '../ids.ts';

/** One request: what it takes, checked at the door, and what it answers. */
export const request = <I extends z.ZodType, O>(input: I, _answer: (o: O) => void) => ({
  input,
  output: undefined as O,
});

export const gives =
  <O>() =>
  (_: O): void => {};

export const nothing = z.object({});
export const onThread = z.object({ threadId, revision: z.number().int().nonnegative() });

/** The most an agent can type into one field; over it the door refuses before anything is parsed further. */
export const textCap = 20_000;
export const text = z.string().max(textCap);

/** `seq` of the row in `changes`; null when nothing had to change. */
export type Changed = { seq: number | null };
