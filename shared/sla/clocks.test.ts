import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Targets } from '../model.ts';
import { dueAfterMs } from './business.ts';
import { clocksOf, nextOf, waitedMs } from './clocks.ts';
import { explain } from './explain.ts';
import type { Hours } from './hours.ts';
import { waitsOf } from './segment.ts';
import { remaining, stageOf } from './stage.ts';

const minute = 60_000;
const all = (minutes: number | null) => [minutes, minutes, minutes, minutes] as const;
const targets: Targets = { first: all(30), next: all(20), resolution: all(100) };
const policy = { targets, warnPercent: 75 };
const at = (minutes: number): number => minutes * minute;
const answered = (...minutes: number[]) => minutes.map((one) => ({ at: at(one), until: at(one) }));

it('runs first response and resolution from the first message nobody answered', () => {
  const runs = clocksOf(policy, null, 2, { inbound: [at(0), at(5)], answers: [], closedAt: null });
  expect(runs).toMatchObject([
    { clock: 'first', startedAt: 0, dueAt: at(30), warnAt: at(22.5), isRunning: true },
    { clock: 'resolution', startedAt: 0, dueAt: at(100), isRunning: true },
  ]);
  expect(nextOf(runs)?.clock).toBe('first');
});

it('freezes while we wait for the customer, and goes on where it stood', () => {
  const inbound = [at(0), at(60), at(65)];
  const still = clocksOf(policy, null, 2, {
    inbound: inbound.slice(0, 1),
    answers: answered(10),
    closedAt: null,
  });
  expect(nextOf(still)).toBeUndefined();
  const again = clocksOf(policy, null, 2, { inbound, answers: answered(10), closedAt: null });
  expect(again).toMatchObject([
    { clock: 'first', endedAt: at(10), lateAt: null },
    { clock: 'next', startedAt: at(60), dueAt: at(80) },
    { clock: 'resolution', dueAt: at(150), frozen: [{ from: at(10), to: at(60) }], isRunning: true },
  ]);
});

it('tells a late answer, and only a late one', () => {
  const late = (minutes: number) =>
    clocksOf(policy, null, 2, { inbound: [at(0)], answers: answered(minutes), closedAt: null })[0]?.lateAt;
  expect(late(30)).toBeNull();
  expect(late(31)).toBe(at(31));
});

it('does not let an answer stop the clock of what crossed it on its way', () => {
  const answers = [{ at: at(10), until: at(2) }];
  expect(waitsOf({ inbound: [at(0), at(7)], answers, closedAt: null })).toEqual([
    { from: 0, to: at(10) },
    { from: at(7), to: null },
  ]);
});

it('waits exactly while something the customer wrote is unanswered', () => {
  const times = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 });
  const answers = fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 200 }), until: fc.integer({ min: 0, max: 200 }) }),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(times, answers, (inbound, given) => {
      const sorted = inbound.toSorted((a, b) => a - b);
      const waits = waitsOf({ inbound: sorted, answers: given, closedAt: null });
      const dealtWith = Math.max(-Infinity, ...given.map(({ until }) => until));
      const open = sorted.find((one) => one > dealtWith);
      expect(waits.find(({ to }) => to === null)?.from).toBe(open);
      for (const wait of waits) expect(sorted).toContain(wait.from);
    }),
  );
});

it('knows from the waits before how far the resolution is, also when messages cross', () => {
  const times = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 8 });
  const answers = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 30 })), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(times, answers, (inbound, given) => {
      const segment = {
        inbound: inbound.map(at).toSorted((a, b) => a - b),
        answers: given.map(([sent, behind]) => ({ at: at(sent), until: at(sent - behind) })),
        closedAt: null,
      };
      const waits = waitsOf(segment);
      const wait = waits.at(-1);
      if (!wait || wait.to !== null) return;
      const run = clocksOf(policy, null, 2, segment).at(-1);
      expect(dueAfterMs(null, wait.from, at(100) - waitedMs(null, waits))).toBe(run?.dueAt);
    }),
  );
});

const office: Hours = {
  zone: 'Europe/London',
  week: [...Array.from({ length: 5 }, () => [[540, 1020]] as const), [], []],
  holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
};

it('explains the fixture', () => {
  const [run] = clocksOf(policy, office, 2, {
    inbound: [Date.parse('2026-11-20T16:45:00Z')],
    answers: [],
    closedAt: null,
  });
  expect(explain(run!, office, 'UTC')).toEqual([
    'started 16:45 Friday',
    'closed 17:00–09:00',
    'due Monday 09:15',
  ]);
});

it('names holidays and says how often it was closed', () => {
  const [, run] = clocksOf({ targets: { ...targets, resolution: all(1500) }, warnPercent: 75 }, office, 2, {
    inbound: [Date.parse('2026-12-22T16:45:00Z')],
    answers: [],
    closedAt: null,
  });
  expect(explain(run!, office, 'UTC')).toEqual([
    'started 16:45 Tuesday 22 December',
    'closed 17:00–09:00 (4 times)',
    'holiday: Christmas Day',
    'due Tuesday 29 December 09:45',
  ]);
});

it('draws four stages', () => {
  const clock = {
    clock: 'first',
    startedAt: 0,
    dueAt: at(60),
    warnAt: at(45),
    policyId: 'p' as never,
  } as const;
  expect([10, 45, 54, 60, 61].map((one) => stageOf(clock, at(one)))).toEqual([
    'fine',
    'soon',
    'now',
    'now',
    'breached',
  ]);
  // Warned already: it does not turn fine again.
  expect(stageOf({ ...clock, warnAt: clock.dueAt }, at(46))).toBe('soon');
  expect([
    remaining(at(60), at(34)),
    remaining(at(60), at(64)),
    remaining(at(600), 0),
    remaining(at(90), 0),
  ]).toEqual(['26m', '4m over', '10h', '1h 30m']);
});
