import { expect, it } from 'vitest';
import type { AgentId, ThreadId } from '../../../shared/ids.ts';
import { ask } from '../experts/questions.ts';
import { arrive, makeDesk, post, start } from '../testing/desk.ts';
import { claim } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { teamBoard } from './board.ts';
import { teamHandlers } from './handlers.ts';
import { looksAt } from './looking.ts';

const minute = 60_000;

const ready = () => {
  const desk = makeDesk();
  arrive(desk, [post('100', { authorRemoteId: '1000' }), post('101', { authorRemoteId: '1001' })]);
  const [one, other] = desk.db
    .all<{ id: ThreadId }>('SELECT id FROM threads ORDER BY first_at, id')
    .map(({ id }) => id) as [ThreadId, ThreadId];
  desk.clock.now = start + minute;
  const line = (id: string) => teamBoard(desk).people.find(({ agentId }) => agentId === id);
  const claims = (threadId: ThreadId) =>
    claim(desk, { threadId, revision: getThread(desk.db, threadId).revision });
  return { desk, one, other, line, claims };
};

it('says what somebody is on: what they opened or did something to last, whichever is later', () => {
  const { desk, one, other, line, claims } = ready();
  expect(line('ab')?.lastThread).toBeNull();
  looksAt(desk, one);
  expect(line('ab')?.lastThread).toMatchObject({ id: one, at: desk.now() });
  expect(line('cd')?.lastThread).toBeNull();

  desk.clock.now += minute;
  claims(other);
  expect(line('ab')?.lastThread).toMatchObject({ id: other, at: desk.now() });
  // The window reads the open thread again by itself: that is the same look.
  looksAt(desk, one);
  expect(line('ab')?.lastThread).toMatchObject({ id: other });

  desk.clock.now += minute;
  looksAt(desk, other);
  desk.clock.now += minute;
  looksAt(desk, one);
  expect(line('ab')?.lastThread).toMatchObject({ id: one, at: desk.now() });
  desk.clock.now += 5 * 60 * minute;
  expect(line('ab')?.lastThread).toBeNull();
});

it('says of nobody whose window is closed what they are on, whatever they did there last', async () => {
  const { desk, one, claims } = ready();
  const sitting = new Set(['ab', 'cd']);
  const read = teamHandlers(desk, { isSitting: (id) => sitting.has(id) })['team.board'];
  const lines = async () => (await read({})).people;
  looksAt(desk, one);
  claims(one);
  sitting.delete('ab');
  const closed = (await lines()).find(({ agentId }) => agentId === 'ab');
  // What is theirs stays so; only that they are at it is not true any more.
  expect(closed).toMatchObject({ load: 1, lastThread: null });
  sitting.add('ab');
  expect((await lines())[0]).toMatchObject({ agentId: 'ab', lastThread: { id: one } });
});

it('counts the questions that are over their time, for each person and in all', () => {
  const { desk, one, line, claims } = ready();
  claims(one);
  ask(desk, { threadId: one, expertId: 'cd' as AgentId, text: 'Is it down?', dueAt: desk.now() + minute });
  expect(line('cd')).toMatchObject({ questions: 1, questionsOver: 0 });
  expect(teamBoard(desk).overdueQuestions).toBe(0);
  desk.clock.now += 2 * minute;
  expect(line('cd')).toMatchObject({ questions: 1, questionsOver: 1 });
  expect(teamBoard(desk).overdueQuestions).toBe(1);
});
