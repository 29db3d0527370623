import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compare, matches, type Filter, type Order, type SortKey } from '../../../shared/filter.ts';
import { sortedBy } from '../../../shared/match.ts';
import { never, statuses, type Card, type Priority } from '../../../shared/model.ts';
import { closedStatuses } from '../../../shared/model.ts';
import { put } from '../../db/put.ts';
import { operate } from '../desk.ts';
import { arrive, direct, makeDesk, post, start, type TestDesk } from '../testing/desk.ts';
import { getThread } from '../threads/rows.ts';
import { findCard } from './cards.ts';
import { columnCount, columnPage, countCap, countQuery, idsWhere, pageQuery } from './page.ts';
import { readingOf } from './reading.ts';
import { isImpossible, whereOf } from './where.ts';

let desk: TestDesk;
let everything: Card[];
const minute = 60_000;
const tags = ['tag-refund', 'tag-outage'];

beforeAll(() => {
  desk = makeDesk();
  const posts = Array.from({ length: 120 }, (_, at) =>
    post(String(1000 + at), {
      authorRemoteId: String(50 + at),
      createdAt: start + (at % 40) * 1000,
      lang: at % 4 === 0 ? 'pl' : at % 7 === 0 ? null : 'en',
    }),
  );
  arrive(desk, posts);
  arrive(
    desk,
    Array.from({ length: 20 }, (_, at) => direct(String(5000 + at), { authorRemoteId: String(60 + at * 3) })),
    'direct',
  );
  const ids = desk.db.all<{ id: string }>('SELECT id FROM threads ORDER BY id').map(({ id }) => id);
  operate(desk, { op: 'test.vary', by: 'test', input: {} }, (tx) => {
    for (const id of tags) put(tx, 'tags', { id, name: id, colour: 'grey', removed_at: null });
    for (const [at, id] of ids.entries()) {
      const status = statuses[at % statuses.length]!;
      const isClosed = closedStatuses.includes(status);
      const own = tags.filter((_, nth) => at % (nth + 3) === 0);
      const row = getThread(tx, id);
      put(tx, 'threads', {
        ...row,
        status,
        is_open: isClosed ? 0 : 1,
        assignee_id: ['ab', 'cd', null][at % 3]!,
        queue_id: ['q1', 'q2', null][(at >> 1) % 3]!,
        priority: (at % 4) as Priority,
        expert_id: status === 'waiting-expert' ? (at % 2 === 0 ? 'ab' : 'cd') : null,
        tags: JSON.stringify(own),
        next_deadline_at: isClosed || at % 5 === 0 ? never : start + ((at % 9) - 3) * 5 * minute,
        breaches: at % 6 === 0 ? 1 : 0,
        read_seq: at % 2 === 0 ? row.last_in_seq : row.read_seq,
      });
      for (const tag of own) put(tx, 'thread_tags', { thread_id: id, tag_id: tag, at: start });
    }
    return { value: null };
  });
  everything = ids.flatMap((id) => findCard(desk.db, id) ?? []);
});

