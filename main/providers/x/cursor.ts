import { z } from 'zod';
import type { Ms } from '../../../shared/model.ts';
import { id } from './schema.ts';

/**
 * How far a stream was read. X answers newest first, so a long absence is read backwards over several pages, and several
 * polls: `since` stays the same on every page and moves only when the round has come down to it. Nothing is skipped when the
 * program ends in between, because where to go on travels in the cursor.
 */
export type Cursor = {
  /** The newest id read completely; null before the first. */
  since: string | null;
  /** How far back the first round goes while there is no `since`. */
  start: Ms;
  round: Round;
};

export type Round = {
  newest: string | null;
  oldest: string | null;
  /** Null at the start of a round. */
  token: string | null;
  pages: number;
};

export const freshRound: Round = { newest: null, oldest: null, token: null, pages: 0 };

const round = z.object({
  newest: id.nullable(),
  oldest: id.nullable(),
  token: z.string().min(1).nullable(),
  pages: z.number().int().nonnegative(),
});
const stored = z.object({
  v: z.literal(1),
  since: id.nullable(),
  start: z.number(),
  round: round.nullable(),
});

export const writeCursor = ({ since, start, round }: Cursor): string =>
  JSON.stringify({ v: 1, since, start, round: round.token === null ? null : round });

/** Undefined for text of another program or version: the stream then starts anew. */
export const readCursor = (text: string): Cursor | undefined => {
  try {
    const { since, start, round } = stored.parse(JSON.parse(text));
    return { since, start, round: round ?? freshRound };
  } catch {
    return undefined;
  }
};
