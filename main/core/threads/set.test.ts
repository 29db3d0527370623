import { expect, it } from 'vitest';
import type { ThreadAction } from '../../../shared/action.ts';
import type { ThreadId } from '../../../shared/ids.ts';
import { getAgentRow, putAgent } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { makeTag } from '../tags/tags.ts';
import { arrive, makeDesk, onlyThread, ownReply, post, start, type TestDesk } from '../testing/desk.ts';
import { undo } from '../undo.ts';
import { claim, markRead } from './operations.ts';
import { getThread } from './rows.ts';
import { setThread } from './set.ts';
import { waking } from './wake.ts';

const hour = 3_600_000;

const ready = (): { desk: TestDesk; id: ThreadId } => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  return { desk, id: onlyThread(desk) };
};

const doIt = (desk: Desk, id: ThreadId, action: ThreadAction) =>
  setThread(desk, { threadId: id, revision: getThread(desk.db, id).revision, action });

/** The row without what only counts its writes. */
const stateOf = (desk: Desk, id: ThreadId) => {
  // Until when a breach was judged moves on with every change of targets, and never back.
  const { revision: _r, judged_until: _j, ...row } = getThread(desk.db, id);
  return row;
};

const wornBy = (desk: Desk, id: ThreadId): string[] =>
  desk.db
    .all<{ tag_id: string }>('SELECT tag_id FROM thread_tags WHERE thread_id = ? ORDER BY tag_id', id)
    .map(({ tag_id }) => tag_id);

it('does each thing with its reason, and undo leaves the row as it was', () => {
  const { desk, id } = ready();
  const tag = makeTag(desk, { name: 'outage' });
  markRead(desk, id);
  const all: [ThreadAction, object][] = [
    [{ do: 'priority', priority: 0 }, { priority: 0 }],
    [{ do: 'tag', add: [tag.id], remove: [] }, { tags: JSON.stringify([tag.id]) }],
    [
      { do: 'snooze', until: start + hour },
      { status: 'snoozed', snoozed_until: start + hour },
    ],
    [
      { do: 'snooze', until: null },
      { status: 'snoozed', snoozed_until: null },
    ],
    [{ do: 'unread' }, { read_seq: 0 }],
    [
      { do: 'resolve', reason: 'solved' },
      { status: 'resolved', reason: 'solved', is_open: 0 },
    ],
    [
      { do: 'no-action', reason: 'spam' },
      { status: 'no-action', reason: 'spam', is_open: 0 },
    ],
  ];
  for (const [action, after] of all) {
    const before = stateOf(desk, id);
    doIt(desk, id, action);
    expect(getThread(desk.db, id)).toMatchObject(after);
    undo(desk);
    expect(stateOf(desk, id)).toEqual(before);
  }
});

it('leaves no change where there is nothing to do', () => {
  const { desk, id } = ready();
  expect(doIt(desk, id, { do: 'priority', priority: 2 })).toEqual({ seq: null });
  expect(doIt(desk, id, { do: 'unread' })).toEqual({ seq: null });
});

it('keeps the tags of the card and of the index alike, through undo', () => {
  const { desk, id } = ready();
  const [a, b] = [makeTag(desk, { name: 'outage' }), makeTag(desk, { name: 'LS1' })];
  doIt(desk, id, { do: 'tag', add: [a.id, b.id], remove: [] });
  doIt(desk, id, { do: 'tag', add: [], remove: [a.id] });
  expect(wornBy(desk, id)).toEqual([b.id]);
  undo(desk);
  expect(wornBy(desk, id)).toEqual([a.id, b.id].toSorted());
  undo(desk);
  expect(wornBy(desk, id)).toEqual([]);
  expect(getThread(desk.db, id).tags).toBe('[]');
});

