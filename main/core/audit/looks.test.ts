import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AgentId, ThreadId } from '../../../shared/ids.ts';
import { findBreak } from '../../db/changes.ts';
import { arrive, direct, makeDesk, onlyThread, post, type TestDesk } from '../testing/desk.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { claim } from '../threads/operations.ts';
import { viewThread } from '../threads/view.ts';
import { undo } from '../undo.ts';
import { createLooks, directOf, type Looks } from './looks.ts';

let desk: TestDesk;
let looks: Looks;
let threadId: ThreadId;
const ab = 'ab' as AgentId;
const cd = 'cd' as AgentId;

beforeEach(() => {
  vi.useFakeTimers();
  desk = makeDesk();
  arrive(desk, [post('10')]);
  arrive(desk, [direct('11'), direct('12')], 'direct');
  threadId = onlyThread(desk);
  looks = createLooks(desk);
});
afterEach(() => {
  looks.close();
  desk.db.close();
  vi.useRealTimers();
});

const open = (who = ab): void =>
  looks.saw(who, 'opened', { threadId, ids: directOf(viewThread(desk, threadId).messages) });
const seen = () =>
  desk.db
    .all<{ agent: string; thread_id: string; input: string }>(
      "SELECT agent, thread_id, input FROM changes WHERE op = 'thread.seen' ORDER BY seq",
    )
    .map(({ agent, thread_id, input }) => {
      expect(thread_id).toBe(threadId);
      return [agent, JSON.parse(input) as unknown];
    });
const ids = () =>
  desk.db
    .all<{ id: string }>("SELECT id FROM messages WHERE kind = 'dm' ORDER BY created_at")
    .map(({ id }) => id);

it('is in the log within a second, with which messages, and the log holds', () => {
  open();
  open(cd);
  expect(seen()).toEqual([]);
  vi.advanceTimersByTime(1000);
  const [from, upto] = ids();
  expect(seen()).toEqual([
    ['ab', { how: 'opened', from, upto, count: 2 }],
    ['cd', { how: 'opened', from, upto, count: 2 }],
  ]);
  expectReplayed(desk);
});

it('counts the same look within a minute, and tells the count', () => {
  for (let nth = 0; nth < 4; nth += 1) open();
  desk.clock.now += 61_000;
  vi.advanceTimersByTime(61_000);
  expect(seen().slice(1)).toEqual([['ab', { how: 'opened', again: 3 }]]);
  open();
  vi.advanceTimersByTime(1000);
  expect(seen()).toHaveLength(3);
});

it('writes what is new at once, even while the rest was seen just now', () => {
  open();
  arrive(desk, [direct('13')], 'direct');
  open();
  looks.flush();
  const newest = ids().at(-1);
  expect(seen()[1]).toEqual(['ab', { how: 'opened', from: newest, upto: newest, count: 1 }]);
});

it('knows what came while the thread stayed open, and only for whoever has it open', () => {
  open();
  arrive(desk, [direct('13')], 'direct');
  looks.stillSees(ab, threadId);
  looks.stillSees(ab, threadId);
  looks.stillSees(cd, threadId);
  looks.flush();
  const newest = ids().at(-1);
  expect(seen().slice(1)).toEqual([['ab', { how: 'opened', from: newest, upto: newest, count: 1 }]]);
});

it('knows the first direct message of a thread that had none when it was opened', () => {
  arrive(desk, [post('50', { authorRemoteId: '9' })]);
  const other = desk.db.find<{ id: ThreadId }>('SELECT id FROM threads WHERE id <> ?', threadId)!.id;
  looks.saw(ab, 'opened', { threadId: other, ids: [] });
  looks.flush();
  expect(seen()).toEqual([]);
  arrive(desk, [direct('51', { authorRemoteId: '9' })], 'direct');
  looks.stillSees(ab, other);
  looks.flush();
  expect(desk.db.find("SELECT thread_id FROM changes WHERE op = 'thread.seen'")).toEqual({
    thread_id: other,
  });
});

it('a search names what it showed, once an hour', () => {
  const [first = ''] = ids();
  looks.saw(ab, 'found', { threadId, ids: [first] });
  desk.clock.now += 120_000;
  looks.saw(ab, 'found', { threadId, ids: [first] });
  looks.flush();
  expect(seen()).toEqual([['ab', { how: 'found', ids: [first] }]]);
});

it('is no step: it is not taken back, and a step before it still is', () => {
  claim(desk, { threadId, revision: 0 });
  open();
  looks.flush();
  expect(undo(desk).what).toBe('thread.claim');
});

it('loses nothing when the log can’t be written just now', () => {
  looks.close();
  const troubles: unknown[] = [];
  looks = createLooks({ ...desk, onTrouble: (error) => troubles.push(error) });
  desk.db.raw.exec('PRAGMA query_only = ON');
  open();
  vi.advanceTimersByTime(1000);
  expect(troubles).toHaveLength(1);
  desk.db.raw.exec('PRAGMA query_only = OFF');
  vi.advanceTimersByTime(6000);
  expect(seen()).toHaveLength(1);
});

it('comes after what was done meanwhile, and keeps its time otherwise', () => {
  open();
  desk.clock.now += 300;
  claim(desk, { threadId, revision: 0 });
  looks.flush();
  const times = desk.db.all<{ op: string; at: number }>(
    'SELECT op, at FROM changes ORDER BY seq DESC LIMIT 2',
  );
  expect(times).toEqual([
    { op: 'thread.seen', at: desk.clock.now },
    { op: 'thread.claim', at: desk.clock.now },
  ]);
  desk.clock.now -= 86_400_000;
  open(cd);
  looks.flush();
  expect(desk.db.find('SELECT at FROM changes ORDER BY seq DESC LIMIT 1')).toEqual({ at: desk.clock.now });
});

it('writes everything at the end', () => {
  open();
  open();
  looks.close();
  expect(seen().map(([, look]) => look)).toEqual([
    expect.objectContaining({ count: 2 }),
    { how: 'opened', again: 1 },
  ]);
  expect(findBreak(desk.db)).toBeNull();
});
