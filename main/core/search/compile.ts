import type { Query } from '../../../shared/search/query.ts';
import { soughtIn } from '../../../shared/search/sought.ts';
import { always, condition, either, every, never, not, type Condition } from './condition.ts';
import { idsBefore, idsFrom } from './doc-ids.ts';
import { byIndex, fieldPart, type Names, type Part } from './fields.ts';
import { anything, askedFor } from './indexed-text.ts';

/** A query as it is asked: of the index, between two ids, and then of each document found. */
export type Compiled = { match: string; from: number; before: number; holds: Condition };

export const compile = (query: Query, names: Names): Compiled => {
  const { match, isExact, rest } = partOf(query, names);
  return { match: match ?? anything, holds: isExact ? always : rest, ...rangeOf(query) };
};

/** `rest` is what the index has not decided, where all that it has decided holds. */
type Whole = Part & { rest: Condition };

const partOf = (query: Query, names: Names): Whole => {
  switch (query.kind) {
    case 'word':
      return leaf(textPart(query.text, query.isPrefix));
    case 'phrase':
      return leaf(textPart(query.text, false));
    case 'field':
      return leaf(fieldPart(query, names));
    case 'all':
      return all(query.of, names);
    case 'any':
      return any(query.of.map((one) => partOf(one, names)));
    case 'not':
      return all([query], names);
  }
};

const leaf = (part: Part): Whole => ({ ...part, rest: part.isExact ? always : part.holds });

const textPart = (text: string, isPrefix: boolean): Part => {
  const sought = soughtIn(text, isPrefix);
  if (sought === null) return { match: 'facts : "nothing"', isExact: true, holds: never };
  const { match, isExact } = askedFor(sought);
  if (isExact) return byIndex(match, true);
  return { match, isExact, holds: condition(`stands_in(${written}, ?) = 1`, JSON.stringify(sought)) };
};

/** The text of a document as it was written. */
export const written =
  "CASE d.part WHEN 'message' THEN m.text WHEN 'note' THEN (SELECT n.text FROM notes n WHERE n.id = d.ref) " +
  "WHEN 'call' THEN (SELECT c.note FROM call_attempts c WHERE c.id = d.ref) " +
  'ELSE (SELECT e.summary FROM escalations e WHERE e.id = d.ref) END';

const all = (queries: readonly Query[], names: Names): Whole => {
  const wanted: Whole[] = [];
  const denied: Whole[] = [];
  for (const query of queries) {
    if (query.kind === 'not') denied.push(partOf(query.of, names));
    else wanted.push(partOf(query, names));
  }
  const found = wanted.flatMap(({ match }) => (match === null ? [] : [match]));
  const gone = denied.flatMap(({ match, isExact }) => (match !== null && isExact ? [match] : []));
  const positive = found.length === 0 ? (gone.length === 0 ? null : anything) : joined(found, ' AND ');
  return {
    match: gone.length === 0 ? positive : `(${positive}) NOT (${joined(gone, ' OR ')})`,
    isExact: [...wanted, ...denied].every(({ isExact }) => isExact),
    holds: every([...wanted.map(({ holds }) => holds), ...denied.map(({ holds }) => not(holds))]),
    rest: every([
      ...wanted.map(({ rest }) => rest),
      ...denied.filter(({ isExact }) => !isExact).map(({ holds }) => not(holds)),
    ]),
  };
};

const any = (parts: readonly Whole[]): Whole => {
  const found = parts.flatMap(({ match }) => (match === null ? [] : [match]));
  const holds = either(parts.map((part) => part.holds));
  const isExact = parts.every((part) => part.isExact);
  return {
    match: found.length < parts.length ? null : joined(found, ' OR '),
    isExact,
    holds,
    rest: isExact ? always : holds,
  };
};

const joined = (some: readonly string[], by: string): string =>
  some.length === 1 ? some.join('') : some.map((one) => `(${one})`).join(by);

/** Days that everything found has to be of are a range of ids. */
const rangeOf = (query: Query): { from: number; before: number } => {
  const range = { from: 0, before: Number.MAX_SAFE_INTEGER };
  for (const one of query.kind === 'all' ? query.of : [query]) {
    if (one.kind !== 'field') continue;
    if (one.name === 'after' || one.name === 'on') range.from = Math.max(range.from, idsFrom(one.from));
    if (one.name === 'before') range.before = Math.min(range.before, idsBefore(one.from));
    if (one.name === 'on') range.before = Math.min(range.before, idsBefore(one.to));
  }
  return range;
};
