import { expect, it } from 'vitest';
import { arrive, makeDesk, onlyThread, post } from '../testing/desk.ts';
import { recounted, saved } from '../testing/queues.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { claim } from '../threads/operations.ts';
import { undo } from '../undo.ts';
import { countsSql, queueCounts } from './counts.ts';
import { orderQueues, removeQueue, saveQueue } from './operations.ts';
import { allQueues } from './rows.ts';

const names = (desk: Parameters<typeof allQueues>[0]): string[] => allQueues(desk).map(({ name }) => name);

it('saves, orders and removes, and takes each back', () => {
  const desk = makeDesk();
  const [a, b] = [saved(desk, 'a'), saved(desk, 'b')];
  orderQueues(desk, { ids: [b, a] });
  expect(names(desk.db)).toEqual(['b', 'a']);
  saved(desk, 'a', { name: 'Bills' });
  removeQueue(desk, { id: b, revision: allQueues(desk.db)[0]?.revision ?? 0 });
  expect(names(desk.db)).toEqual(['Bills']);
  const left = [['b', 'Bills'], ['b', 'a'], ['a', 'b'], ['a'], []];
  for (const expected of left) {
    undo(desk);
    expect(names(desk.db)).toEqual(expected);
  }
  expectReplayed(desk);
});

it('refuses what was changed meanwhile, a name that is taken, and who may not', () => {
  const desk = makeDesk();
  const a = saved(desk, 'a');
  saved(desk, 'b');
  expect(() => saved(desk, 'a', { name: 'B' })).toThrow('There is a queue “B” already');
  const { id: _id, position: _p, revision: _r, ...queue } = allQueues(desk.db)[0] ?? never();
  expect(() => saveQueue(desk, { id: a, revision: 7, queue })).toThrow('Somebody has changed the queues');
  expect(() => orderQueues(desk, { ids: [a] })).toThrow('Somebody has changed the queues');
  expect(() => removeQueue(desk.as('cd'), { id: a, revision: 1 })).toThrow('Only supervisors and admins');
});

it('does not take a step back over somebody else’s', () => {
  const desk = makeDesk();
  const a = saved(desk, 'a');
  saved(desk, 'a', { name: 'Mine' });
  const { id: _id, position: _p, revision, ...queue } = allQueues(desk.db)[0] ?? never();
  const other = { ...desk, me: desk.as('cd').me };
  desk.db.raw.prepare("UPDATE agents SET role = 'supervisor' WHERE id = 'cd'").run();
  saveQueue(other, { id: a, revision, queue: { ...queue, name: 'Theirs' } });
  expect(() => undo(desk)).toThrow('Somebody has changed the queues');
  expect(names(desk.db)).toEqual(['Theirs']);
});

it('counts what is open, waiting and nobody’s, from an index alone', () => {
  const desk = makeDesk();
  saved(desk, 'bills', { rules: [{ words: ['bill'] }] });
  arrive(desk, [
    post('10'),
    post('20', { authorRemoteId: '8', text: 'bill' }),
    post('30', { authorRemoteId: '9', text: 'my bill' }),
  ]);
  const [first] = desk.db.all<{ id: string }>("SELECT id FROM threads WHERE queue_id = 'bills'");
  claim(desk, { threadId: first?.id as never, revision: 0 });
  expect(queueCounts(desk.db)).toEqual([
    { id: null, open: 1, waiting: 1, unassigned: 1 },
    { id: 'bills', open: 2, waiting: 2, unassigned: 1 },
  ]);
  const plan = desk.db.raw.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${countsSql}`).all();
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH threads USING COVERING INDEX threads_to_give (queue_id>?)',
  ]);
});

it('costs nothing where there are no queues', () => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  onlyThread(desk);
  expect(recounted(desk)).toBe(0);
});

const never = (): never => {
  throw new Error('there is a queue');
};
