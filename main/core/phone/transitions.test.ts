import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EscalationId } from '../../../shared/ids.ts';
import { callOutcomes, type EscalationState } from '../../../shared/model.ts';
import { settings } from '../../../shared/settings.ts';
import type { Desk } from '../desk.ts';
import { saveSettings } from '../settings.ts';
import { arrive, direct, makeDesk, type TestDesk } from '../testing/desk.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { merge } from '../threads/merge.ts';
import { resolve } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { undo } from '../undo.ts';
import { abandon, book, give } from './book.ts';
import { beginCall, endCall } from './call.ts';
import { forgetNumbers, remindOfCalls } from './chores.ts';
import { requestCall } from './request.ts';
import { callOf, type AttemptRow, type EscalationRow } from './rows.ts';

const steps = [
  'request',
  'book',
  'give',
  'abandon',
  'dial',
  'done',
  'again',
  'give-up',
  'merge',
  'resolve',
  'undo',
  'wait',
] as const;
type Step = { do: (typeof steps)[number]; thread: number; agent: 'ab' | 'cd'; at: number };

/** From which states each is reached; undo goes back along them. */
const leadsTo: Record<EscalationState, readonly EscalationState[]> = {
  requested: [],
  booked: ['requested'],
  attempted: ['requested', 'booked', 'attempted'],
  done: ['attempted'],
  abandoned: ['requested', 'booked', 'attempted'],
};

const perform = (agent: Desk, step: Step): void => {
  const { db } = agent;
  const threads = db.all<{ id: never }>('SELECT id FROM threads ORDER BY id');
  const thread = threads[step.thread % threads.length];
  if (!thread) return;
  const row = db.find<EscalationRow>(
    'SELECT * FROM escalations WHERE thread_id = ? ORDER BY ended_at IS NOT NULL, id DESC LIMIT 1',
    thread.id,
  );
  const id = (row?.id ?? 'none') as EscalationId;
  const slip = { number: '0113 496 0017', hasConsent: true as const, messageId: null, untilAt: null };
  const more = { fromAt: null, lang: null, summary: 'canary', assigneeId: null };
  const call = callOf(db, agent.me);
  const end = (next: Parameters<typeof endCall>[1]['next']): void => {
    const outcome = callOutcomes[step.at % callOutcomes.length] ?? 'talked';
    if (call) endCall(agent, { callId: call.id as never, outcome, next });
  };
  if (step.do === 'request') requestCall(agent, { threadId: thread.id, ...slip, ...more });
  if (step.do === 'book') book(agent, { id, fromAt: agent.now() + step.at, untilAt: null });
  if (step.do === 'give') give(agent, { id, to: (step.at % 2 === 0 ? 'cd' : null) as never });
  if (step.do === 'abandon') abandon(agent, { id, reason: 'other' });
  if (step.do === 'dial') beginCall(agent, id);
  if (step.do === 'done') end({ do: 'done' });
  if (step.do === 'again') end({ do: 'again', at: null });
  if (step.do === 'give-up') end({ do: 'abandon', reason: 'unreachable' });
  const other = threads[(step.thread + 1) % threads.length];
  if (step.do === 'merge' && other) merge(agent, { threadId: thread.id, from: other.id });
  if (step.do === 'resolve')
    resolve(agent, { threadId: thread.id, revision: getThread(db, thread.id).revision });
  if (step.do === 'undo') undo(agent);
};

const check = (desk: TestDesk, before: ReadonlyMap<string, EscalationRow>, isUndo: boolean): void => {
  const rows = desk.db.all<EscalationRow>('SELECT * FROM escalations');
  const attempts = desk.db.all<AttemptRow>('SELECT * FROM call_attempts');
  const live = rows.filter(({ ended_at }) => ended_at === null);
  expect(new Set(live.map(({ thread_id }) => thread_id)).size, 'one promise per thread').toBe(live.length);
  const running = attempts.filter(({ ended_at }) => ended_at === null);
  expect(new Set(running.map(({ agent_id }) => agent_id)).size, 'one call per person').toBe(running.length);
  for (const row of rows) {
    const isOver = row.state === 'done' || row.state === 'abandoned';
    expect(row.ended_at !== null, 'ended when it is over').toBe(isOver);
    expect(row.outcome !== null, 'says how it ended').toBe(isOver);
    expect(
      attempts.filter(({ escalation_id }) => escalation_id === row.id),
      'counts attempts',
    ).toHaveLength(row.attempts);
    if (row.attempts > 0) expect(['attempted', 'done', 'abandoned']).toContain(row.state);
    const was = before.get(row.id);
    if (!isUndo && was && was.state !== row.state) expect(leadsTo[row.state]).toContain(was.state);
  }
  for (const { escalation_id } of running) {
    expect(
      live.map(({ id }) => id),
      'talks only about what is live',
    ).toContain(escalation_id);
  }
  const threads = desk.db.all<{ id: string; status: string }>('SELECT id, status FROM threads');
  for (const { id, status } of threads) {
    expect(status === 'phone', 'held as long as a call is promised').toBe(
      live.some(({ thread_id }) => thread_id === id),
    );
  }
};

it('keeps every promise in one state, however it is pushed about and taken back', () => {
  const step = fc.record({
    do: fc.constantFrom(...steps),
    thread: fc.nat(2),
    agent: fc.constantFrom('ab' as const, 'cd' as const),
    at: fc.nat(7_200_000),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (all) => {
      const desk = makeDesk();
      saveSettings(desk, { ...settings.parse({}), phoneCountry: 'GB' });
      for (const who of ['7', '8', '9']) arrive(desk, [direct(`1${who}`, { authorRemoteId: who })], 'direct');
      for (const one of all) {
        const before = new Map(
          desk.db.all<EscalationRow>('SELECT * FROM escalations').map((row) => [row.id, row]),
        );
        desk.clock.now += 1000;
        if (one.do === 'wait') {
          desk.clock.now += one.at;
          remindOfCalls.run(desk);
          forgetNumbers.run(desk);
        }
        try {
          perform(desk.as(one.agent), one);
        } catch (error) {
          // A rule said no, in words.
          if (!(error instanceof Error) || error.name !== 'AppError') throw error;
        }
        check(desk, before, one.do === 'undo');
      }
      expectReplayed(desk);
      expect(JSON.stringify(desk.db.all('SELECT input, rows, inverse FROM changes'))).not.toMatch(
        /canary|4960017/u,
      );
      desk.db.close();
    }),
    { numRuns: 40 },
  );
}, 60_000);
