import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import type { ThreadId } from '../../../shared/ids.ts';
import { never } from '../../../shared/model.ts';
import { operate } from '../desk.ts';
import { arrive, makeDesk, onlyThread, ownReply, post, start, type TestDesk } from '../testing/desk.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { getThread } from '../threads/rows.ts';
import { setThread } from '../threads/set.ts';
import { settle } from '../threads/settle.ts';
import { undo } from '../undo.ts';
import { marksOf } from './marks.ts';
import { savePolicy } from './policies.ts';
import { recountClocks } from './recount.ts';
import { allPolicies } from './rows.ts';
import { all, draft, givePolicy, hour, minute } from './testing/policy.ts';
import { watchClocks } from './watch.ts';

const thread = (desk: TestDesk) => getThread(desk.db, onlyThread(desk));
const look = (desk: TestDesk, minutes: number): void => {
  desk.clock.now = start + minutes * minute;
  while (watchClocks.dueAt(desk) <= desk.now()) watchClocks.run(desk);
};
const at = (minutes: number) => ({ createdAt: start + minutes * minute });
const ops = (desk: TestDesk) =>
  desk.db
    .all<{ op: string }>("SELECT op FROM changes WHERE op LIKE 'clock.%' ORDER BY seq")
    .map(({ op }) => op);

it('warns once, then tells the breach once, and looks no more', () => {
  const desk = makeDesk();
  givePolicy(desk, 'p', { targets: { first: all(60), next: all(30), resolution: all(null) } });
  arrive(desk, [post('10', at(0))]);
  look(desk, 44);
  expect(ops(desk)).toEqual([]);
  look(desk, 46);
  look(desk, 60);
  expect(ops(desk)).toEqual(['clock.warned']);
  look(desk, 61);
  look(desk, 500);
  expect(ops(desk)).toEqual(['clock.warned', 'clock.breached']);
  expect(thread(desk)).toMatchObject({ breaches: 1, warn_at: never, next_deadline_at: start + hour });
  expect(marksOf(desk.db, onlyThread(desk))).toMatchObject([
    { clock: 'first', warned_at: start + 46 * minute, breached_at: start + 61 * minute, is_seen: 1 },
  ]);
  expectReplayed(desk);
});

it('tells the breach of a resolution behind one of a response', () => {
  const desk = makeDesk();
  givePolicy(desk, 'p');
  arrive(desk, [post('10', at(0))]);
  for (let minutes = 0; minutes <= 700; minutes += 10) look(desk, minutes);
  expect(
    marksOf(desk.db, onlyThread(desk)).map(({ clock, breached_at }) => [clock, breached_at !== null]),
  ).toEqual([
    ['first', true],
    ['resolution', true],
  ]);
  expect(thread(desk).breaches).toBe(2);
});

it('keeps a breach through answers, closing, reopening, other policies and undo', () => {
  const desk = makeDesk();
  const id = givePolicy(desk, 'p');
  arrive(desk, [post('10', at(0))]);
  look(desk, 61);
  arrive(desk, [ownReply('20', '7', at(62))], 'own');
  // Known late, but written in time: what was seen stands all the same.
  arrive(desk, [ownReply('19', '7', at(30))], 'own');
  expect(thread(desk).breaches).toBe(1);
  setThread(desk, {
    threadId: onlyThread(desk),
    revision: thread(desk).revision,
    action: { do: 'resolve', reason: 'solved' },
  });
  arrive(desk, [post('30', at(90))]);
  savePolicy(desk, {
    id,
    revision: 1,
    policy: draft({ targets: { first: all(600), next: all(600), resolution: all(null) } }),
  });
  recountClocks.run(desk);
  expect(thread(desk)).toMatchObject({ breaches: 1, clock: 'first', next_deadline_at: start + 690 * minute });
  undo(desk);
  recountClocks.run(desk);
  expect(thread(desk)).toMatchObject({ breaches: 1, next_deadline_at: start + 150 * minute });
  expectReplayed(desk);
});

it('does not warn twice of the same clock', () => {
  const desk = makeDesk();
  givePolicy(desk, 'p', { targets: { first: all(60), next: all(30), resolution: all(null) } });
  arrive(desk, [post('10', at(0))]);
  look(desk, 46);
  arrive(desk, [post('11', at(47))]);
  setThread(desk, {
    threadId: onlyThread(desk),
    revision: thread(desk).revision,
    action: { do: 'priority', priority: 3 },
  });
  look(desk, 50);
  expect(ops(desk)).toEqual(['clock.warned']);
  expect(thread(desk).warn_at).toBe(start + hour + 1);
});

