import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Action } from '../../../shared/action.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AgentId, QueueId, ThreadId } from '../../../shared/ids.ts';
import type { Duty } from '../../../shared/model.ts';
import { findBreak } from '../../db/changes.ts';
import { getAgentRow, newcomer, putAgent } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { putQueue } from '../queues/rows.ts';
import { teamBoard } from '../team/board.ts';
import { arrive, makeDesk, post, start, type TestDesk } from '../testing/desk.ts';
import { claim, release } from '../threads/operations.ts';
import { undo } from '../undo.ts';
import { applyToMany, assign } from './apply.ts';
import { previewOf } from './preview.ts';
import { allThreads } from './testing.ts';

const people = ['ab', 'cd', 'ef', 'gh'] as const;
const customers = 8;

type Step =
  | { do: 'claim' | 'release'; by: string; thread: number }
  | { do: 'assign'; by: string; thread: number; to: string | null }
  | { do: 'bulk'; by: string; threads: number[] | null; action: Action }
  | { do: 'duty'; who: string; duty: Duty }
  | { do: 'write'; customer: number }
  | { do: 'undo'; by: string };

const who = fc.constantFrom(...people);
const thread = fc.nat(customers - 1);
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('assign' as const), to: fc.option(who) as fc.Arbitrary<AgentId | null> }),
  fc.record({
    do: fc.constant('queue' as const),
    queueId: fc.constantFrom('q1', 'q2', null) as fc.Arbitrary<QueueId | null>,
  }),
  fc.record({ do: fc.constant('priority' as const), priority: fc.constantFrom(0 as const, 2 as const) }),
  fc.constant<Action>({ do: 'resolve', reason: 'solved' }),
  fc.constant<Action>({ do: 'snooze', until: null }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('claim' as const, 'release' as const), by: who, thread }),
  fc.record({ do: fc.constant('assign' as const), by: who, thread, to: fc.option(who) }),
  fc.record({
    do: fc.constant('bulk' as const),
    by: who,
    threads: fc.option(fc.array(thread, { minLength: 1, maxLength: 6 })),
    action,
  }),
  fc.record({
    do: fc.constant('duty' as const),
    who,
    duty: fc.constantFrom<Duty>('on', 'away', 'off'),
  }),
  fc.record({ do: fc.constant('write' as const), customer: thread }),
  fc.record({ do: fc.constant('undo' as const), by: who }),
);

const prepared = (): TestDesk => {
  const desk = makeDesk();
  operate(desk, { op: 'test.people', by: 'test', input: {} }, (tx) => {
    putAgent(tx, { ...newcomer('ef', 'Eve Frost', 'EF', start), role: 'supervisor' });
    putAgent(tx, newcomer('gh', 'Gus Hall', 'GH', start));
    for (const [at, id] of ['q1', 'q2'].entries()) {
      putQueue(tx, {
        id,
        name: id,
        position: at,
        rules: '[]',
        assignment: 'off',
        skill: null,
        is_language: 0,
        is_sticky: 0,
        return_after_ms: null,
        removed_at: null,
      });
    }
    return { value: null };
  });
  arrive(
    desk,
    Array.from({ length: customers }, (_, at) =>
      post(String(100 + at), { authorRemoteId: String(1000 + at) }),
    ),
  );
  return desk;
};

/** Refusals are part of it; anything else is not. */
const attempted = (run: () => unknown): void => {
  try {
    run();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
};

const take = (desk: TestDesk, ids: readonly ThreadId[], one: Step, at: number): void => {
  if (one.do === 'write') {
    arrive(desk, [post(String(5000 + at), { authorRemoteId: String(1000 + one.customer) })]);
  } else if (one.do === 'duty') {
    operate(desk, { op: 'test.duty', by: 'test', input: {} }, (tx) => {
      putAgent(tx, { ...getAgentRow(tx, one.who), duty: one.duty });
      return { value: null };
    });
  } else attempted(() => act(desk.as(one.by), ids, one));
};

const act = (desk: Desk, ids: readonly ThreadId[], one: Exclude<Step, { do: 'write' | 'duty' }>): void => {
  if (one.do === 'undo') return void undo(desk);
  if (one.do === 'bulk') return bulk(desk, ids, one);
  const threadId = ids[one.thread]!;
  if (one.do === 'assign') assign(desk, { threadId, revision: 1, to: one.to as AgentId | null });
  else (one.do === 'claim' ? claim : release)(desk, { threadId, revision: 1 });
};

const bulk = (desk: Desk, ids: readonly ThreadId[], one: Extract<Step, { do: 'bulk' }>): void => {
  const target =
    one.threads === null
      ? { filter: { isOpen: true } }
      : { threadIds: [...new Set(one.threads)].map((at) => ids[at]!) };
  const preview = previewOf(desk, target, one.action);
  const loads = new Map(preview.loads.map(({ agentId, after }) => [agentId as string, after]));
  const done = applyToMany(desk, { target, action: one.action, expected: preview.changes });
  // What was promised is what was done.
  expect(done.changed).toBe(preview.changes);
  expect(done.changed + preview.same + done.left.reduce((sum, { count }) => sum + count, 0)).toBe(
    preview.total,
  );
  for (const [id, after] of loads) expect(openOf(desk, id)).toBe(after);
};

const openOf = (desk: Desk, id: string): number =>
  allThreads(desk).filter((row) => row.assignee_id === id && row.is_open === 1).length;

it('whatever is claimed, moved and taken back: nobody off duty gets new work, and every number is true', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const desk = prepared();
      const ids = allThreads(desk).map(({ id }) => id as ThreadId);
      for (const [at, one] of steps.entries()) {
        desk.clock.now += 1000;
        const before = new Map(allThreads(desk).map((row) => [row.id, row]));
        take(desk, ids, one, at);
        for (const row of allThreads(desk)) {
          const was = before.get(row.id);
          if (row.is_open === 0) continue;
          // One assignee, with the moment they got it.
          expect(row.assigned_at === null, `${row.status} of ${String(row.assignee_id)}`).toBe(
            row.assignee_id === null,
          );
          expect(row.status).not.toBe(row.assignee_id === null ? 'open' : 'new');
          const isNew = row.assignee_id !== null && row.assignee_id !== was?.assignee_id;
          if (isNew && one.do !== 'claim') {
            expect(getAgentRow(desk.db, row.assignee_id!).duty, JSON.stringify(one)).not.toBe('off');
          }
        }
        const board = teamBoard(desk);
        for (const line of board.people) expect(line.load).toBe(openOf(desk, line.agentId));
        expect(board.queues.reduce((sum, { unassigned }) => sum + unassigned, 0)).toBe(
          allThreads(desk).filter((row) => row.is_open === 1 && row.assignee_id === null).length,
        );
      }
      expect(findBreak(desk.db)).toBeNull();
      desk.db.close();
    }),
    { numRuns: 80 },
  );
}, 60_000);
