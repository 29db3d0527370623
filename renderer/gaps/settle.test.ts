import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GapId } from '../../shared/ids.ts';
import type { Gap } from '../../shared/model.ts';
import { accountId, threadId } from '../testing/cards.ts';
import { placeGaps, type Placed } from './placed.ts';
import { settleGaps } from './settle.ts';

const gap = ([id, until]: readonly [number, number]): Gap => ({
  id: `gap-${id}` as GapId,
  accountId,
  stream: 'mentions',
  from: 0,
  until,
  kind: 'lost',
  reason: '',
  foundAt: 200,
  endedAt: null,
  // Another span is another revision, as the desk writes it.
  revision: until,
});

const gaps = fc
  .uniqueArray(fc.tuple(fc.nat(5), fc.nat(100)), { selector: ([id]) => id, maxLength: 5 })
  .map((all) => all.map(gap));
const times = fc
  .uniqueArray(fc.nat(100), { minLength: 1, maxLength: 20 })
  .map((all) => all.toSorted((a, b) => b - a));

const heights = ({ top, above }: Placed, view: { first: number; last: number }): number[] =>
  Array.from({ length: view.last - view.first + 1 }, (_, at) =>
    [...above].reduce((sum, [index, here]) => sum + (index <= view.first + at ? here.length : 0), top.length),
  );

it('moves no row in view, tells how many changes wait, and comes to what there is when nobody looks', () => {
  fc.assert(
    fc.property(
      gaps,
      gaps,
      times,
      fc.nat(19),
      fc.nat(6),
      fc.boolean(),
      (shown, fresh, at, from, size, hasMore) => {
        const ids = at.map((time) => threadId(`${time}`));
        const cards = new Map(at.map((time) => [threadId(`${time}`), { sortAt: time }]));
        const place = (some: readonly Gap[]) => placeGaps(some, { ids, cards, hasMore, order: 'newest' });
        const first = Math.min(from, ids.length - 1);
        const view = { first, last: Math.min(first + size, ids.length - 1) };
        const seen = settleGaps(shown, fresh, { place, view, isOwn: () => false });
        expect(heights(place(seen.gaps), view)).toEqual(heights(place(shown), view));
        // Once more changes nothing: a paint does not lead to another.
        const again = settleGaps(seen.gaps, fresh, { place, view, isOwn: () => false });
        expect(again.gaps).toBe(seen.gaps);
        if (seen.held === 0) expect(new Set(seen.gaps)).toEqual(new Set(fresh));

        const all = settleGaps(seen.gaps, fresh, { place, view: undefined, isOwn: () => false });
        expect(all.held).toBe(0);
        expect(all.gaps.map(({ id, revision, endedAt }) => [id, revision, endedAt])).toEqual(
          fresh.map(({ id, revision }) => [id, revision, null]),
        );
      },
    ),
  );
});

it('puts one that is lost in the place of one that was being fetched, at once', () => {
  const place = (some: readonly Gap[]): Placed => ({ top: some, above: new Map() });
  const view = { first: 0, last: 3 };
  const rules = { place, view, isOwn: () => false };
  const ended = settleGaps([gap([1, 40])], [], rules);
  expect(ended).toMatchObject({ held: 1, gaps: [{ id: 'gap-1', endedAt: 200 }] });
  expect(settleGaps(ended.gaps, [gap([2, 40])], rules)).toEqual({ held: 0, gaps: [gap([2, 40])] });
});
