import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnDefinition } from '../../shared/filter.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { compare } from '../../shared/match.ts';
import type { Card } from '../../shared/model.ts';
import { card, colleague, me, threadId } from '../testing/cards.ts';
import { absorb } from './absorb.ts';
import { belongs, emptyColumn, isWithin, type Column, type Surroundings } from './column.ts';
import { continueWith, showNew, startWith } from './show-new.ts';

const definition = (order: 'newest' | 'oldest' = 'newest'): ColumnDefinition => ({
  id: 'new',
  title: 'New',
  filter: { status: 'new' },
  order,
});

const cardsOf = (...all: Card[]): Map<ThreadId, Card> => new Map(all.map((one) => [one.id, one]));

const around = (cards: Map<ThreadId, Card>, over: Partial<Surroundings> = {}): Surroundings => ({
  cards,
  me,
  now: 1_000_000,
  view: { first: 0, last: 5 },
  isOwn: () => false,
  ...over,
});

const started = (cards: Map<ThreadId, Card>, order: 'newest' | 'oldest' = 'newest', limit = 100): Column => {
  const column = emptyColumn(definition(order));
  const all = [...cards.values()]
    .filter((one) => belongs(column, one, me, 0))
    .sort((a, b) => compare(order, a, b));
  return startWith(
    column,
    { cards: all.slice(0, limit), hasMore: all.length > limit, cursor: all[limit - 1] ?? null },
    { cards, me, now: 0 },
  );
};

describe('a column', () => {
  it('keeps an arrival waiting when it belongs above what is in view', () => {
    const cards = cardsOf(card('a', { sortAt: 1 }), card('b', { sortAt: 2 }));
    const column = started(cards);
    cards.set(threadId('c'), card('c', { sortAt: 3 }));
    const next = absorb(column, [threadId('c')], around(cards));
    expect(next.ids).toEqual(['b', 'a']);
    expect(next.newCount).toBe(1);
    expect(showNew(next, { cards, me, now: 0 }).ids).toEqual(['c', 'b', 'a']);
  });

  it('puts an arrival below everything in view at once', () => {
    const cards = cardsOf(card('a', { sortAt: 1 }), card('b', { sortAt: 2 }));
    const column = started(cards, 'oldest');
    cards.set(threadId('c'), card('c', { sortAt: 3 }));
    expect(absorb(column, [threadId('c')], around(cards, { view: { first: 0, last: 1 } })).ids).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('fills directly while it is empty and for a moment after', () => {
    const cards = cardsOf();
    const empty = started(cards);
    cards.set(threadId('a'), card('a', { sortAt: 1 }));
    const one = absorb(empty, [threadId('a')], around(cards, { now: 10 }));
    cards.set(threadId('b'), card('b', { sortAt: 2 }));
    const two = absorb(one, [threadId('b')], around(cards, { now: 500 }));
    expect(two.ids).toEqual(['b', 'a']);
    cards.set(threadId('c'), card('c', { sortAt: 3 }));
    const three = absorb(two, [threadId('c')], around(cards, { now: 5000 }));
    expect(three.ids).toEqual(['b', 'a']);
    expect(three.newCount).toBe(1);
  });

  it('shows my own doing at once, and takes away what I claimed', () => {
    const cards = cardsOf(card('a', { sortAt: 1 }), card('b', { sortAt: 2 }));
    const column = started(cards);
    cards.set(threadId('b'), card('b', { sortAt: 2, status: 'open', assigneeId: me }));
    const next = absorb(column, [threadId('b')], around(cards, { isOwn: () => true }));
    expect(next.ids).toEqual(['a']);
    cards.set(threadId('b'), card('b', { sortAt: 2 }));
    expect(absorb(next, [threadId('b')], around(cards, { isOwn: () => true })).ids).toEqual(['b', 'a']);
  });

  it('dims what a colleague took while it is in view, until the agent asks', () => {
    const cards = cardsOf(card('a', { sortAt: 1 }), card('b', { sortAt: 2 }));
    const column = started(cards);
    cards.set(threadId('b'), card('b', { sortAt: 2, status: 'open', assigneeId: colleague }));
    const next = absorb(column, [threadId('b')], around(cards));
    expect(next.ids).toEqual(['b', 'a']);
    expect([...next.left]).toEqual(['b']);
    expect(showNew(next, { cards, me, now: 0 }).ids).toEqual(['a']);
  });

  it('leaves to a later page what lies beyond the last one', () => {
    const cards = cardsOf(card('a', { sortAt: 5 }), card('b', { sortAt: 4 }), card('c', { sortAt: 3 }));
    const column = started(cards, 'newest', 2);
    cards.set(threadId('d'), card('d', { sortAt: 1 }));
    const next = absorb(column, [threadId('d')], around(cards));
    expect(next.ids).toEqual(['a', 'b']);
    expect(next.newCount).toBe(0);
    const page = {
      cards: [cards.get(threadId('c'))!, cards.get(threadId('d'))!],
      hasMore: false,
      cursor: null,
    };
    const more = continueWith(next, page, around(cards, { view: { first: 0, last: 1 } }));
    expect(more.ids).toEqual(['a', 'b', 'c', 'd']);
  });
});

type Step =
  | { do: 'put'; id: number; status: 'new' | 'open' | 'resolved'; sortAt: number }
  | { do: 'erase'; id: number }
  | { do: 'look'; first: number; rows: number }
  | { do: 'show' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      id: fc.nat(24),
      status: fc.constantFrom('new' as const, 'new' as const, 'open' as const, 'resolved' as const),
      sortAt: fc.nat(60),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), id: fc.nat(24) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('look' as const), first: fc.nat(12), rows: fc.nat(6) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('show' as const) }) },
);

