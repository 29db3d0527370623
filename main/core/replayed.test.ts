import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replay } from '../db/replay.ts';
import { saveDraft } from './drafts.ts';
import { arrive, direct, makeDesk, onlyThread, post, start, type TestDesk } from './testing/desk.ts';
import { expectReplayed } from './testing/replayed.ts';
import { claim, markRead, release, reopen, resolve } from './threads/operations.ts';
import { getThread } from './threads/rows.ts';
import { undo } from './undo.ts';

const hourMs = 3_600_000;

const steps = [
  'arrive',
  'late',
  'direct',
  'claim',
  'release',
  'resolve',
  'reopen',
  'read',
  'draft',
  'undo',
] as const;
type Step = { do: (typeof steps)[number]; who: number; agent: 'ab' | 'cd' };

const perform = (desk: TestDesk, step: Step, at: number): void => {
  desk.clock.now += 60_000;
  const author = { authorRemoteId: String(50 + step.who) };
  if (step.do === 'arrive')
    return void arrive(desk, [post(String(1000 + at), { ...author, createdAt: desk.clock.now })]);
  if (step.do === 'late')
    return void arrive(desk, [post(String(1000 + at), { ...author, createdAt: start - at })]);
  if (step.do === 'direct')
    return void arrive(desk, [direct(String(1000 + at), { ...author, createdAt: desk.clock.now })], 'direct');
  const agent = desk.as(step.agent);
  const ids = desk.db.all<{ id: string }>('SELECT id FROM threads ORDER BY id').map(({ id }) => id);
  const id = ids[step.who % Math.max(ids.length, 1)];
  if (id === undefined) return;
  const on = { threadId: id as never, revision: getThread(desk.db, id).revision };
  try {
    if (step.do === 'claim') claim(agent, on);
    if (step.do === 'release') release(agent, on);
    if (step.do === 'resolve') resolve(agent, on);
    if (step.do === 'reopen') reopen(agent, on);
    if (step.do === 'read') markRead(agent, id);
    if (step.do === 'draft') saveDraft(agent, id, 'post', `typed ${at}`);
    if (step.do === 'undo') undo(agent);
  } catch (error) {
    // A rule said no: then nothing may have been written either, which is what is compared below.
    if (!(error instanceof Error) || error.name !== 'AppError') throw error;
  }
};

it('tells the desk as it stands, whatever happened', () => {
  const step = fc.record({
    do: fc.constantFrom(...steps),
    who: fc.nat(4),
    agent: fc.constantFrom('ab' as const, 'cd' as const),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 50 }), (story) => {
      const desk = makeDesk();
      for (const [at, one] of story.entries()) perform(desk, one, at);
      expectReplayed(desk);
      desk.db.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);

it('tells the desk as it was at any moment of the past', () => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  const [{ id } = { id: '' }] = desk.db.all<{ id: string }>('SELECT id FROM threads');
  const seq = desk.db.find<{ seq: number }>('SELECT max(seq) AS seq FROM changes')?.seq ?? 0;
  claim(desk, { threadId: id as never, revision: getThread(desk.db, id).revision });
  expect(replay(desk.db, seq).get('threads')?.get(id)?.values).toMatchObject({
    assignee_id: null,
    status: 'new',
  });
  expect(replay(desk.db).get('threads')?.get(id)?.values).toMatchObject({
    assignee_id: 'ab',
    status: 'open',
  });
});

it('knows that a draft went along when two threads were folded into one', () => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  const first = onlyThread(desk);
  resolve(desk, { threadId: first, revision: getThread(desk.db, first).revision });
  desk.clock.now += 80 * hourMs;
  arrive(desk, [post('11', { createdAt: start + 80 * hourMs })]);
  const [second = ''] = desk.db
    .all<{ id: string }>('SELECT id FROM threads WHERE id <> ?', first)
    .map(({ id }) => id);
  saveDraft(desk, second, 'post', 'typed for the second');
  // What was missing between the two arrives: they were one all along.
  arrive(desk, [post('12', { createdAt: start + hourMs })]);
  expect(onlyThread(desk)).toBe(first);
  expect(desk.db.all('SELECT thread_id, text FROM drafts')).toEqual([
    { thread_id: first, text: 'typed for the second' },
  ]);
  expectReplayed(desk);
});