const filters = fc.record(
  {
    status: fc.constantFrom(...statuses),
    isOpen: fc.boolean(),
    assignee: fc.constantFrom('me', 'nobody', 'cd'),
    queue: fc.constantFrom('q1', 'q2', 'none', 'gone'),
    tag: fc.constantFrom(...tags, 'tag-unused'),
    priority: fc.constantFrom(0, 1, 2, 3),
    account: fc.constantFrom('x:account:1', 'x:account:2'),
    kind: fc.constantFrom('direct', 'public'),
    lang: fc.constantFrom('pl', 'en', 'ja'),
    expert: fc.constant('me'),
    dueWithinMs: fc.constantFrom(0, 15 * minute, 60 * minute),
    isBreached: fc.boolean(),
    isUnread: fc.boolean(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Filter>;
// Most random filters hold nothing: one or two parts at a time find the mistakes.
const narrow = filters.chain((filter) => {
  const parts = Object.entries(filter);
  return fc
    .subarray(parts, { maxLength: Math.min(2, parts.length) })
    .map((some) => Object.fromEntries(some) as Filter);
});
const orders = fc.constantFrom<Order>('newest', 'oldest', 'due');

const readAll = (filter: Filter, order: Order, limit: number, most?: number): Card[] => {
  const found: Card[] = [];
  let after: SortKey | null = null;
  for (let pages = 0; pages < 500; pages++) {
    const page = columnPage(desk, { filter, order, after, limit }, most);
    found.push(...page.cards);
    if (!page.hasMore) return found;
    after = page.cursor;
  }
  throw new Error('Reading does not end.');
};

const wantedOf = (filter: Filter): Card[] =>
  everything.filter((card) => matches(filter, card, desk.me, desk.now()));

describe('a column', () => {
  it('pages to exactly the cards the filter admits, in order, without loss or double', () => {
    fc.assert(
      fc.property(
        fc.oneof(filters, narrow),
        orders,
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(undefined, 7, 40),
        (filter, order, limit, most) => {
          const sorted = wantedOf(filter).sort((a, b) => compare(sortedBy(filter, order), a, b));
          expect(readAll(filter, order, limit, most).map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('counts and lists the same threads as it pages through', () => {
    fc.assert(
      fc.property(fc.oneof(filters, narrow), (filter) => {
        const wanted = wantedOf(filter).map(({ id }) => id);
        expect(columnCount(desk, filter)).toEqual({ count: wanted.length, isCapped: false });
        expect(idsWhere(desk, filter, 1000).sort()).toEqual(wanted.toSorted());
        const { where, values } = whereOf(filter, desk.me, desk.now());
        const plain = desk.db.all<{ id: string }>(`SELECT id FROM threads WHERE ${where}`, ...values);
        expect(plain.map(({ id }) => id).sort()).toEqual(wanted.toSorted());
      }),
      { numRuns: 300 },
    );
  });

  it('lets threads in as their deadlines come near', () => {
    const filter: Filter = { dueWithinMs: 15 * minute };
    const before = columnCount(desk, filter).count;
    desk.clock.now += 10 * minute;
    const after = columnCount(desk, filter).count;
    expect(after).toBeGreaterThan(before);
    expect(after).toBe(wantedOf(filter).length);
    desk.clock.now -= 10 * minute;
  });

  it('says so when it has not looked at everything', () => {
    expect(columnCount(desk, { isOpen: true, lang: 'ja' }, 5)).toEqual({ count: 0, isCapped: true });
    const page = columnPage(
      desk,
      { filter: { isOpen: true, lang: 'ja' }, order: 'newest', after: null, limit: 10 },
      5,
    );
    expect(page).toMatchObject({ cards: [], hasMore: true });
    expect(page.cursor).not.toBeNull();
  });
});

// A partial index read in its own order from its beginning is called a scan of it.
const led = /^(SEARCH threads USING (COVERING )?INDEX threads_|SCAN threads USING INDEX threads_due$)/u;

const planOf = (sql: string, values: readonly unknown[]): string[] =>
  desk.db
    .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...(values as never[]))
    .map(({ detail }) => detail);

describe('the plan of a column', () => {
  it('reads threads by an index and sorts nothing, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.oneof(filters, narrow),
        orders,
        fc.boolean(),
        fc.boolean(),
        (filter, asked, isDeep, isEnded) => {
          if (isImpossible(filter)) return;
          const order = sortedBy(filter, asked);
          const [first, last] = [everything[3]!, everything[90]!];
          const reading = readingOf(desk, filter, order, isDeep ? first : null);
          const { sql, values } = pageQuery({ ...reading, end: isEnded && reading.isResidual ? last : null });
          const plan = planOf(sql, [...values, 50]);
          const inner = plan.filter(
            (detail) => /\bthreads\b/u.test(detail) && !/SUBQUERY|CO-ROUTINE/u.test(detail),
          );
          expect(inner.length).toBeGreaterThan(0);
          const isFew = filter.tag !== undefined || filter.expert !== undefined;
          for (const detail of inner) expect(detail).toMatch(isFew ? /^SEARCH/u : led);
          if (isFew) return;
          // The page itself (limited by then) may be put in order again; the choosing must not sort.
          const at = plan.findIndex((detail) => led.test(detail));
          expect(plan.slice(0, at + 1).filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([]);
          const sorts = plan.filter((detail) => detail.includes('TEMP B-TREE FOR ORDER BY'));
          // One for the joined page, and one where two halves of at most a page each are merged.
          expect(sorts.length).toBeLessThanOrEqual(reading.arms.length);
          // Both ends of what is read are ends of the index range, or reading so many rows would not be the most.
          if (isDeep && isEnded && reading.isResidual)
            for (const detail of inner) expect(detail).toMatch(/[><](\?|\(\?,\?\)).*[><]/u);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts by an index', () => {
    fc.assert(
      fc.property(fc.oneof(filters, narrow), (filter) => {
        const { sql, values } = countQuery(readingOf(desk, filter, 'newest', null));
        for (const detail of planOf(sql, values)) expect(detail).not.toMatch(/^SCAN threads$/u);
      }),
    );
    expect(countCap).toBe(1000);
  });
});
