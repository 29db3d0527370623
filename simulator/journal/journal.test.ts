import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSimulator } from '../simulator.ts';
import { clientWith, connect, control } from '../testing/client.ts';
import type { Post } from '../world/model.ts';
import { compareIds } from '../world/snowflake.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Truth {
  posts: Post[];
  directs: object[];
  users: object[];
  counts: object;
}
const truthOf = (url: string) => control<Truth>(url, '/truth');

test('a restarted world is the same, with its tokens, and goes on with newer ids', async () => {
  const journal = path.join(folder, 'world.jsonl');
  const first = await startSimulator({ journal, rate: 0, opening: 30 });
  const desk = await connect(first.url, 'hallammobile');
  const post = await control<Post>(first.url, '/post', { from: 'jane_d', text: '@hallammobile help' });
  await desk.post('/2/tweets', { text: 'On it', reply: { in_reply_to_tweet_id: post.id } });
  const edited = await control<Post>(first.url, '/edit', { postId: post.id, text: '@hallammobile help!' });
  await control(first.url, '/delete', { postId: edited.id });
  await control(first.url, '/direct', { from: 'jane_d', text: 'psst' });
  const before = await truthOf(first.url);
  await first.close();

  // A crash in the middle of a line.
  const size = readFileSync(journal).length;
  appendFileSync(journal, '{"kind":"post","post":{"id":"99');

  const second = await startSimulator({ journal, rate: 0, opening: 30 });
  const after = await truthOf(second.url);
  expect(readFileSync(journal).length).toBe(size);
  expect(after.posts).toEqual(before.posts);
  expect(after.directs).toEqual(before.directs);
  expect(after.users).toEqual(before.users);
  const again = clientWith(second.url, desk.tokens, desk.userId);
  expect((await again.get('/2/users/me')).status).toBe(200);
  const later = await control<Post>(second.url, '/post', { from: 'jane_d', text: '@hallammobile me again' });
  expect(before.posts.every((old) => compareIds(old.id, later.id) < 0)).toBe(true);
  await second.close();
});

test('a person who was answered just before the restart still reacts', async () => {
  const journal = path.join(folder, 'world.jsonl');
  let nowMs = Date.UTC(2026, 8, 1, 9);
  const first = await startSimulator({ journal, rate: 0, now: () => nowMs });
  const desk = await connect(first.url, 'hallammobile');
  const [mention] = (await desk.get(`/2/users/${desk.userId}/mentions`)).body.data as { id: string }[];
  const text = 'Which postcode are you in?';
  await desk.post('/2/tweets', { text, reply: { in_reply_to_tweet_id: mention?.id } });
  await first.close();

  nowMs += 120_000;
  const second = await startSimulator({ journal, rate: 0, now: () => nowMs });
  const again = clientWith(second.url, desk.tokens, desk.userId);
  const own = (await again.get(`/2/users/${desk.userId}/tweets`)).body.data as { id: string }[];
  expect(second.world.stateOf(own[0]?.id ?? '').replies).toBe(1);
  await second.close();
});
