import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator.ts';
import { type Client, connect, control } from '../testing/client.ts';
import type { Post } from '../world/model.ts';

let simulator: Simulator;
let desk: Client;

beforeEach(async () => {
  simulator = await startSimulator({ customers: false, vocabulary: 'post' });
  desk = await connect(simulator.url, 'hallammobile');
});
afterEach(() => simulator.close());

const mentions = (query: Record<string, string>) => desk.get(`/2/users/${desk.userId}/mentions`, query);

test('the newer words in answers', async () => {
  const first = await control<Post>(simulator.url, '/post', {
    from: 'jane_d',
    text: '@hallammobile tweets & tweet_count',
  });
  const long = `@hallammobile ${'and on it goes '.repeat(30)}`;
  const second = await control<Post>(simulator.url, '/post', {
    from: 'jane_d',
    text: long,
    replyTo: first.id,
  });
  const { body } = await mentions({
    'post.fields': 'public_metrics,note_post,created_at',
    expansions: 'author_id,referenced_posts',
    'user.fields': 'public_metrics',
  });
  expect(body).toMatchObject({
    data: [
      {
        id: second.id,
        edit_history_post_ids: [second.id],
        referenced_posts: [{ type: 'replied_to', id: first.id }],
        note_post: { text: long },
        public_metrics: { repost_count: 0 },
      },
      { id: first.id, text: '@hallammobile tweets &amp; tweet_count' },
    ],
    includes: { posts: [{ id: first.id }], users: [{ public_metrics: { post_count: 902 } }] },
  });
  expect(JSON.stringify(body)).not.toMatch(/"\w*tweet\w*":/);
});

test('the older words in a request are refused', async () => {
  const { status, body } = await mentions({ 'tweet.fields': 'created_at' });
  expect(status).toBe(400);
  expect(JSON.stringify(body)).toContain('post.fields');
});

test('problems are named after the newer host', async () => {
  const { body } = await desk.get('/2/tweets', { ids: '1' });
  expect((body['errors'] as { type: string }[])[0]?.type).toBe(
    'https://api.x.com/2/problems/resource-not-found',
  );
  const wrong = await desk.get('/2/tweets');
  expect(wrong.body['type']).toBe('https://api.x.com/2/problems/invalid-request');
});
