import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { compare, matches, type Filter } from '../../../shared/filter.ts';
import { statuses, type Card } from '../../../shared/model.ts';
import { arrive, makeDesk, post, start, type TestDesk } from '../testing/desk.ts';
import { claim, resolve } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { findCard } from './cards.ts';
import { columnCount, columnPage, pageQuery } from './page.ts';

let desk: TestDesk;
let everything: Card[];

beforeAll(() => {
  desk = makeDesk();
  const messages = Array.from({ length: 120 }, (_, at) =>
    post(String(1000 + at), { authorRemoteId: String(50 + at), createdAt: start + (at % 40) * 1000 }),
  );
  arrive(desk, messages);
  const threads = desk.db.all<{ id: string }>('SELECT id FROM threads ORDER BY id');
  for (const [at, { id }] of threads.entries()) {
    const agent = at % 2 === 0 ? desk : desk.as('cd');
    const seen = () => ({ threadId: id as Card['id'], revision: getThread(desk.db, id).revision });
    if (at % 3 === 0) claim(agent, seen());
    if (at % 5 === 0) resolve(agent, seen());
  }
  everything = threads.flatMap(({ id }) => findCard(desk.db, id) ?? []);
});

const filters = fc.record(
  { status: fc.constantFrom(...statuses), isOpen: fc.boolean(), assignee: fc.constantFrom('me', 'nobody') },
  { requiredKeys: [] },
) as fc.Arbitrary<Filter>;

it('pages to exactly the cards the filter admits, in order, without loss or double', () => {
  fc.assert(
    fc.property(
      filters,
      fc.constantFrom('newest', 'oldest'),
      fc.integer({ min: 1, max: 50 }),
      (filter, order, limit) => {
        const found: Card[] = [];
        let after: Card | null = null;
        for (;;) {
          const page = columnPage(desk, { filter, order, after, limit });
          found.push(...page.cards);
          after = page.cards.at(-1) ?? null;
          if (!page.hasMore) break;
        }
        const wanted = everything
          .filter((card) => matches(filter, card, desk.me))
          .toSorted((a, b) => compare(order, a, b));
        expect(found.map((card) => card.id)).toEqual(wanted.map((card) => card.id));
        expect(columnCount(desk, filter).count).toBe(wanted.length);
      },
    ),
  );
});

const served: Filter[] = [
  { status: 'new' },
  { isOpen: true },
  { isOpen: false },
  { isOpen: true, assignee: 'me' },
  { isOpen: true, assignee: 'nobody' },
  { status: 'new', assignee: 'nobody' },
];

it.each(served)('serves %j by an index, without sorting', (filter) => {
  for (const order of ['newest', 'oldest'] as const) {
    for (const after of [null, { sortAt: start, id: everything[0]!.id }]) {
      const { sql, values } = pageQuery({ filter, order, after }, desk.me);
      const plan = desk.db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values, 50);
      const inner = plan.filter(({ detail }) => /threads/u.test(detail));
      expect(inner.length).toBeGreaterThan(0);
      for (const { detail } of inner) expect(detail).toMatch(/^SEARCH threads USING INDEX threads_/u);
      // The page itself (limited by then) may be put in order again; the choosing must not sort.
      const before = plan.slice(0, plan.findIndex(({ detail }) => /SEARCH threads/u.test(detail)) + 1);
      expect(before.filter(({ detail }) => /TEMP B-TREE/u.test(detail))).toEqual([]);
    }
  }
});
