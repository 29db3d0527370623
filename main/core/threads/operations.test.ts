import { expect, it } from 'vitest';
import { findBreak } from '../../db/changes.ts';
import { saveDraft, draftsOf } from '../drafts.ts';
import { arrive, makeDesk, onlyThread, post, start, type TestDesk } from '../testing/desk.ts';
import { undo } from '../undo.ts';
import { claim, markRead, release, reopen, resolve } from './operations.ts';
import { getThread } from './rows.ts';

const ready = (): { desk: TestDesk; threadId: ReturnType<typeof onlyThread>; seen: () => number } => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  const threadId = onlyThread(desk);
  return { desk, threadId, seen: () => getThread(desk.db, threadId).revision };
};

const lastChange = (desk: TestDesk) =>
  desk.db.find<{ op: string; agent: string; rows: string; inverse: string | null }>(
    'SELECT op, agent, rows, inverse FROM changes ORDER BY seq DESC LIMIT 1',
  );

it('gives a claimed thread to exactly one of two, and names the winner to the other', () => {
  const { desk, threadId, seen } = ready();
  const revision = seen();
  claim(desk, { threadId, revision });
  expect(() => claim(desk.as('cd'), { threadId, revision })).toThrow(/Ada Brook \(\^AB\) has this thread/u);
  expect(getThread(desk.db, threadId)).toMatchObject({ assignee_id: 'ab', status: 'open' });
  expect(claim(desk, { threadId, revision })).toEqual({ seq: null });
});

it('does not cost an agent the claim that the customer wrote again', () => {
  const { desk, threadId, seen } = ready();
  const revision = seen();
  arrive(desk, [post('11')]);
  claim(desk, { threadId, revision });
  expect(getThread(desk.db, threadId).assignee_id).toBe('ab');
});

it('leaves one change with its inverse for each operation, and no copy of what people wrote', () => {
  const { desk, threadId, seen } = ready();
  claim(desk, { threadId, revision: seen() });
  expect(lastChange(desk)).toMatchObject({ op: 'thread.claim', agent: 'ab' });
  expect(JSON.parse(lastChange(desk)?.inverse ?? '')).toEqual({
    op: 'thread.assign',
    input: { threadId, to: null },
  });
  saveDraft(desk, threadId, 'post', 'my secret words');
  expect(JSON.stringify(desk.db.all('SELECT op, input, rows, inverse FROM changes'))).not.toMatch(
    /secret|no signal/u,
  );
  expect(findBreak(desk.db)).toBeNull();
});

it('shows an edited history', () => {
  const { desk, threadId, seen } = ready();
  claim(desk, { threadId, revision: seen() });
  desk.db.raw.exec("UPDATE changes SET agent = 'cd' WHERE op = 'thread.claim'");
  const { seq } = desk.db.find<{ seq: number }>("SELECT seq FROM changes WHERE op = 'thread.claim'") ?? {
    seq: -1,
  };
  expect(findBreak(desk.db)).toBe(seq);
});

it('takes claim, release and resolve back, newest first', () => {
  const { desk, threadId, seen } = ready();
  const before = getThread(desk.db, threadId);
  claim(desk, { threadId, revision: seen() });
  release(desk, { threadId, revision: seen() });
  claim(desk, { threadId, revision: seen() });
  markRead(desk, threadId);
  resolve(desk, { threadId, revision: seen() });
  expect(getThread(desk.db, threadId)).toMatchObject({ status: 'resolved', is_open: 0, closed_at: start });
  expect(undo(desk)).toMatchObject({ what: 'thread.resolve', threadId });
  expect(getThread(desk.db, threadId)).toMatchObject({
    status: 'open',
    is_open: 1,
    closed_at: null,
    waiting_since: start + 10,
  });
  undo(desk);
  undo(desk);
  undo(desk);
  const { revision: _r, read_seq: _q, ...after } = getThread(desk.db, threadId);
  expect(before).toMatchObject(after);
  expect(undo(desk)).toMatchObject({ what: null, threadId: null });
  expect(findBreak(desk.db)).toBeNull();
});

it('undoes only one’s own steps', () => {
  const { desk, threadId, seen } = ready();
  claim(desk.as('cd'), { threadId, revision: seen() });
  expect(undo(desk)).toMatchObject({ what: null, threadId: null });
});

it('does not take a thread away from the colleague who has it by now', () => {
  const { desk, threadId, seen } = ready();
  claim(desk, { threadId, revision: seen() });
  release(desk, { threadId, revision: seen() });
  claim(desk.as('cd'), { threadId, revision: seen() });
  expect(() => undo(desk)).toThrow(/Somebody else/u);
  expect(getThread(desk.db, threadId).assignee_id).toBe('cd');
});

it('does not resolve over a message nobody has read', () => {
  const { desk, threadId, seen } = ready();
  claim(desk, { threadId, revision: seen() });
  markRead(desk, threadId);
  const revision = seen();
  arrive(desk, [post('20')]);
  expect(() => resolve(desk, { threadId, revision })).toThrow(/written again/u);
  markRead(desk, threadId);
  resolve(desk, { threadId, revision: seen() });
  expect(getThread(desk.db, threadId).status).toBe('resolved');
});

it('reopens by hand, and takes that back too', () => {
  const { desk, threadId, seen } = ready();
  resolve(desk, { threadId, revision: seen() });
  reopen(desk, { threadId, revision: seen() });
  expect(getThread(desk.db, threadId)).toMatchObject({ is_open: 1, status: 'open' });
  undo(desk);
  expect(getThread(desk.db, threadId)).toMatchObject({ is_open: 0, status: 'resolved' });
});

it('keeps a draft per author and thread, through every change of owner', () => {
  const { desk, threadId, seen } = ready();
  saveDraft(desk, threadId, 'post', 'Hi, so');
  saveDraft(desk, threadId, 'post', 'Hi, sorry');
  saveDraft(desk, threadId, 'dm', 'in private');
  claim(desk.as('cd'), { threadId, revision: seen() });
  expect(draftsOf(desk, threadId).map(({ kind, text, version }) => [kind, text, version])).toEqual([
    ['dm', 'in private', 1],
    ['post', 'Hi, sorry', 2],
  ]);
  expect(draftsOf(desk.as('cd'), threadId)).toEqual([]);
});
