import fc from 'fast-check';
import { expect, test } from 'vitest';
import { threadsHere, threadsThere } from './testing/same.ts';
import { startSmallWorld, streams, type SmallWorld } from './testing/small-world.ts';

type Act = (world: SmallWorld) => unknown;
/** A counterexample is read as what was done, not as code. */
const doing = (what: string, act: Act): Act => Object.assign(act, { [fc.toStringMethod]: () => what });

const who = fc.constantFrom('ann', 'bob', 'cat');
const which = fc.nat(50);
const kind = fc.constantFrom('post' as const, 'dm' as const);

const say = who.map((name) => doing(`${name} says`, (world) => world.say(name)));
const answer = who.map((name) => doing(`${name} answers us`, (world) => world.answer(name)));
const direct = who.map((name) => doing(`${name} writes directly`, (world) => world.direct(name)));
const repost = which.map((at) => doing(`repost ${at}`, (world) => world.repost(at)));
const edit = which.map((at) => doing(`edit ${at}`, (world) => world.edit(at)));
const remove = which.map((at) => doing(`remove ${at}`, (world) => world.remove(at)));
/** One page: what follows happens between it and the next. */
const page = fc
  .constantFrom(...streams)
  .map((stream) => doing(`page of ${stream}`, (world) => world.page(stream)));
const send = fc
  .tuple(who, kind, fc.boolean())
  .map(([name, kind, isDoubtful]) =>
    doing(`${kind} to ${name}${isDoubtful ? ', in doubt' : ''}`, (world) =>
      world.send(name, kind, isDoubtful),
    ),
  );
const wait = fc
  .integer({ min: 1, max: 120 })
  .map((s) => doing(`wait ${s} s`, (world) => world.advance(s * 1000)));
const deliver = fc.constant(doing('deliver', (world) => world.deliver()));

const act: fc.Arbitrary<Act> = fc.oneof(
  ...[say, page].map((arbitrary) => ({ weight: 6, arbitrary })),
  { weight: 4, arbitrary: send },
  ...[direct, edit].map((arbitrary) => ({ weight: 3, arbitrary })),
  ...[answer, remove, wait].map((arbitrary) => ({ weight: 2, arbitrary })),
  ...[repost, deliver].map((arbitrary) => ({ weight: 1, arbitrary })),
);

test('pages, edits, deletions and our own answers in any order end in the threads that the network has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 45 }), async (acts) => {
      const world = await startSmallWorld();
      try {
        for (const act of acts) {
          await act(world);
          world.advance(1000);
        }
        await world.settle();
        expect(threadsHere(world)).toEqual(threadsThere(world));
      } finally {
        await world.close();
      }
    }),
    { numRuns: 25, ...(process.env['SEED'] !== undefined && { seed: Number(process.env['SEED']) }) },
  );
});
