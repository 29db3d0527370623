import { afterEach, beforeEach, expect, it } from 'vitest';
import { draftsOf } from '../drafts.ts';
import { onlyThread } from '../testing/desk.ts';
import { startRoad } from '../testing/road.ts';
import { claim, resolve } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { undo } from '../undo.ts';
import { settleMs } from './doubt.ts';
import { mark } from './mark.ts';
import { getItem } from './rows.ts';
import { recover } from './send.ts';
import { retryItem } from './steps.ts';
import { cancelItem } from './take-back.ts';

let road: Awaited<ReturnType<typeof startRoad>>;

beforeEach(async () => {
  road = await startRoad();
  road.rig.say('maya', `@${road.rig.brand.handle} no signal since 6am`);
  await road.readAll();
});
afterEach(() => road.close());

const thread = () => getThread(road.desk.db, onlyThread(road.desk));
const texts = () => road.rig.posted().map((post) => post.text);
const post = { method: 'POST', path: '/2/tweets' };

it('carries an answer out, once, and the customer’s next message back into the same thread', async () => {
  const item = road.reply('Sorry Maya, looking into it');
  expect(item.text).toBe('Sorry Maya, looking into it ^AB');
  await road.deliver();
  expect(road.rig.posted()).toHaveLength(1);
  expect(getItem(road.desk.db, item.id)).toMatchObject({
    state: 'sent',
    remote_id: road.rig.posted()[0]?.id,
  });
  expect(thread()).toMatchObject({
    status: 'waiting-customer',
    waiting_since: null,
    outbound: 1,
    sending: null,
  });
  road.advance(60_000);
  road.rig.say('maya', `@${road.rig.brand.handle} thank you`, { replyTo: road.rig.posted()[0]!.id });
  await road.readAll();
  expect(thread()).toMatchObject({ status: 'new', inbound: 2, outbound: 1 });
  expect(road.desk.db.all("SELECT id FROM messages WHERE role = 'out'")).toHaveLength(1);
});

it('sends a direct message to the customer of the thread', async () => {
  road.rig.direct('maya', 'my number is 0113 496 0000');
  await road.readAll();
  road.reply('Thank you, calling you now', { kind: 'dm' });
  await road.deliver();
  expect(road.rig.directed().map(({ text, recipientId }) => [text, recipientId])).toEqual([
    ['Thank you, calling you now ^AB', road.rig.idOf('maya')],
  ]);
  await road.readAll();
  expect(thread()).toMatchObject({ outbound: 1, direct: 2 });
});

it('queues the same intention once, however often it is asked', async () => {
  road.reply('hello', { id: 'same' });
  road.reply('hello', { id: 'same' });
  await road.deliver();
  expect(texts()).toHaveLength(1);
});

it('is stopped when the thread has moved on, keeps the text, and goes when the agent insists', async () => {
  const head = road.desk.db.find<{ id: string }>('SELECT id FROM messages')!.id as never;
  road.rig.say('maya', `@${road.rig.brand.handle} it works again!`);
  await road.readAll();
  expect(() => road.reply('Still looking', { head })).toThrow(/One message came in/u);
  road.reply('Glad to hear it', { head, sendAnyway: true });
  await road.deliver();
  expect(texts()).toHaveLength(1);
});

it('is stopped between queue and network too', async () => {
  const item = road.reply('Still looking');
  road.rig.say('maya', `@${road.rig.brand.handle} never mind`);
  await road.readAll();
  await road.deliver();
  expect(texts()).toEqual([]);
  expect(getItem(road.desk.db, item.id)).toMatchObject({ state: 'failed', code: 'moved-on' });
  expect(thread().sending).toBe('failed');
  road.desk.db.transaction((tx) => retryItem(tx, road.desk.now(), item.id));
  await road.deliver();
  expect(texts()).toHaveLength(1);
});

it('leaves a message that crossed ours waiting', async () => {
  road.reply('We are on it');
  road.rig.say('maya', `@${road.rig.brand.handle} and it smells of smoke`);
  await road.deliver();
  await road.readAll();
  expect(thread()).toMatchObject({ status: 'new', inbound: 2 });
  expect(thread().waiting_since).not.toBeNull();
});

it('gives the text back when a queued answer is undone', async () => {
  claim(road.desk, { threadId: onlyThread(road.desk), revision: 0 });
  road.reply('Too quick');
  undo(road.desk);
  await road.deliver();
  expect(texts()).toEqual([]);
  expect(draftsOf(road.desk, onlyThread(road.desk)).map((draft) => draft.text)).toEqual(['Too quick']);
  expect(thread().sending).toBeNull();
});

