import fc from 'fast-check';
import { expect, it } from 'vitest';
import { completeSearch, type Known } from './complete.ts';
import { parseSearch } from './parse.ts';
import { printSearch } from './print.ts';
import { query, reading } from './testing/queries.ts';

const known: Known = {
  agents: [
    { initials: 'AB', name: 'Ada Brook' },
    { initials: 'CD', name: 'Carl Dunn' },
    { initials: 'ME', name: 'Mary Evans' },
  ],
  accounts: [{ handle: 'hallammobile', name: 'Hallam Mobile' }],
  tags: [{ name: 'refund' }, { name: 'late delivery' }, { name: 'say "hi"' }],
  people: [
    { handle: 'mayaok', name: 'Maya Okafor' },
    { handle: 'zofia_n', name: 'Zofia Nowak' },
  ],
};

/** The text with each completion put in; `|` is the caret. */
const offered = (marked: string): string[] => {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  return completeSearch(text, caret, known).map(
    (one) => text.slice(0, one.from) + one.text + text.slice(one.to),
  );
};

it.each([
  ['fr|', ['from:']],
  ['a|', ['account:', 'agent:', 'assigned:', 'after:']],
  ['no signal -fr| x', ['no signal -from: x']],
  ['from:o|', ['from:mayaok']],
  ['from:@ma| x', ['from:mayaok x']],
  ['assigned:m|', ['assigned:me', 'assigned:ME']],
  ['agent:dunn|', ['agent:CD']],
  ['tag:l|', ['tag:"late delivery"']],
  ['tag:"late d|', ['tag:"late delivery"']],
  ['tag:say|', ['tag:"say \\"hi\\""']],
  ['#ref|', ['tag:refund']],
  ['@zo|', ['from:zofia_n', 'to:zofia_n']],
  ['status:wa|it', ['status:waiting-customer', 'status:waiting-expert']],
  ['dele|', ['is:deleted']],
  ['(has:im|)', ['(has:image)']],
  ['after:last|', ['after:last-week', 'after:last-month', 'after:7d', 'after:30d']],
  ['lang:pol|', ['lang:pl']],
  ['"fro|', []],
  ['a OR|', []],
  ['|refund', []],
  ['x:y|', []],
])('%s', (marked, texts) => expect(offered(marked)).toEqual(texts));

it('offers all parts where nothing is typed yet', () => {
  expect(offered('|')).toContain('from:');
  expect(offered('refund |')).toContain('refund is:');
  expect(completeSearch('', 0, known)[0]).toEqual({ from: 0, to: 0, text: 'from:', means: 'who wrote it' });
});

it('is offered in its place whatever was typed, and what is whole reads without a mistake', () => {
  const typed = fc.oneof(query.map(printSearch), fc.string({ unit: 'binary', maxLength: 30 }));
  fc.assert(
    fc.property(typed, fc.nat(40), (text, caret) => {
      for (const { from, to, text: put } of completeSearch(text, caret, known)) {
        expect(from).toBeLessThanOrEqual(to);
        expect(to).toBeLessThanOrEqual(text.length);
        if (!put.endsWith(':')) expect(parseSearch(put, reading)).toMatchObject({ problems: [] });
      }
    }),
    { numRuns: 300 },
  );
});
