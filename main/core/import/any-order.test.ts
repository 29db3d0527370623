import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onFailpoint } from '../failpoint.ts';
import { makeDesk, start, stateOf, type TestDesk } from '../testing/desk.ts';
import { withFolder } from '../testing/killed.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { runsOf } from './runs.ts';
import { beginImport } from './start.ts';
import { fileBeside, goOn, importFile, rowOf, table } from './testing/importing.ts';

const hour = 3_600_000;
/** Each run opens two desks in files, and the machine may be busy. */
const patienceMs = 180_000;

/** Over some weeks, so that gaps are now and then longer than the reopen window; the last of them go on now. */
const said = fc.record({
  author: fc.constantFrom('900', '901', 'hallammobile'),
  hours: fc.oneof(fc.integer({ min: 1, max: 160 }), fc.integer({ min: 1, max: 900 })),
  to: fc.nat(30),
});
const said30 = fc.array(said, { minLength: 1, maxLength: 30 });

const rowsOf = (all: readonly { author: string; hours: number; to: number }[]): string[] =>
  all.map(({ author, hours, to }, n) =>
    rowOf(
      n + 1,
      author,
      start - hours * hour,
      author === 'hallammobile' ? `@90${to % 2} answer ${n}` : `@hallammobile ${n}`,
      {
        to: to % 3 === 0 ? (to % all.length) + 1 : '',
      },
    ),
  );

const importedWhole = async (file: string, rows: readonly string[]): Promise<TestDesk> => {
  const desk = makeDesk(file);
  await importFile(desk, fileBeside(desk, `${rows.length}.csv`, table(rows)));
  return desk;
};

it(
  'ends in the same rows in any order, with repetitions, and stopped anywhere',
  async () => {
    await fc.assert(
      fc.asyncProperty(said30, fc.infiniteStream(fc.nat()), fc.nat(5), async (all, dice, stopAfter) => {
        const rows = rowsOf(all);
        const shuffled = [...rows, ...rows.slice(0, 3)]
          .map((row) => [dice.next().value as number, row] as const)
          .toSorted((a, b) => a[0] - b[0])
          .map(([, row]) => row);
        await withFolder(async (file) => {
          const whole = await importedWhole(file, rows);
          await withFolder(async (other) => {
            const desk = makeDesk(other);
            const csv = fileBeside(desk, 'shuffled.csv', table(shuffled));
            const id = beginImport(desk, { path: csv, accountId: 'x:account:1', mapping: null });
            const stop = new AbortController();
            let slices = 0;
            onFailpoint((name) => {
              if (name === 'import.slice' && ++slices > stopAfter) stop.abort();
            });
            const small = { perUnit: 3, perSlice: 4 };
            await goOn(desk, id, stop.signal, small);
            onFailpoint(undefined);
            await goOn(desk, id, undefined, small);
            // The ids that stand twice in the file were met in it, and are told of as known.
            expect(stateOf(desk)).toEqual(stateOf(whole));
            expectReplayed(desk);
            desk.db.close();
          });
          whole.db.close();
        });
      }),
      { numRuns: 25 },
    );
  },
  patienceMs,
);

it(
  'stands as it would have from one file, when a part of the past comes later',
  async () => {
    await fc.assert(
      fc.asyncProperty(said30, fc.nat(30), async (all, cut) => {
        // Long ago, so that nothing goes on: what people may have begun to work with is theirs.
        const old = all.map((one) => ({ ...one, hours: one.hours + 100 }));
        const rows = rowsOf(old).map((row) =>
          row.replace(/,(\d*),hallammobile,test$/u, ',,hallammobile,test'),
        );
        await withFolder(async (file) => {
          const whole = await importedWhole(file, rows);
          await withFolder(async (other) => {
            const desk = makeDesk(other);
            const at = cut % (rows.length + 1);
            const ours = rowOf(99, 'hallammobile', start - 5000 * hour, 'so that both name the brand');
            for (const [n, part] of [rows.slice(at), rows.slice(0, at)].entries()) {
              await importFile(desk, fileBeside(desk, `${n}.csv`, table([...part, ours])));
            }
            await importFile(whole, fileBeside(whole, 'ours.csv', table([ours])));
            expect(stateOf(desk)).toEqual(stateOf(whole));
            expectReplayed(desk);
            desk.db.close();
          });
          whole.db.close();
        });
      }),
      { numRuns: 25 },
    );
  },
  patienceMs,
);

it('threads part where everybody was silent for long, and nowhere else', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.integer({ min: 0, max: 900 }).map((h) => h * hour), isIn: fc.boolean() })),
      (some) => {
        const all = some.toSorted((a, b) => a.at - b.at);
        const { runs, alone } = runsOf(all);
        expect([...alone, ...runs.flatMap(({ messages }) => messages)].length).toBe(all.length);
        expect(alone.every(({ isIn }) => !isIn)).toBe(true);
        for (const { messages } of runs) expect(messages.some(({ isIn }) => isIn)).toBe(true);
        for (const [n, run] of runs.entries()) {
          const next = runs[n + 1]?.messages[0];
          if (next) expect(next.at - run.until).toBeGreaterThan(72 * hour);
        }
      },
    ),
  );
});

it('what the brand said on its own belongs to the thread before it, or to one that soon began', () => {
  const told = (...hours: number[]) => {
    const all = hours.map((at) => ({ at: Math.abs(at) * hour, isIn: at > 0 }));
    const { runs, alone } = runsOf(all);
    const said = (some: readonly { at: number }[]) => some.map(({ at }) => at / hour);
    return { runs: runs.map(({ messages, until }) => [said(messages), until / hour]), alone: said(alone) };
  };
  // After three days of silence the brand spoke first: the next thread begins with the customer, an hour later.
  expect(told(10, -83, 84)).toEqual({
    runs: [
      [[10, 83], 10],
      [[84], 84],
    ],
    alone: [],
  });
  expect(told(-10, 40)).toEqual({ runs: [[[10, 40], 40]], alone: [] });
  // Nobody had spoken, and nobody did soon.
  expect(told(-10, -60, 110)).toEqual({ runs: [[[60, 110], 110]], alone: [10] });
  expect(told(10, -83, -150)).toEqual({ runs: [[[10, 83, 150], 10]], alone: [] });
});
