import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Head } from '../../../shared/audit/verdict.ts';
import { arrive, makeDesk, post } from '../testing/desk.ts';
import { createHeads, headOf, thinned, type HeadPlace } from './heads.ts';

const makePlace = (): HeadPlace & { heads: readonly Head[]; writes: number } => {
  const place = {
    where: 'file' as const,
    heads: [] as readonly Head[],
    writes: 0,
    read: () => place.heads,
    write: (heads: readonly Head[]) => {
      place.heads = heads;
      place.writes += 1;
    },
  };
  return place;
};

it('keeps the newest row once a minute, and only when there is a newer one', () => {
  const desk = makeDesk();
  const place = makePlace();
  const heads = createHeads(desk, place);
  const turn = (): void => {
    if (heads.chore.dueAt(desk) <= desk.now()) heads.chore.run(desk);
  };
  turn();
  expect(place.heads).toEqual([{ ...headOf(desk.db), at: desk.clock.now }]);
  arrive(desk, [post('10')]);
  turn();
  expect(place.writes).toBe(1);
  desk.clock.now += 61_000;
  turn();
  expect(place.heads.at(-1)?.seq).toBe(headOf(desk.db)?.seq);
  desk.clock.now += 61_000;
  turn();
  expect(place.writes).toBe(2);
});

it('keeps what shows that the log was wound back', () => {
  const desk = makeDesk();
  const place = makePlace();
  arrive(desk, [post('10')]);
  createHeads(desk, place).keep();
  const before = place.heads.at(-1);
  desk.db.raw.prepare('DELETE FROM changes WHERE seq = ?').run(before?.seq);
  // In the same minute, by rows that take the place of those that are gone.
  arrive(desk, [post('11')]);
  arrive(desk, [post('12')]);
  createHeads(desk, place).keep();
  arrive(desk, [post('13')]);
  createHeads(desk, place).keep();
  expect(place.heads).toContainEqual(before);
  expect(place.heads).toHaveLength(2);
});

it('tells when it can’t be written, and goes on', () => {
  const desk = makeDesk();
  const troubles: unknown[] = [];
  const place: HeadPlace = { where: 'file', read: () => [], write: () => { throw new Error('full'); } }; // prettier-ignore
  createHeads({ ...desk, onTrouble: (error) => troubles.push(error) }, place).keep();
  expect(troubles).toHaveLength(1);
});

it('keeps few of long ago and all of just now, in their order, the first and the newest always', () => {
  const now = 10_000_000_000;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: now }), { minLength: 1, maxLength: 300 }), (ages) => {
      const heads = ages
        .toSorted((a, b) => b - a)
        .map((age, seq) => ({ seq, hash: `${seq}`, at: now - age }));
      const kept = thinned(heads, now, () => true);
      expect(kept[0]).toBe(heads[0]);
      expect(kept.at(-1)).toBe(heads.at(-1));
      expect(kept.length).toBeLessThan(1 + 61 + 169 + now / 86_400_000 + 2);
      expect(kept).toEqual(kept.toSorted((a, b) => a.seq - b.seq));
    }),
  );
});
