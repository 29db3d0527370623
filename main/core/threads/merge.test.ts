import { expect, it } from 'vitest';
import type { MessageId, ThreadId } from '../../../shared/ids.ts';
import { findBreak } from '../../db/changes.ts';
import type { Desk } from '../desk.ts';
import { draftsOf, saveDraft } from '../drafts.ts';
import { addNote } from '../notes/notes.ts';
import { makeTag } from '../tags/tags.ts';
import { arrive, direct, makeDesk, ownReply, post, start, type TestDesk } from '../testing/desk.ts';
import { undo } from '../undo.ts';
import { merge } from './merge.ts';
import { resolve } from './operations.ts';
import { getThread } from './rows.ts';
import { setThread } from './set.ts';
import { split } from './split.ts';

const hour = 3_600_000;

const threadOf = (desk: Desk, who: string): ThreadId => {
  const sql =
    'SELECT t.id FROM threads t JOIN identities i ON i.customer_id = t.customer_id AND i.remote_id = ? ORDER BY t.is_open DESC, first_at DESC';
  return desk.db.find<{ id: ThreadId }>(sql, who)?.id as ThreadId;
};

const messageId = (remoteId: string): MessageId => `x:account:1/post/${remoteId}` as MessageId;

/** Everything a thread consists of, without what only counts writes. */
const rowsOf = (desk: TestDesk): unknown => ({
  threads: desk.db
    .all<Record<string, unknown>>('SELECT * FROM threads ORDER BY id')
    .map(({ revision: _r, ...row }) => row),
  messages: desk.db.all('SELECT id, thread_id FROM messages ORDER BY id'),
  identities: desk.db.all('SELECT id, customer_id FROM identities ORDER BY id'),
  notes: desk.db.all('SELECT id, thread_id, customer_id, text, removed_at FROM notes ORDER BY id'),
  tags: desk.db.all('SELECT thread_id, tag_id FROM thread_tags ORDER BY thread_id, tag_id'),
  marks: desk.db.all(
    'SELECT thread_id, clock, started_at FROM clock_marks ORDER BY thread_id, clock, started_at',
  ),
  drafts: desk.db.all(
    "SELECT agent_id, thread_id, kind, text FROM drafts WHERE text <> '' ORDER BY thread_id, kind",
  ),
});

const two = (): { desk: TestDesk; seven: ThreadId; eight: ThreadId } => {
  const desk = makeDesk();
  arrive(desk, [post('10'), post('20', { authorRemoteId: '8' })]);
  const [seven, eight] = [threadOf(desk, '7'), threadOf(desk, '8')];
  const tag = makeTag(desk, { name: 'outage' });
  setThread(desk, { threadId: eight, revision: 1, action: { do: 'tag', add: [tag.id], remove: [] } });
  addNote(desk, { threadId: eight, about: 'thread', text: 'mast TX114', mentions: [] });
  addNote(desk, { threadId: eight, about: 'customer', text: 'calls herself Maya', mentions: [] });
  saveDraft(desk, seven, 'post', 'Hi');
  saveDraft(desk, eight, 'post', 'Hello');
  return { desk, seven, eight };
};

it('two customers who are one person become one, and two again', () => {
  const { desk, seven, eight } = two();
  const before = rowsOf(desk);
  const { into } = merge(desk, { threadId: seven, from: eight });
  expect(into).toBe(eight);
  expect(desk.db.all('SELECT DISTINCT customer_id FROM identities WHERE remote_id IN (7, 8)')).toHaveLength(
    1,
  );
  expect(getThread(desk.db, into)).toMatchObject({ inbound: 2, notes: 1, waiting_since: start + 10 });
  expect(draftsOf(desk, into).map(({ text }) => text)).toEqual(['Hello\nHi']);
  arrive(desk, []);
  undo(desk);
  expect(rowsOf(desk)).toEqual(before);
  expect(findBreak(desk.db)).toBeNull();
});

