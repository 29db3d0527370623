import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyForm, formOf, fromForm } from './form.ts';
import { parseSearch } from './parse.ts';
import { printSearch } from './print.ts';
import type { Query } from './query.ts';
import { query, reading } from './testing/queries.ts';
import { tidy } from './tidy.ts';

const filled = (text: string): object => {
  const form = formOf(parseSearch(text, reading).query);
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value.length > 0));
};

it('shows what it has a place for, and keeps the rest as text', () => {
  expect(
    filled('no sig* "word for word" (a OR b) -spam from:maya status:open after:march is:dm has:link'),
  ).toEqual({
    words: 'no sig*',
    phrase: 'word for word',
    any: 'a b',
    none: 'spam',
    from: 'maya',
    status: 'open',
    after: 'march',
    is: ['dm'],
    has: ['link'],
  });
  expect(filled('a "b" "c" -"d e" from:x from:y (has:link OR z) -is:dm')).toEqual({
    words: 'a',
    phrase: 'b',
    from: 'x',
    rest: '"c" -"d e" from:y (has:link OR z) -is:dm',
  });
  expect(filled('a OR b')).toEqual({ any: 'a b' });
  expect(formOf(null)).toEqual(emptyForm);
});

it('takes signs for what they are where people don’t type operators', () => {
  const { query: asked } = fromForm({ ...emptyForm, words: '-a (b OR from:c d*' }, reading);
  expect(printSearch(asked)).toBe('"-a" "(b" "OR" "from:c" d*');
});

it('tells which field means nothing, and does without it', () => {
  const form = { ...emptyForm, words: 'a', on: 'yesterdy', lang: 'German', rest: 'is:x b' };
  const { query: asked, problems } = fromForm(form, reading);
  expect(printSearch(asked)).toBe('a b');
  expect(problems).toEqual([
    expect.objectContaining({ field: 'lang', suggestion: 'de' }),
    expect.objectContaining({ field: 'on', suggestion: 'yesterday' }),
    expect.objectContaining({ field: 'rest' }),
  ]);
});

/** What must hold, in no order and once. */
const parts = (one: Query | null): Set<string> =>
  new Set((one?.kind === 'all' ? one.of : one ? [one] : []).map(printSearch));

it('asks for the same when a query is shown in it and read again', () => {
  fc.assert(
    fc.property(query, (any) => {
      const form = formOf(any);
      const { query: again, problems } = fromForm(form, reading);
      expect(parts(again)).toEqual(parts(tidy(any)));
      expect(problems).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
