import { expect, it } from 'vitest';
import type { PolicyId } from '../../../shared/ids.ts';
import { never } from '../../../shared/model.ts';
import { put } from '../../db/put.ts';
import { firstAgent } from '../agents.ts';
import { operate } from '../desk.ts';
import { arrive, makeDesk, onlyThread, post, start } from '../testing/desk.ts';
import { finish } from '../testing/queues.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { getThread } from '../threads/rows.ts';
import { removePolicy } from './policies.ts';
import { recountClocks } from './recount.ts';
import { allPolicies } from './rows.ts';

/** A desk on which somebody worked before there were policies. */
const older = () => {
  const desk = makeDesk();
  operate(desk, { op: 'test.begin', by: 'test', input: {} }, (tx) => {
    put(tx, 'settings', { name: 'me', value: 'ab' });
    return { value: null };
  });
  arrive(desk, [post('10')]);
  desk.clock.now = start + 1000;
  return { desk, opens: () => firstAgent(desk.db, desk.now, 'Ada Brook') };
};

it('a desk from before there were policies gets the one a new desk has, and counts its open threads by it', () => {
  const { desk, opens } = older();
  const threadId = onlyThread(desk);
  expect(getThread(desk.db, threadId).next_deadline_at).toBe(never);
  expect(opens()).toBe('ab');
  finish(desk, recountClocks);
  const fresh = makeDesk();
  firstAgent(fresh.db, fresh.now, 'Eve Frost');
  const told = (of: typeof desk) =>
    allPolicies(of.db).map(({ name, targets, calendarId }) => ({ name, targets, calendarId }));
  expect(told(desk)).toEqual(told(fresh));
  expect(getThread(desk.db, threadId)).toMatchObject({ clock: 'first', clock_from: start + 10 });
  expect(getThread(desk.db, threadId).next_deadline_at).toBeGreaterThan(start);
  expectReplayed(desk);
});

it('gives it once, and not again to who removed it', () => {
  const { desk, opens } = older();
  opens();
  opens();
  const [policy, ...more] = allPolicies(desk.db);
  expect(more).toEqual([]);
  removePolicy(desk, { id: policy?.id as PolicyId, revision: policy?.revision ?? 0 });
  opens();
  expect(allPolicies(desk.db)).toEqual([]);
});
