import type { z } from 'zod';
import type { Tx } from '../db/db.ts';
import type { Desk } from './desk.ts';

/**
 * What takes a change back: runs inside the undoing transaction. Throws AppError when the desk has moved on since; returns
 * in words what could not be taken back, if something.
 */
export type Inverse = (tx: Tx, desk: Desk, at: number, input: unknown) => string | void;
/** By the name that `changes.inverse` holds. Each room brings its own. */
export type Inverses = Record<string, Inverse>;

/** An inverse whose input is checked: it was written by an earlier version of the program, perhaps. */
export const taking =
  <S extends z.ZodType>(
    schema: S,
    run: (tx: Tx, input: z.output<S>, at: number, desk: Desk) => string | void,
  ): Inverse =>
  (tx, desk, at, input) =>
    run(tx, schema.parse(input), at, desk);
