import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Simulator, startSimulator } from '../simulator.ts';
import { type Client, connect, control } from '../testing/client.ts';
import type { Post } from '../world/model.ts';

vi.setConfig({ testTimeout: 30_000 });

let nowMs = Date.UTC(2026, 8, 1, 9);
let simulator: Simulator;
let desk: Client;

beforeEach(async () => {
  simulator = await startSimulator({ customers: false, now: () => nowMs });
  desk = await connect(simulator.url, 'hallammobile');
});
afterEach(() => simulator.close());

test('the truth holds everything that exists, deleted or not', async () => {
  const post = await control<Post>(simulator.url, '/post', { from: 'jane_d', text: '@hallammobile hi' });
  const stray = await control<Post>(simulator.url, '/post', { from: 'jane_d', text: 'hi all' });
  await control(simulator.url, '/delete', { postId: post.id });
  const sent = await desk.post('/2/tweets', { text: 'News' });
  const truth = await control<{ posts: object[]; tokens: object; counts: object }>(simulator.url, '/truth');
  expect(truth.posts).toMatchObject([
    { id: post.id, handle: 'jane_d', isDeleted: true, reaches: [desk.userId], origin: 'control' },
    { id: stray.id, isDeleted: false, reaches: [] },
    { id: (sent.body.data as { id: string }).id, origin: 'api', clientId: 'desk-under-test' },
  ]);
  expect(truth.tokens).toEqual({ issued: 1, refreshed: 0 });
  expect(truth.counts).toMatchObject({ posts: 3, directs: 0 });
});

test('the truth says what hangs on a message, and what it tells those who don’t see it', async () => {
  const begun = await desk.post('/2/media/upload/initialize', {
    ...{ media_type: 'image/png', total_bytes: 5, media_category: 'dm_image' },
  });
  const { id } = begun.body.data as { id: string };
  await desk.post(`/2/media/upload/${id}/append`, { segment_index: 0, media: 'aGVsbG8=' });
  await desk.post(`/2/media/upload/${id}/finalize`, {});
  await desk.post('/2/media/metadata', { id, metadata: { alt_text: { text: 'The mast' } } });
  const with2 = await control<Post>(simulator.url, '/post', { from: 'jane_d', text: 'look', photos: 2 });
  await control(simulator.url, '/direct', { from: 'jane_d', text: 'hi' });
  await desk.post(`/2/dm_conversations/with/${with2.authorId}/messages`, { attachments: [{ media_id: id }] });
  const { posts, directs } = await control<{ posts: object[]; directs: object[] }>(simulator.url, '/truth');
  expect(posts).toMatchObject([{ id: with2.id, media: [{ kind: 'photo' }, { kind: 'photo' }] }]);
  expect(directs).toMatchObject([{ media: [] }, { media: [{ id, bytes: 5, altText: 'The mast' }] }]);
});

test('one brand’s side of the truth: sent, received, edited, gone and why', async () => {
  const say = (from: string, text: string) => control<Post>(simulator.url, '/post', { from, text });
  const kept = await say('jane_d', '@hallammobile no singal');
  const edited = await control<Post>(simulator.url, '/edit', { postId: kept.id, text: '@hallammobile none' });
  const deleted = await say('bob_h', '@hallammobile rude');
  const hidden = await say('zoe', '@hallammobile hm');
  const withheld = await say('trent', '@hallammobile secret');
  await say('jane_d', 'to nobody');
  await control(simulator.url, '/delete', { postId: deleted.id });
  await control(simulator.url, '/user', { handle: 'zoe', state: 'protected' });
  await control(simulator.url, '/withhold', { postId: withheld.id });
  await control(simulator.url, '/direct', { from: 'jane_d', text: 'hi' });
  const sent = await desk.post('/2/tweets', { text: 'News' });
  const truth = await control(simulator.url, '/truth/hallammobile');
  expect(truth).toMatchObject({
    counts: { sentPosts: 1, sentDirects: 0, mentions: 4, directs: 1, edits: 1, gone: 3 },
    sentPosts: [{ id: (sent.body.data as { id: string }).id, text: 'News', replyTo: null, gone: null }],
    edits: [{ id: edited.id, versions: [kept.id, edited.id] }],
    gone: [
      { id: deleted.id, because: 'deleted' },
      { id: hidden.id, because: 'protected' },
      { id: withheld.id, because: 'withheld' },
    ],
  });
});

test('preloads thousands of posts and direct messages, and tells them all', async () => {
  await control(simulator.url, '/preload', { count: 3000, directs: 100, spreadMs: 600_000 });
  const truth = await control<{ posts: Post[]; directs: object[] }>(simulator.url, '/truth');
  expect(truth.posts.length).toBe(3000);
  expect(truth.directs.length).toBe(100);
  const ids = truth.posts.map((post) => BigInt(post.id));
  expect(ids.every((id, at) => at === 0 || id > (ids[at - 1] as bigint))).toBe(true);
  const page = await desk.get(`/2/users/${desk.userId}/mentions`, { max_results: '100' });
  expect(page.body['meta']).toMatchObject({ result_count: 100 });
  // No deeper than the newest eight hundred.
  const old = truth.posts[100]?.id ?? '';
  const deep = await desk.get(`/2/users/${desk.userId}/mentions`, { until_id: old });
  expect(deep.body['meta']).toEqual({ result_count: 0 });
});

test('a flood delivers at its rate and stops', async () => {
  await control(simulator.url, '/flood', { perSecond: 200, seconds: 0.5 });
  await expect.poll(() => simulator.world.posts.size, { timeout: 3000 }).toBe(100);
});

test('the clock can be moved and sped up', async () => {
  const before = nowMs;
  const moved = await control<{ nowMs: number }>(simulator.url, '/clock', { advanceMs: 3_600_000 });
  expect(moved.nowMs).toBe(before + 3_600_000);
  await control(simulator.url, '/clock', { speed: 60 });
  nowMs += 1000;
  const { nowMs: later } = await control<{ nowMs: number }>(simulator.url, '/summary');
  expect(later).toBe(before + 3_660_000);
});

test('budgets, tokens and people can be ended', async () => {
  await control(simulator.url, '/limits', { exhaust: { route: 'GET /2/users/me', ms: 5000 } });
  const refused = await desk.get('/2/users/me');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('x-rate-limit-remaining')).toBe('0');
  await control(simulator.url, '/limits', { scale: 0 });
  expect((await desk.get('/2/users/me')).status).toBe(200);

  await control(simulator.url, '/tokens', { how: 'expire' });
  expect((await desk.get('/2/users/me')).status).toBe(401);
  await expect(control(simulator.url, '/post', { text: 1 })).rejects.toThrow(/400/);
  await expect(control(simulator.url, '/nothing', {})).rejects.toThrow(/404/);
});
