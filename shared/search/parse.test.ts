import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mostTerms, parseSearch } from './parse.ts';
import { printSearch } from './print.ts';
import type { Query } from './query.ts';
import { query, reading } from './testing/queries.ts';
import { tidy } from './tidy.ts';

/** The tree on one line: `all(word a, not(word b))`. */
const drawn = (one: Query | null): string => {
  if (one === null) return 'nothing';
  switch (one.kind) {
    case 'all':
    case 'any':
      return `${one.kind}(${one.of.map(drawn).join(', ')})`;
    case 'not':
      return `not(${drawn(one.of)})`;
    case 'field':
      return `${one.name}=${one.value}`;
    case 'word':
      return one.isPrefix ? `${one.text}…` : one.text;
    case 'phrase':
      return `“${one.text}”`;
  }
};
const read = (text: string): string => drawn(parseSearch(text, reading).query);

it.each([
  ['', 'nothing'],
  ['refund', 'refund'],
  ['no signal', 'all(no, signal)'],
  ['a OR b', 'any(a, b)'],
  ['a b OR c d', 'all(a, any(b, c), d)'],
  ['(a b) OR c', 'any(all(a, b), c)'],
  ['a or b', 'all(a, or, b)'],
  ['-a -"b c" -(d OR e) -from:x', 'all(not(a), not(“b c”), not(any(d, e)), not(from=x))'],
  ['--a', 'a'],
  ['a OR -b', 'any(a, not(b))'],
  ['wor* "no sig"*', 'all(wor…, no sig…)'],
  ['o2-arena', 'o2-arena'],
  ['"say \\"hi\\" \\o/"', '“say "hi" \\o/”'],
  ['“no signal”', '“no signal”'],
  ['"she said “no”"', '“she said “no””'],
  ['From:@MayaOK STATUS:Resolved is:DM', 'all(from=@MayaOK, status=resolved, is=dm)'],
  ['from:"Maya Okafor" tag:#late', 'all(from=Maya Okafor, tag=#late)'],
  ['status:"waiting customer"', 'status=waiting-customer'],
  ['after:march before:"14 May"', 'all(after=march, before=14 may)'],
  ['lang:PT-br', 'lang=pt-br'],
  ['#outage @maya :) :(', 'all(#outage, @maya, “:)”, “:(”)'],
  ['(great :))', 'all(great, :)'],
  ['https://x.example/a?b=c', 'https://x.example/a?b=c'],
  ['10:30', '10:30'],
  ['電話 😡', 'all(電話, 😡)'],
  ['has:foo a', 'a'],
  ['x has:foo OR y', 'all(x, y)'],
  ['"OR" AND', '“OR”'],
])('%s → %s', (text, tree) => expect(read(text)).toBe(tree));

/** What is said about it, the place marked, and what is suggested. */
const said = (text: string): string[] =>
  parseSearch(text, reading).problems.map(
    ({ from, to, says, suggestion }) =>
      `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}: ${says}${suggestion === undefined ? '' : ` → ${suggestion}`}`,
  );

it.each([
  ['a form:maya', 'a [form:maya]: There is no “form:” here, so it is looked for as words. → from:maya'],
  [
    'since:"14 may"',
    '[since:"14 may"]: There is no “since:” here, so it is looked for as words. → after:"14 may"',
  ],
  [
    'from: maya',
    '[from:] maya: from: is who wrote it. Write it right behind the colon, such as from:mayaok.',
  ],
  [
    'is:deletd',
    '[is:deletd]: is can’t be “deletd”. It can be dm, public, inbound, outbound, deleted, breached, escalated. → is:deleted',
  ],
  [
    'has:photo',
    '[has:photo]: has can’t be “photo”. It can be link, image, video, phone, note, call. → has:image',
  ],
  [
    'lang:Polish',
    '[lang:Polish]: “Polish” is no code of a language. Codes have two or three letters, such as en or pl. → lang:pl',
  ],
  [
    'on:3/14/2026',
    '[on:3/14/2026]: “3/14/2026” is no day that is known here. Write it as 2026-03-14, 14 march, march, yesterday or 7d. → on:2026-03-14',
  ],
  ['a "no sig', 'a ["no sig]: This quote has no end; it is read as if it ended here. → "no sig"'],
  ['from:"Maya O', 'from:["Maya O]: This quote has no end; it is read as if it ended here. → "Maya O"'],
  ['a (b (c', 'a [(b (c]: This bracket has no end; it is read as if it ended here. → (b (c))'],
  ['a ) b', 'a [)] b: There is no bracket open that this could close.'],
  ['a ()', 'a [()]: There is nothing between these brackets.'],
  ['a -', 'a [-]: A minus leaves out what stands right behind it; nothing does.'],
  ['a - b', 'a [-] b: A minus leaves out what stands right behind it, without a space between.'],
  ['OR a', '[OR] a: OR stands between two things, of which one must be there.'],
  ['a OR', 'a [OR]: OR stands between two things, of which one must be there.'],
  [
    'a AND b',
    'a [AND] b: AND is not needed: all that stands side by side must be there. For the word, write "AND".',
  ],
  ['*ing', '[*ing]: A star stands for the rest of a word, so it only works at the end.'],
  ['from:may*', '[from:may*]: A star works behind words; behind a colon it means nothing.'],
  ['""', '[""]: There is nothing in this to look for.'],
])('%s is explained', (text, problem) => expect(said(text)).toEqual([problem]));

