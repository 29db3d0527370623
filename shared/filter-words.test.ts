import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completions, parseFilter, printFilter, type Names } from './filter-words.ts';
import { filter as schema, type Filter } from './filter.ts';
import { statuses } from './model.ts';

const names: Names = {
  queues: [
    { id: 'q-billing', name: 'Billing' },
    { id: 'q-phone', name: 'Phone bills' },
    { id: 'q-odd', name: 'none' },
  ],
  tags: [
    { id: 't-refund', name: 'refund' },
    { id: 't-quote', name: 'say "no"' },
    { id: 't-twin', name: 'refund' },
  ],
  agents: [{ id: 'a-jb', name: 'JB' }],
  accounts: [{ id: 'x:account:1', name: '@brightline' }],
};

describe('words', () => {
  it('mean what they say', () => {
    const words = 'status:new queue:Billing assigned:nobody tag:refund due:15m is:unread asked:me';
    expect(parseFilter(words, names)).toEqual({
      filter: {
        status: 'new',
        queue: 'q-billing',
        assignee: 'nobody',
        tag: 't-refund',
        dueWithinMs: 900_000,
        isUnread: true,
        expert: 'me',
      },
      mistakes: [],
    });
  });

  it('take names with spaces, and names that are also words here, in quotes', () => {
    expect(parseFilter('queue:"phone bills"', names).filter).toEqual({ queue: 'q-phone' });
    expect(parseFilter('queue:none', names).filter).toEqual({ queue: 'none' });
    expect(parseFilter('queue:"none"', names).filter).toEqual({ queue: 'q-odd' });
  });

  it('say where a mistake is, and keep the rest', () => {
    const { filter, mistakes } = parseFilter('status:nwe is:open colour:red hello', names);
    expect(filter).toEqual({ isOpen: true });
    expect(mistakes.map(({ from, to }) => [from, to])).toEqual([
      [0, 10],
      [19, 29],
      [30, 35],
    ]);
    expect(mistakes[0]?.says).toContain('Try new, open');
  });

  it('say when something is said twice', () => {
    expect(parseFilter('is:open is:closed', names)).toMatchObject({
      filter: { isOpen: true },
      mistakes: [{ from: 8, to: 17 }],
    });
  });
});

describe('completion', () => {
  it('offers parts, then what they can be', () => {
    expect(completions('', 0, names).options).toContain('status:');
    expect(completions('qu', 2, names)).toEqual({ from: 0, to: 2, options: ['queue:'] });
    expect(completions('is:open queue:ph', 16, names)).toEqual({
      from: 8,
      to: 16,
      options: ['queue:"Phone bills"'],
    });
    expect(completions('status:new st', 13, names).options).toEqual([]);
  });
});

const id = fc.string({ minLength: 1, maxLength: 40 });
const filters = fc.record(
  {
    status: fc.constantFrom(...statuses),
    isOpen: fc.boolean(),
    assignee: fc.oneof(fc.constantFrom('me', 'nobody', 'a-jb'), id),
    queue: fc.oneof(fc.constantFrom('none', 'q-billing', 'q-phone', 'q-odd'), id),
    tag: fc.oneof(fc.constantFrom('t-refund', 't-quote', 't-twin'), id),
    priority: fc.constantFrom(0, 1, 2, 3),
    account: fc.oneof(fc.constant('x:account:1'), id),
    kind: fc.constantFrom('direct', 'public'),
    lang: fc.string({ minLength: 2, maxLength: 12 }),
    expert: fc.constant('me'),
    dueWithinMs: fc.oneof(fc.constantFrom(0, 900_000), fc.integer({ min: 0, max: 30 * 86_400_000 })),
    isBreached: fc.boolean(),
    isUnread: fc.boolean(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Filter>;

it('a filter printed and read again is the same filter', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const words = printFilter(filter, names);
      expect(parseFilter(words, names)).toEqual({ filter, mistakes: [] });
    }),
    { numRuns: 1000 },
  );
});

it('never throws, and what it understands is a filter', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        'status:',
        'queue:"',
        'due:99999999999d',
        'is:',
        '=',
        ':',
        '"',
        '\\',
        'tag:=',
        'lang:x',
      ),
    ),
  );
  fc.assert(
    fc.property(pieces, fc.nat(60), (some, caret) => {
      const words = some.join(' ');
      const { filter, mistakes } = parseFilter(words, names);
      for (const { from, to } of mistakes) expect(from >= 0 && from < to && to <= words.length).toBe(true);
      expect(schema.safeParse(filter).success).toBe(true);
      completions(words, caret, names);
      printFilter(filter, names);
    }),
    { numRuns: 1000 },
  );
});
