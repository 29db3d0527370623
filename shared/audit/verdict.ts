import type { Ms } from '../model.ts';

/** The newest row of the log at some moment: with it, everything before it is told apart from anything else. */
export type Head = { seq: number; /** Hex. */ hash: string; at: Ms };

/** Something wrong with the log. Rows are named by their numbers. */
export type Finding =
  /** They do not hold what was written. */
  | { what: 'changed'; from: number; upto: number }
  | { what: 'missing'; from: number; upto: number }
  /** It does not follow from the row before it: one of the two was put there later. */
  | { what: 'unlinked'; seq: number }
  /** The log ends before a head that was kept apart. */
  | { what: 'cut'; from: number; upto: number; at: Ms }
  /** Where a head that was kept apart stood, stands another row: everything up to there may have been written anew. */
  | { what: 'rewritten'; seq: number; at: Ms }
  /** The file is damaged there. */
  | { what: 'unreadable'; after: number }
  /** A fingerprint that somebody wrote down belongs to no row. */
  | { what: 'unknown-fingerprint'; fingerprint: string };

/** What verifying came to. No findings: the log is whole, as far as what was kept apart reaches. */
export type Verdict = {
  rows: number;
  findings: readonly Finding[];
  /** Rows from which something was taken out in the open: the log says who did, and when. */
  redacted: number;
  /** Of the newest row that was read; null: there is none. */
  head: Head | null;
  /** With how many heads kept apart it was compared, and since when they were kept. */
  heads: number;
  since: Ms | null;
  /** The row that a fingerprint somebody wrote down belongs to; null: none was given, or it belongs to none. */
  fingerprintAt: { seq: number; at: Ms } | null;
};