it.each([
  ['no sig|', 'all(no, sig…)'],
  ['no| sig', 'all(no…, sig)'],
  ['no sig |', 'all(no, sig)'],
  ['n|o', 'no'],
  ['"no sig"|', '“no sig”'],
  ['from:may|', 'from=may'],
  ['a OR|', 'a'],
  [':)|', '“:)”'],
])('the word at the caret may not be finished: %s', (marked, tree) => {
  const caret = marked.indexOf('|');
  expect(drawn(parseSearch(marked.replace('|', ''), { ...reading, caret }).query)).toBe(tree);
});

it('keeps what could be read when there is too much', () => {
  const text = Array.from({ length: 60 }, (_, n) => `w${n}`).join(' ');
  const { query: read, problems } = parseSearch(`(${text})`, reading);
  expect(read?.kind === 'all' && read.of).toHaveLength(mostTerms);
  expect(problems).toEqual([
    expect.objectContaining({ tone: 'error', from: 1 + text.indexOf('w50'), to: text.length + 2 }),
  ]);
});

it('leaves out brackets that go too deep, and their ends with them', () => {
  const text = `${'('.repeat(15)}-(x (y) z)${')'.repeat(15)} w`;
  expect(read(text)).toBe('all(not(all(x, y, z)), w)');
  expect(said(text)).toEqual([expect.stringContaining('-(x [(]y) z)')]);
});

it.each([
  ['a b OR c', 'a (b OR c)'],
  ['(a b) OR --c', '(a b) OR c'],
  ['((a)) ((b c))', 'a b c'],
  ['FROM:"Maya  O" IS:DM After:"14  May"', 'from:"Maya  O" is:dm after:"14 may"'],
  ['“no \\ signal”', '"no \\\\ signal"'],
  ['-( a OR b', '-(a OR b)'],
  [':) "x" y:z', '":)" "x" "y:z"'],
])('%s is printed as %s', (text, printed) =>
  expect(printSearch(parseSearch(text, reading).query)).toBe(printed),
);

it('reads what it prints', () => {
  fc.assert(
    fc.property(query, (any) => {
      const text = printSearch(any);
      const { query: again, problems } = parseSearch(text, reading);
      expect(again).toEqual(tidy(any));
      expect(printSearch(again)).toBe(text);
      expect(problems).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

const pieces = fc.constantFrom(
  ...[
    '(',
    ')',
    '-',
    '"',
    '“',
    '\\',
    '*',
    'OR',
    'AND',
    ' ',
    ' ',
    'a',
    'from:',
    'has:',
    'on:',
    'foo:',
    'march',
  ],
  ...['\ud800', '\udc00', 'Z̸̢͎', '\u202e', '\u200d', '\ufeff', '電', '👩🏽‍🔧', '\0', '\u3000'],
);
const anything = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

it('never throws, and tells places inside the text', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { query: read, problems } = parseSearch(text, reading);
      for (const { from, to, says } of problems) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        expect(says).toMatch(/\.$/u);
      }
      const printed = printSearch(read);
      expect(parseSearch(printed, reading).query).toEqual(read);
    }),
    { numRuns: 3000 },
  );
});

it.each([
  '(',
  ')',
  '-',
  '"',
  '*',
  'a',
  'a ',
  '-(',
  '(a ',
  'OR ',
  'a OR ',
  'has:',
  'has:x ',
  'x:y ',
  '"" ',
  '\\',
  '“',
  '\ud800',
  'Z̸̢͎',
  '(-',
])('reads four hundred thousand times %j before this test would be ended', (piece) => {
  const text = piece.repeat(400_000 / piece.length);
  const { query: read } = parseSearch(text, reading);
  printSearch(read);
  expect(read).toBeDefined();
});