it('refuses somebody else’s thread, but to who may take threads from others', () => {
  const { desk, id } = ready();
  const carl = desk.as('cd');
  claim(desk, { threadId: id, revision: 0 });
  expect(() => doIt(carl, id, { do: 'priority', priority: 0 })).toThrow(/Ada Brook \(\^AB\) has this/u);
  operate(desk, { op: 'test.promote', by: 'test', input: {} }, (tx) => {
    putAgent(tx, { ...getAgentRow(tx, 'cd'), role: 'supervisor' });
    return { value: null };
  });
  doIt(carl, id, { do: 'priority', priority: 0 });
  expect(getThread(desk.db, id).priority).toBe(0);
  operate(desk, { op: 'test.review', by: 'test', input: {} }, (tx) => {
    putAgent(tx, { ...getAgentRow(tx, 'cd'), role: 'reviewer' });
    return { value: null };
  });
  expect(() => doIt(carl, id, { do: 'unread' })).toThrow(/Only/u);
});

it('never closes over a message nobody has read, as no action neither', () => {
  const { desk, id } = ready();
  markRead(desk, id);
  const { revision } = getThread(desk.db, id);
  arrive(desk, [post('20')]);
  for (const action of [
    { do: 'resolve', reason: 'answered' },
    { do: 'no-action', reason: 'spam' },
  ] as const) {
    expect(() => setThread(desk, { threadId: id, revision, action })).toThrow(/written again/u);
  }
  expect(getThread(desk.db, id).is_open).toBe(1);
});

it('does not snooze into the past, nor for years, nor what is closed', () => {
  const { desk, id } = ready();
  expect(() => doIt(desk, id, { do: 'snooze', until: start })).toThrow(/passed/u);
  expect(() => doIt(desk, id, { do: 'snooze', until: start + 1000 * 24 * hour })).toThrow(/year/u);
  doIt(desk, id, { do: 'resolve', reason: 'other' });
  expect(() => doIt(desk, id, { do: 'snooze', until: null })).toThrow(/closed/u);
});

it('wakes when the time has come, unread, and says that the desk did it', () => {
  const { desk, id } = ready();
  markRead(desk, id);
  doIt(desk, id, { do: 'snooze', until: start + hour });
  expect(waking.dueAt(desk)).toBe(start + hour);
  waking.run(desk);
  expect(getThread(desk.db, id).status).toBe('snoozed');
  desk.clock.now = start + hour;
  waking.run(desk);
  expect(getThread(desk.db, id)).toMatchObject({ status: 'new', snoozed_until: null });
  expect(getThread(desk.db, id).read_seq).toBeLessThan(getThread(desk.db, id).last_in_seq);
  expect(waking.dueAt(desk)).toBe(Infinity);
  expect(desk.db.find('SELECT op, agent FROM changes ORDER BY seq DESC LIMIT 1')).toEqual({
    op: 'thread.woke',
    agent: 'desk',
  });
});

it('wakes when the customer writes, in whatever order it arrives', () => {
  for (const late of ['5', '20']) {
    const { desk, id } = ready();
    doIt(desk, id, { do: 'snooze', until: null });
    arrive(desk, [post(late)]);
    expect(getThread(desk.db, id)).toMatchObject({ status: 'new', snoozed_until: null, is_open: 1 });
  }
});

it('sleeps on while only the brand writes', () => {
  const { desk, id } = ready();
  doIt(desk, id, { do: 'snooze', until: start + hour });
  arrive(desk, [ownReply('20', '7', { inReplyToRemoteId: '10' })], 'own');
  expect(getThread(desk.db, id).status).toBe('snoozed');
});

it('a step cannot be taken back into a second open thread of one customer', () => {
  const { desk, id } = ready();
  doIt(desk.as('cd'), id, { do: 'resolve', reason: 'answered' });
  arrive(desk, [post('20', { createdAt: start + 200 * hour })]);
  expect(desk.db.all('SELECT id FROM threads')).toHaveLength(2);
  expect(() => undo(desk.as('cd'))).toThrow(/changed this since/u);
});
