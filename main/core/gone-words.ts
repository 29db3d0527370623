import type { Ms } from '../../shared/model.ts';
import { createQuotes } from '../../shared/quotes.ts';
import type { Db } from '../db/db.ts';

/** Stands in a draft where a quoted passage was. */
export const inDrafts = '[Removed: what was quoted here is gone at its source.]';

/** A composer that is open when something goes saves what it shows: for so long it is not taken at its word. */
const rememberedMs = 3_600_000;

type Gone = { at: Ms; cut(text: string): string };
const known = new WeakMap<Db, Gone[]>();

/** In memory only, and not for long: the words themselves are nowhere else any more. */
export const rememberGone = (db: Db, at: Ms, texts: readonly string[]): ((text: string) => string) => {
  const quotes = createQuotes(texts);
  const cut = (text: string): string => quotes.cut(text, inDrafts);
  known.set(db, [...recent(db, at), { at, cut }]);
  return cut;
};

export const withoutGone = (db: Db, at: Ms, text: string): string =>
  recent(db, at).reduce((rest, gone) => gone.cut(rest), text);

const recent = (db: Db, at: Ms): Gone[] =>
  (known.get(db) ?? []).filter((gone) => Math.abs(at - gone.at) < rememberedMs);