it('what either handle writes then goes to the one thread, and the two can’t be parted any more', () => {
  const { desk, seven, eight } = two();
  const { into } = merge(desk, { threadId: seven, from: eight });
  arrive(desk, [post('30'), direct('40', { authorRemoteId: '8' })]);
  expect(getThread(desk.db, into)).toMatchObject({ inbound: 4, is_open: 1 });
  expect(desk.db.all('SELECT id FROM threads')).toHaveLength(1);
  expect(() => undo(desk)).toThrow(/gone on/u);
});

it('joins an earlier thread of the same customer, and parts it again', () => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  const first = threadOf(desk, '7');
  desk.clock.now = start + hour;
  resolve(desk, { threadId: first, revision: getThread(desk.db, first).revision });
  arrive(desk, [post('30', { createdAt: start + 200 * hour })]);
  const second = threadOf(desk, '7');
  desk.clock.now = start + 200 * hour;
  const before = rowsOf(desk);
  const { into } = merge(desk, { threadId: first, from: second });
  expect(into).toBe(second);
  expect(getThread(desk.db, second)).toMatchObject({
    first_at: start + 10,
    inbound: 2,
    waiting_since: start + 200 * hour,
    previous_id: null,
  });
  undo(desk);
  expect(rowsOf(desk)).toEqual(before);
});

it('refuses what would leave two open threads with one account', () => {
  const desk = makeDesk();
  arrive(desk, [post('10'), post('20', { authorRemoteId: '8' })]);
  const first = threadOf(desk, '7');
  resolve(desk, { threadId: first, revision: getThread(desk.db, first).revision });
  arrive(desk, [post('30', { createdAt: start + 200 * hour })]);
  expect(() => merge(desk, { threadId: threadOf(desk, '8'), from: first })).toThrow(/two open threads/u);
  expect(desk.db.all('SELECT id FROM threads')).toHaveLength(3);
});

it('splits from a message on: the earlier part is done, the later one goes on under its id', () => {
  const desk = makeDesk();
  arrive(desk, [post('10'), post('20')]);
  arrive(desk, [ownReply('30', '7', { inReplyToRemoteId: '20' })], 'own');
  arrive(desk, [post('40')]);
  const id = threadOf(desk, '7');
  const before = rowsOf(desk);
  split(desk, { threadId: id, messageId: messageId('40') });
  const after = getThread(desk.db, id);
  expect(after).toMatchObject({
    is_split: 1,
    is_open: 1,
    inbound: 1,
    outbound: 0,
    waiting_since: start + 40,
  });
  expect(getThread(desk.db, after.previous_id ?? '')).toMatchObject({
    status: 'resolved',
    is_open: 0,
    inbound: 2,
    outbound: 1,
    waiting_since: null,
  });
  undo(desk);
  expect(rowsOf(desk)).toEqual(before);
});

it('late messages of either part land where the talk goes on, and nothing folds it away', () => {
  for (const late of [5, 15, 60]) {
    const desk = makeDesk();
    arrive(desk, [post('10'), post('40')]);
    const id = threadOf(desk, '7');
    split(desk, { threadId: id, messageId: messageId('40') });
    arrive(desk, [post(String(late))]);
    expect(desk.db.all('SELECT id FROM threads')).toHaveLength(2);
    expect(desk.db.all('SELECT id FROM threads WHERE is_open = 1')).toEqual([{ id }]);
    expect(
      desk.db.find<{ thread_id: string }>('SELECT thread_id FROM messages WHERE remote_id = ?', String(late)),
    ).toEqual({ thread_id: id });
    arrive(desk, [post('90')]);
    expect(desk.db.all('SELECT id FROM threads WHERE is_open = 1')).toEqual([{ id }]);
  }
});

it('begins a new matter only with a later message of the customer', () => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  const id = threadOf(desk, '7');
  expect(() => split(desk, { threadId: id, messageId: messageId('10') })).toThrow(/later message/u);
});
