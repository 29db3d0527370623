import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GapId } from '../../shared/ids.ts';
import type { Gap } from '../../shared/model.ts';
import { accountId, threadId } from '../testing/cards.ts';
import { gapsFor, placeGaps, takesArrivals } from './placed.ts';
import { gapWords } from './words.ts';

const gap = (over: Partial<Gap> = {}): Gap => ({
  id: 'gap-1' as GapId,
  accountId,
  stream: 'mentions',
  from: 20,
  until: 40,
  kind: 'lost',
  reason: 'The network shows only the newest 800 mentions.',
  foundAt: 50,
  endedAt: null,
  revision: 1,
  ...over,
});

const rows = (times: readonly number[]) => {
  const ids = times.map((at) => threadId(`${at}`));
  return { ids, cards: new Map(times.map((at) => [threadId(`${at}`), { sortAt: at }])) };
};

describe('where a gap stands in a column', () => {
  it('is between what came before it and what came after', () => {
    const placed = placeGaps([gap()], { ...rows([60, 50, 10, 5]), hasMore: false, order: 'newest' });
    expect([...placed.above.keys()]).toEqual([2]);
    const turned = placeGaps([gap()], { ...rows([5, 10, 50, 60]), hasMore: false, order: 'oldest' });
    expect([...turned.above.keys()]).toEqual([2]);
  });

  it('is on top when it lies beyond what is loaded, when nothing is here, and where time is not the order', () => {
    const on = (more: Partial<Parameters<typeof placeGaps>[1]>) =>
      placeGaps([gap()], { ...rows([60, 50]), hasMore: true, order: 'newest', ...more });
    expect(on({}).top).toHaveLength(1);
    expect(on({ ...rows([]), hasMore: false }).top).toHaveLength(1);
    expect(on({ ...rows([10]), order: 'due' }).top).toHaveLength(1);
    expect([...on({ hasMore: false }).above.keys()]).toEqual([2]);
  });

  it('is never left out, and never said twice', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(100), { maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(100), fc.nat(30)), { maxLength: 5 }),
        fc.boolean(),
        fc.constantFrom('newest', 'oldest', 'due'),
        (times, spans, hasMore, order) => {
          const sorted = times.toSorted((a, b) => (order === 'oldest' ? a - b : b - a));
          const gaps = spans.map(([from, length], at) =>
            gap({ id: `gap-${at}` as GapId, from, until: from + length }),
          );
          const { top, above } = placeGaps(gaps, { ...rows(sorted), hasMore, order });
          const said = [...top, ...[...above.values()].flat()].map(({ id }) => id);
          expect(said.toSorted()).toEqual(gaps.map(({ id }) => id).toSorted());
        },
      ),
    );
  });

  it('is said only where what is missing would have come', () => {
    expect(takesArrivals({ status: 'new' })).toBe(true);
    expect(takesArrivals({ isOpen: true })).toBe(true);
    expect(takesArrivals({ assignee: 'me' })).toBe(false);
    expect(takesArrivals({ status: 'resolved' })).toBe(false);
    expect(gapsFor([gap({ stream: 'direct' })], { kind: 'public' })).toEqual([]);
    expect(gapsFor([gap()], { account: accountId })).toHaveLength(1);
  });
});

describe('what a gap says', () => {
  const now = new Date(2026, 10, 21, 14, 3).getTime();
  const at = (hour: number, minute: number) => new Date(2026, 10, 21, hour, minute).getTime();

  it('has its bounds and its reason', () => {
    expect(gapWords(gap({ from: at(10, 2), until: at(13, 40) }), now)).toEqual({
      span: 'Messages from 10:02 to 13:40 may be missing.',
      why: 'The network shows only the newest 800 mentions.',
    });
    expect(gapWords(gap({ from: null, until: at(13, 40) }), now).span).toBe(
      'Messages before 13:40 may be missing.',
    );
    expect(gapWords(gap({ from: at(-15, 0), until: at(13, 40), stream: 'direct' }), now).span).toBe(
      'Direct messages from yesterday 09:00 to 13:40 may be missing.',
    );
    expect(gapWords(gap({ from: at(13, 40) + 3000, until: at(13, 40) + 9000 }), now).span).toBe(
      'Messages from 13:40:03 to 13:40:09 may be missing.',
    );
    expect(gapWords(gap({ from: at(13, 40) + 300, until: at(13, 40) + 900 }), now).span).toBe(
      'Messages of 13:40:00 may be missing.',
    );
    expect(gapWords(gap({ from: at(10, 2), until: at(13, 40), kind: 'fetching' }), now)).toEqual({
      span: 'Messages from 10:02 to 13:40 are being fetched, newest first.',
      why: '',
    });
  });
});
