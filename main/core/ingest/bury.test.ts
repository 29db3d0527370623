import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { GoneBecause } from '../../../shared/model.ts';
import { draftsOf, saveDraft } from '../drafts.ts';
import { inDrafts } from '../gone-words.ts';
import { versionsOf } from '../messages.ts';
import { sweepDisk, sweepSoon } from '../recheck/sweep.ts';
import {
  answerOf,
  arrive,
  makeDesk,
  onlyThread,
  ownReply,
  post,
  start,
  type TestDesk,
} from '../testing/desk.ts';
import { saved } from '../testing/queues.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { getThread } from '../threads/rows.ts';
import { messagesBefore } from '../threads/view.ts';
import { ingest, ingestLookup } from './ingest.ts';
import { quarantined } from './quarantine.ts';

const words = 'My account 0042 was charged twice on Tuesday and your chat hung up on me three times over.';

const goes = (desk: TestDesk, remoteId: string, because: GoneBecause = 'deleted') =>
  ingestLookup(desk, desk.account, {
    ...{ messages: [], identities: [], unreadable: [], cost: [] },
    gone: [{ messageId: `${desk.account.id}/post/${remoteId}`, because }],
  });

const shown = (desk: TestDesk) => messagesBefore(desk.db, onlyThread(desk), null).messages;

it('leaves a tombstone: the row and its ids stay, the text and its versions do not', () => {
  const desk = makeDesk();
  arrive(desk, [
    post('10', { text: words, attachments: [{ kind: 'photo', url: 'https://x/1', altText: null }] }),
  ]);
  arrive(desk, [post('10', { versionId: '12', text: `${words} Edited.` })]);
  expect(versionsOf(desk.db, 'x:account:1/post/10')).toMatchObject([{ versionId: '10', text: words }]);
  desk.clock.now += 1000;
  expect(goes(desk, '10', 'suspended')).toMatchObject({ buried: 1 });
  expect(shown(desk)).toMatchObject([
    { text: '', attachments: [], extras: null, gone: { at: desk.now(), because: 'suspended' } },
  ]);
  expect(versionsOf(desk.db, 'x:account:1/post/10')).toEqual([]);
  expect(goes(desk, '10')).toMatchObject({ buried: 0 });
  expectReplayed(desk);
});

it('never comes back with a page that was late, in whatever version', () => {
  const desk = makeDesk();
  arrive(desk, [post('10', { text: words })]);
  goes(desk, '10');
  arrive(desk, [post('10', { text: words }), post('10', { versionId: '12', text: words })]);
  expect(JSON.stringify(desk.db.all('SELECT * FROM messages'))).not.toContain('charged twice');
  expect(desk.db.all('SELECT * FROM message_versions')).toEqual([]);
});

it('stops the clock of a thread whose only waiting message went; another one goes on waiting', () => {
  const desk = makeDesk();
  arrive(desk, [post('10'), post('20')]);
  desk.clock.now = start + 1000;
  goes(desk, '10');
  expect(getThread(desk.db, onlyThread(desk))).toMatchObject({ waiting_since: start + 20, gone: 1 });
  goes(desk, '20');
  expect(getThread(desk.db, onlyThread(desk))).toMatchObject({ waiting_since: null, gone: 2, status: 'new' });
  arrive(desk, [post('3000')]);
  expect(getThread(desk.db, onlyThread(desk))).toMatchObject({
    ...{ waiting_since: start + 3000, sort_at: start + 3000 },
    ...{ last_in_id: 'x:account:1/post/3000', reply_to_id: 'x:account:1/post/3000' },
  });
});

it('keeps what an answer did, though what it answered went later', () => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  arrive(desk, [ownReply('20', '7', { inReplyToRemoteId: '10' })], 'own');
  desk.clock.now = start + 1000;
  goes(desk, '10');
  expect(getThread(desk.db, onlyThread(desk))).toMatchObject({
    ...{ status: 'waiting-customer', inbound: 1, outbound: 1, waiting_since: null },
  });
});