it('counts many open threads anew in parts', () => {
  const desk = makeDesk();
  const id = givePolicy(desk, 'p');
  arrive(
    desk,
    Array.from({ length: 400 }, (_, n) =>
      post(String(1000 + n), { authorRemoteId: String(5000 + n), createdAt: start + n }),
    ),
  );
  savePolicy(desk, {
    id,
    revision: 1,
    policy: draft({ targets: { first: all(20), next: all(20), resolution: all(null) } }),
  });
  let turns = 0;
  while (recountClocks.dueAt(desk) <= desk.now()) {
    recountClocks.run(desk);
    turns += 1;
  }
  expect(turns).toBe(11);
  expect(desk.db.all('SELECT 1 FROM threads WHERE next_deadline_at <> clock_from + ?', 20 * minute)).toEqual(
    [],
  );
});

/** Customers, the brand and agents, in half hours; the desk looks now and then. */
const step = fc.record({
  do: fc.constantFrom('in', 'in', 'out', 'late', 'priority', 'resolve', 'policy', 'look', 'look', 'undo'),
  who: fc.constantFrom('7', '8'),
  halfHours: fc.integer({ min: 1, max: 12 }),
  value: fc.constantFrom(0, 1, 2, 3),
});

it('is the same counted anew as it was kept along, whatever happened; a breach that was seen stays', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const desk = makeDesk();
      const id = givePolicy(desk, 'p', {
        targets: { first: [30, 60, 90, 300], next: [20, 40, 90, 300], resolution: [100, 300, 700, null] },
      });
      const seen = new Set<string>();
      for (const [n, { do: what, who, halfHours, value }] of steps.entries()) {
        desk.clock.now += halfHours * 30 * minute;
        const createdAt = desk.clock.now - (what === 'late' ? 200 * minute : 0) + n;
        const remote = String(100 + n);
        const [row] = desk.db.all<{ id: ThreadId; revision: number }>(
          'SELECT t.id, t.revision FROM threads t JOIN identities i ON i.id = t.identity_id WHERE i.remote_id = ? AND t.is_open = 1',
          who,
        );
        if (what === 'in' || what === 'late')
          arrive(desk, [post(remote, { authorRemoteId: who, createdAt })]);
        if (what === 'out') arrive(desk, [ownReply(remote, who, { createdAt })], 'own');
        if (what === 'look') look(desk, (desk.clock.now - start) / minute);
        if (what === 'undo') attempt(() => undo(desk));
        if (what === 'policy') {
          const { revision } = allPolicies(desk.db)[0]!;
          savePolicy(desk, {
            id,
            revision,
            policy: draft({
              targets: { first: all(30 + 60 * value), next: all(60), resolution: all(400) },
            }),
          });
          while (recountClocks.dueAt(desk) <= desk.now()) recountClocks.run(desk);
        }
        if (!row) continue;
        const on = { threadId: row.id, revision: row.revision };
        if (what === 'priority') setThread(desk, { ...on, action: { do: 'priority', priority: value as 0 } });
        if (what === 'resolve')
          attempt(() => setThread(desk, { ...on, action: { do: 'resolve', reason: 'solved' } }));
        for (const key of seenBreaches(desk)) seen.add(key);
        for (const key of seen) expect(seenBreaches(desk)).toContain(key);
      }
      while (recountClocks.dueAt(desk) <= desk.now()) recountClocks.run(desk);
      const before = clocksOf(desk);
      operate(desk, { op: 'test.settle', by: 'test', input: {} }, (tx) => {
        for (const { id } of tx.all<{ id: string }>('SELECT id FROM threads')) settle(tx, id);
        return { value: null };
      });
      expect(clocksOf(desk)).toEqual(before);
      expectReplayed(desk);
    }),
    { numRuns: 60 },
  );
});

const attempt = (job: () => unknown): void => {
  try {
    job();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
};

const clocksOf = (desk: TestDesk): unknown => [
  desk.db.all(
    'SELECT id, policy_id, clock, clock_from, next_deadline_at, warn_at, waited_ms, marks, breaches FROM threads ORDER BY id',
  ),
  desk.db.all(
    'SELECT thread_id, clock, started_at, due_at, warned_at, breached_at FROM clock_marks ORDER BY 1, 2, 3',
  ),
];

/** Folding moves a mark to the thread that is kept, so the thread is not part of its name. */
const seenBreaches = (desk: TestDesk): string[] =>
  desk.db
    .all<{ clock: string; started_at: number }>(
      'SELECT clock, started_at FROM clock_marks WHERE is_seen = 1 AND breached_at IS NOT NULL',
    )
    .map(({ clock, started_at }) => `${clock} ${started_at}`);
