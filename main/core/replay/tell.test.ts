import { expect, it } from 'vitest';
import type { ThreadId } from '../../../shared/ids.ts';
import { createPlayer } from '../../../shared/replay/player.ts';
import type { Story } from '../../../shared/replay/story.ts';
import { createLooks } from '../audit/looks.ts';
import { givePolicy } from '../clocks/testing/policy.ts';
import { watchClocks } from '../clocks/watch.ts';
import { ingestLookup } from '../ingest/ingest.ts';
import { addNote } from '../notes/notes.ts';
import {
  arrive,
  direct,
  makeDesk,
  onlyThread,
  ownReply,
  post,
  start,
  type TestDesk,
} from '../testing/desk.ts';
import { makeMail } from '../testing/mail.ts';
import { merge } from '../threads/merge.ts';
import { claim, markRead } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { statements } from './changes.ts';
import { indexChanges, replayIndexing } from './indexing.ts';
import { saidOf } from './said.ts';
import { tellStory } from './tell.ts';

const minute = 60_000;
const did = ({ moments }: Story): string[][] => moments.map((moment) => moment.did.map((one) => one.did));
const threadOf = (desk: TestDesk, who: string): ThreadId =>
  desk.db.find<{ id: ThreadId }>(
    'SELECT t.id FROM threads t JOIN identities i ON i.id = t.identity_id WHERE i.remote_id = ?',
    who,
  )?.id as ThreadId;

it('tells who did what and when, in the order in which it came to be', async () => {
  const mail = makeMail();
  const { desk, threadId } = mail;
  desk.clock.now = start + minute;
  markRead(desk, threadId);
  claim(desk, { threadId, revision: getThread(desk.db, threadId).revision });
  desk.clock.now += minute;
  addNote(desk.as('cd'), { threadId, about: 'thread', text: 'mast TX114', mentions: [] });
  mail.write('we are on it');
  await mail.deliver();
  const story = tellStory(desk.db, threadId);
  expect(did(story)).toEqual([
    ['began', 'arrived', 'arrived'],
    ['read'],
    ['status', 'assigned'],
    ['note'],
    ['sending'],
    ['sending'],
    ['arrived', 'sending', 'status'],
  ]);
  expect(story.moments.map(({ by }) => by)).toEqual(['x', 'ab', 'ab', 'cd', 'ab', 'x', 'x']);
  expect(story.moments.map(({ at }) => at)).toEqual([
    start,
    ...[1, 1, 2, 2, 2, 2].map((n) => start + n * minute),
  ]);
  expect(story.isWhole).toBe(true);
});

it('shows an edited message as it read then, and a deleted one as gone at every instant', () => {
  const desk = makeDesk();
  arrive(desk, [post('10', { text: 'no signal' }), post('11', { text: 'my card is 0042' })]);
  const threadId = onlyThread(desk);
  desk.clock.now += minute;
  arrive(desk, [post('10', { versionId: '12', text: 'no signal in LS1' })]);
  desk.clock.now += minute;
  const gone = [{ messageId: 'x:account:1/post/11', because: 'deleted' as const }];
  ingestLookup(desk, desk.account, { messages: [], identities: [], unreadable: [], cost: [], gone });
  const story = tellStory(desk.db, threadId);
  expect(did(story)).toEqual([['began', 'arrived', 'arrived'], ['edited'], ['gone']]);
  const player = createPlayer(story.moments);
  player.to(0);
  expect(Object.fromEntries(player.now.messages)).toEqual({
    'x:account:1/post/10': 0,
    'x:account:1/post/11': 0,
  });
  player.to(1);
  expect(player.now.messages.get('x:account:1/post/10')).toBe(1);
  const said = saidOf(desk.db, ['x:account:1/post/10', 'x:account:1/post/11']);
  expect(said.map(({ versions }) => versions)).toEqual([['no signal', 'no signal in LS1'], ['']]);
  expect(JSON.stringify([story, said])).not.toContain('0042');
});

it('keeps what an answer said to itself once the answer is gone', async () => {
  const mail = makeMail();
  const { desk, threadId } = mail;
  mail.write('your PIN is 4711');
  await mail.deliver();
  const sent = desk.db.find<{ id: string }>("SELECT id FROM messages WHERE role = 'out'");
  const gone = [{ messageId: sent?.id ?? '', because: 'deleted' as const }];
  ingestLookup(desk, desk.account, { messages: [], identities: [], unreadable: [], cost: [], gone });
  const story = tellStory(desk.db, threadId);
  expect(story.items).toMatchObject([{ text: null }]);
  expect(JSON.stringify(story)).not.toContain('4711');
});