it('does not pretend to undo what has left', async () => {
  const item = road.reply('Gone');
  await road.deliver();
  // So soon it is the answer that is meant, not what was done before it.
  expect(() => undo(road.desk)).toThrow(/has left/u);
  const later = { ...road.desk, now: () => road.desk.now() + 31_000 };
  expect(undo(later)).toEqual({ what: null, threadId: null });
  expect(() => road.desk.db.transaction((tx) => cancelItem(tx, road.desk.now(), item.id))).toThrow(
    /already left/u,
  );
});

it('means the answer that has just left, though what was done since is taken back already', async () => {
  const threadId = onlyThread(road.desk);
  claim(road.desk, { threadId, revision: thread().revision });
  road.reply('Gone');
  await road.deliver();
  resolve(road.desk, { threadId, revision: thread().revision });
  expect(undo(road.desk)).toMatchObject({ what: 'thread.resolve' });
  expect(() => undo(road.desk)).toThrow(/has left/u);
  expect(thread().assignee_id).toBe('ab');
});

it.each([
  ['reset after processing', { kind: 'reset-after' }],
  ['cut answer', { kind: 'cut-json' }],
])('finds an answer whose outcome was unknown: %s', async (_name, fault) => {
  road.rig.fault({ ...post, ...fault, times: 1 });
  const item = road.reply('On it');
  await road.deliver();
  expect(getItem(road.desk.db, item.id).state).toBe('uncertain');
  expect(thread().sending).toBe('uncertain');
  road.advance(settleMs + 1000);
  await road.deliver();
  expect(getItem(road.desk.db, item.id)).toMatchObject({
    state: 'sent',
    remote_id: road.rig.posted()[0]?.id,
  });
  expect(texts()).toHaveLength(1);
  expect(thread()).toMatchObject({ outbound: 1, sending: null });
});

it('sends again only after several readings did not find it', async () => {
  road.rig.fault({ ...post, kind: 'reset-before', times: 1 });
  const item = road.reply('On it');
  await road.deliver();
  expect(getItem(road.desk.db, item.id).state).toBe('uncertain');
  for (let check = 0; check < 3; check += 1) {
    expect(texts()).toEqual([]);
    road.advance(settleMs * 2 ** check + 1000);
    await road.deliver();
  }
  await road.deliver();
  expect(texts()).toHaveLength(1);
  expect(getItem(road.desk.db, item.id).state).toBe('sent');
});

it('checks, and does not repeat, what was in the air when the program ended', async () => {
  const item = road.reply('On it');
  // The mark was committed and the network took it, then the process was killed before the answer was stored.
  mark(road.desk, item.id, { state: 'sending', attempt_at: road.desk.now() });
  const inReplyTo = getItem(road.desk.db, item.id).in_reply_to!;
  await road.connection.send({ kind: 'post', text: item.text, inReplyToRemoteId: inReplyTo, mediaIds: [] });
  recover(road.desk, road.account.id);
  expect(getItem(road.desk.db, item.id).state).toBe('uncertain');
  road.advance(settleMs + 1000);
  await road.deliver();
  expect(texts()).toHaveLength(1);
  expect(getItem(road.desk.db, item.id).state).toBe('sent');
});

it('checks what left but could not be stored, without waiting for a restart', async () => {
  const item = road.reply('On it');
  road.desk.db.raw.exec(
    "CREATE TEMP TRIGGER full BEFORE INSERT ON messages BEGIN SELECT RAISE(ABORT, 'disk full'); END;",
  );
  const told: unknown[] = [];
  Object.assign(road.desk, { onTrouble: (error: unknown) => told.push(error) });
  await road.deliver();
  expect(told).toHaveLength(1);
  expect(getItem(road.desk.db, item.id).state).toBe('uncertain');
  road.desk.db.raw.exec('DROP TRIGGER temp.full');
  road.advance(settleMs + 1000);
  await road.deliver();
  expect(texts()).toHaveLength(1);
  expect(getItem(road.desk.db, item.id).state).toBe('sent');
});

it('says why the network refused, and keeps the text', async () => {
  road.reply('The same words');
  await road.deliver();
  const item = road.reply('The same words');
  await road.deliver();
  expect(getItem(road.desk.db, item.id)).toMatchObject({ state: 'failed', code: 'rejected' });
  expect(getItem(road.desk.db, item.id).reason).toMatch(/identical/iu);
});

it('waits for the limit and sends then', async () => {
  road.rig.fault({ ...post, kind: '429', times: 1 });
  const item = road.reply('On it');
  await road.deliver();
  expect(getItem(road.desk.db, item.id)).toMatchObject({ state: 'queued', code: 'rate-limited' });
  expect(road.courier.dueAt()).toBeGreaterThan(road.desk.now());
  road.advance(16 * 60_000);
  await road.deliver();
  expect(texts()).toHaveLength(1);
});