it('stays in its queue, though the words that brought it there are gone', () => {
  const desk = makeDesk();
  saved(desk, 'billing', { rules: [{ words: ['charged'] }] });
  saved(desk, 'rest', { rules: [{}] });
  arrive(desk, [post('10', { text: words })]);
  goes(desk, '10');
  expect(getThread(desk.db, onlyThread(desk)).queue_id).toBe('billing');
  arrive(desk, [post('20')]);
  expect(getThread(desk.db, onlyThread(desk)).queue_id).toBe('billing');
});

it('is cut from drafts that quote it, from what was typed before, and from posts that quote it', () => {
  const desk = makeDesk();
  arrive(desk, [post('10', { text: words })]);
  const threadId = onlyThread(desk);
  saveDraft(desk, threadId, 'note', `They wrote "${words}" to us`);
  saveDraft(desk, threadId, 'post', words.slice(5, 60));
  saveDraft(desk, threadId, 'post', 'Sorry about that.');
  const quoted = { remoteId: '10', handle: 'user7', text: words, createdAt: start };
  arrive(desk, [post('30', { authorRemoteId: '8', extras: { poll: null, cards: [], quoted } })]);
  goes(desk, '10');
  expect(draftsOf(desk, threadId).map(({ text }) => text)).toEqual([
    `They wrote "${inDrafts}" to us`,
    'Sorry about that.',
  ]);
  // The composer that is open still saves what it shows.
  saveDraft(desk, threadId, 'note', `They wrote "${words}" to us, and more`);
  const all = ['messages', 'drafts', 'draft_versions', 'message_versions', 'changes'].map((table) =>
    JSON.stringify(desk.db.all(`SELECT * FROM ${table}`)),
  );
  expect(all.join('\n')).not.toContain('charged twice');
  arrive(desk, [post('31', { authorRemoteId: '9', extras: { poll: null, cards: [], quoted } })]);
  expect(JSON.stringify(desk.db.all('SELECT extras FROM messages'))).not.toContain('charged twice');
  expectReplayed(desk);
});

it('goes from what could not be read, too', () => {
  const desk = makeDesk();
  const unreadable = [{ remoteId: '10', reason: 'odd', raw: JSON.stringify({ id: '10', text: words }) }];
  ingest(desk, desk.account, 'mentions', { ...answerOf([post('10')]), unreadable });
  goes(desk, '10');
  expect(quarantined(desk.db, desk.account.id)).toBe(0);
});

it('leaves no trace of the text in any file of the desk after the sweep', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-bury-'));
  const canary = 'CANARY-7f3a violet elephants were charged twice on a Tuesday in Leeds';
  const found = (): string[] =>
    readdirSync(folder).filter((file) => readFileSync(path.join(folder, file)).includes('CANARY-7f3a'));
  const desk = makeDesk(path.join(folder, 'desk.db'));
  try {
    arrive(desk, [post('10', { text: canary }), post('20')]);
    arrive(desk, [post('10', { versionId: '12', text: `${canary}, twice` })]);
    saveDraft(desk, onlyThread(desk), 'post', `About "${canary}":`);
    desk.db.raw.pragma('wal_checkpoint(PASSIVE)');
    arrive(desk, [post('30', { text: canary })]);
    expect(found().length).toBeGreaterThan(0);
    goes(desk, '10');
    goes(desk, '30');
    expect(found()).toContain('desk.db-wal');
    sweepSoon(desk);
    desk.clock.now += 60_000;
    expect(sweepDisk.dueAt(desk)).toBeLessThanOrEqual(desk.now());
    while (sweepDisk.dueAt(desk) <= desk.now()) sweepDisk.run(desk);
    expect(found()).toEqual([]);
    expect(sweepDisk.dueAt(desk)).toBe(Infinity);
  } finally {
    desk.db.close();
    rmSync(folder, { recursive: true });
  }
});
