import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawFrom, placeOf, scorersFor, type Candidate } from './sampling.ts';

const candidates = fc.uniqueArray(
  fc.record({ threadId: fc.uuid(), agentId: fc.constantFrom('ab', 'cd', 'ef', 'gh') }),
  { selector: ({ threadId }) => threadId, maxLength: 60 },
);
const plan = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  perAgent: fc.integer({ min: 1, max: 8 }),
});
const isEven = ({ threadId }: Candidate): boolean => Number.parseInt(threadId.slice(-1), 16) % 2 === 0;

it('draws the same again, in whatever order it reads', () => {
  fc.assert(
    fc.property(candidates, plan, fc.integer(), (all, how, turn) => {
      const drawn = drawFrom(all, how, isEven);
      const other = all.toSorted((a, b) => placeOf(turn, a.threadId) - placeOf(turn, b.threadId));
      expect(drawFrom(other, how, isEven)).toEqual(drawn);
    }),
  );
});

it('takes as many from each as there are, and none twice or unfit', () => {
  fc.assert(
    fc.property(candidates, plan, (all, how) => {
      const drawn = drawFrom(all, how, isEven);
      expect(new Set(drawn.map(({ threadId }) => threadId)).size).toBe(drawn.length);
      expect(drawn.every(isEven)).toBe(true);
      for (const agentId of ['ab', 'cd', 'ef', 'gh']) {
        const fit = all.filter((one) => one.agentId === agentId && isEven(one)).length;
        const got = drawn.filter((one) => one.agentId === agentId).length;
        expect(got).toBe(Math.min(fit, how.perAgent));
      }
    }),
  );
});

it('keeps what it drew when others come in, unless one of them comes before', () => {
  fc.assert(
    fc.property(candidates, candidates, plan, (all, more, how) => {
      const before = drawFrom(all, how);
      const after = new Set(drawFrom([...all, ...more], how).map(({ threadId }) => threadId));
      const fresh = new Set(more.map(({ threadId }) => threadId));
      const gone = before.filter(({ threadId }) => !after.has(threadId)).length;
      expect(gone).toBeLessThanOrEqual([...after].filter((id) => fresh.has(id)).length);
    }),
  );
});

it('gives each of twenty the same chance', () => {
  const all = Array.from({ length: 20 }, (_, at) => ({ threadId: `thread-${at}`, agentId: 'ab' }));
  const hits = new Map<string, number>();
  const rounds = 4000;
  for (let seed = 0; seed < rounds; seed += 1)
    for (const { threadId } of drawFrom(all, { seed, perAgent: 5 }))
      hits.set(threadId, (hits.get(threadId) ?? 0) + 1);
  const expected = (rounds * 5) / 20;
  const chi = all.reduce(
    (sum, { threadId }) => sum + ((hits.get(threadId) ?? 0) - expected) ** 2 / expected,
    0,
  );
  // 19 degrees of freedom: 43.8 is passed once in a thousand.
  expect(chi).toBeLessThan(43.8);
});

it('gives nobody their own, and everybody about as many', () => {
  fc.assert(
    fc.property(candidates, fc.nat(), fc.constantFrom(1, 2), (all, seed, each) => {
      const scorers = ['ab', 'xx', 'yy', 'zz'];
      const given = scorersFor(all, scorers, { seed, each });
      for (const [at, ids] of given.entries()) {
        expect(ids).not.toContain(all[at]?.agentId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBe(each);
      }
      const loads = ['xx', 'yy', 'zz'].map((id) => given.flat().filter((one) => one === id).length);
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1 + each);
    }),
  );
  expect(scorersFor([{ threadId: 't', agentId: 'ab' }], ['ab'], { seed: 1, each: 1 })).toEqual([[]]);
  expect(
    scorersFor([{ threadId: 't', agentId: 'ab' }], ['ab', 'xx', 'yy'], { seed: 1, each: null })[0],
  ).toHaveLength(2);
});