describe('whatever arrives', () => {
  it('nothing in view moves, and showing what is new gives the true order', () => {
    const start = fc.array(fc.record({ sortAt: fc.nat(60) }), { maxLength: 20 });
    const order = fc.constantFrom('newest' as const, 'oldest' as const);
    fc.assert(
      fc.property(
        start,
        order,
        fc.integer({ min: 3, max: 30 }),
        fc.array(step, { maxLength: 60 }),
        (first, order, limit, steps) => {
          const cards = cardsOf(...first.map(({ sortAt }, at) => card(`t${at}`, { sortAt })));
          let column = started(cards, order, limit);
          let view = { first: 0, last: 4 };
          for (const one of steps) {
            const before = column;
            if (one.do === 'look') view = { first: one.first, last: one.first + one.rows };
            if (one.do === 'show') column = showNew(column, { cards, me, now: 0 });
            if (one.do === 'put' || one.do === 'erase') {
              const id = threadId(`t${one.id}`);
              if (one.do === 'erase') cards.delete(id);
              else cards.set(id, card(`t${one.id}`, { sortAt: one.sortAt, status: one.status }));
              // The agent is at the column, so the grace of a fresh one is over.
              column = { ...absorb(column, [id], around(cards, { view })), settlesAt: 0 };
            }

            if (one.do === 'show') {
              const truth = [...cards.values()]
                .filter((row) => belongs(column, row, me, 0) && isWithin(column, row))
                .sort((a, b) => compare(order, a, b))
                .map(({ id }) => id);
              expect(column.ids).toEqual(truth);
              expect(column.newCount).toBe(0);
            } else {
              // Below the view the changed thread itself may go elsewhere; nobody else may.
              const changed = 'id' in one ? `t${one.id}` : null;
              const kept = new Set(column.ids);
              const had = new Set(before.ids);
              expect(before.ids.filter((id) => kept.has(id) && id !== changed)).toEqual(
                column.ids.filter((id) => had.has(id) && id !== changed),
              );
              if (one.do === 'put') {
                const inView = before.ids.slice(0, view.last + 1);
                expect(column.ids.slice(0, inView.length)).toEqual(inView);
              }
            }
            expect(new Set(column.ids).size).toBe(column.ids.length);
            expect([...column.placed.keys()].sort()).toEqual([...column.ids].sort());
            for (const id of column.pending) expect(column.placed.has(id)).toBe(false);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