it('tells the clock: when it began to run, the warning, the miss, and that it stopped', () => {
  const desk = makeDesk();
  givePolicy(desk, 'p');
  arrive(desk, [post('10')]);
  const threadId = onlyThread(desk);
  for (const at of [46, 61]) {
    desk.clock.now = start + at * minute;
    watchClocks.run(desk);
  }
  desk.clock.now = start + 70 * minute;
  arrive(desk, [ownReply('20', '7', { createdAt: desk.now() })], 'own');
  const story = tellStory(desk.db, threadId);
  expect(did(story)).toEqual([
    ['began', 'arrived', 'clock'],
    ['warned'],
    ['breached'],
    ['arrived', 'status', 'clock'],
  ]);
  const due = { clock: 'first', dueAt: start + 10 + 60 * minute };
  expect(story.moments[2]?.did).toEqual([{ did: 'breached', ...due, startedAt: start + 10 }]);
});

it('tells who saw direct messages, but not who replays them', () => {
  const desk = makeDesk();
  arrive(desk, [direct('10')], 'direct');
  const threadId = onlyThread(desk);
  const looks = createLooks(desk);
  for (const how of ['opened', 'found', 'replayed', 'opened'] as const) {
    looks.saw(desk.me, how, { threadId, ids: ['x:account:1/dm/10'] });
  }
  looks.close();
  const { moments } = tellStory(desk.db, threadId);
  expect(moments.slice(1).map((moment) => [moment.by, moment.did])).toEqual([
    ['ab', [{ did: 'seen', how: 'opened' }]],
    ['ab', [{ did: 'seen', how: 'found' }]],
  ]);
});

it('shows what came from another thread from the moment it came', () => {
  const desk = makeDesk();
  arrive(desk, [post('10'), post('20', { authorRemoteId: '8' })]);
  const [seven, eight] = [threadOf(desk, '7'), threadOf(desk, '8')];
  addNote(desk, { threadId: seven, about: 'thread', text: 'the same', mentions: [] });
  desk.clock.now += minute;
  const { into } = merge(desk, { threadId: seven, from: eight });
  const story = tellStory(desk.db, into);
  expect(story.moments.at(-1)?.did).toContainEqual({ did: 'came', messages: 1 });
  const player = createPlayer(story.moments);
  player.to(story.moments.length - 2);
  expect(player.now.messages.size).toBe(1);
  player.to(story.moments.length - 1);
  expect(player.now.messages.size).toBe(2);
});

it('tells what has no log by its rows, and says when the log is not all in order yet', () => {
  const desk = makeDesk();
  arrive(desk, [post('10'), post('11')]);
  const threadId = onlyThread(desk);
  addNote(desk, { threadId, about: 'thread', text: 'mast TX114', mentions: [] });
  const whole = tellStory(desk.db, threadId);
  // As a desk is after it was taken along from a version that had no index: nothing is read yet.
  const last = desk.db.find<{ seq: number }>('SELECT max(seq) AS seq FROM changes')?.seq ?? 0;
  desk.db.raw.prepare('UPDATE replay_marks SET from_seq = ?, upto_seq = ?').run(last + 1, last);
  const partly = tellStory(desk.db, threadId);
  expect(partly.isWhole).toBe(false);
  expect(did(partly).flat()).toEqual(expect.arrayContaining(['began', 'arrived', 'note']));
  expect(replayIndexing.dueAt(desk)).toBe(0);
  while (indexChanges(desk.db, 1) > 0);
  expect(tellStory(desk.db, threadId)).toEqual(whole);
  expect(replayIndexing.dueAt(desk)).toBe(Infinity);
  desk.db.raw.exec('DELETE FROM replay_marks; DELETE FROM replay_changes');
  while (indexChanges(desk.db, 1) > 0);
  expect(tellStory(desk.db, threadId)).toEqual(whole);
  desk.db.raw.prepare('DELETE FROM changes').run();
  const silent = tellStory(desk.db, threadId);
  expect(did(silent)).toEqual([['began', 'arrived'], ['arrived'], ['note']]);
  const player = createPlayer(silent.moments);
  player.to(2);
  expect(player.now.thread).toMatchObject({ status: 'new', assigneeId: null });
});

it('never reads the log from end to end', () => {
  const desk = makeDesk();
  for (const sql of Object.values(statements)) {
    const plan = desk.db.raw
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all('a', 'b')
      .map((row) => (row as { detail: string }).detail);
    expect(plan.filter((line) => /^SCAN (?:c|changes|replay_changes)\b/u.test(line))).toEqual([]);
    expect(plan.join('\n')).toMatch(/changes_by_thread|INTEGER PRIMARY KEY \(rowid>\?\)/u);
  }
});
