import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Simulator, startSimulator } from './simulator.ts';
import { type Client, connect, control } from './testing/client.ts';
import type { Post } from './world/model.ts';

vi.setConfig({ testTimeout: 30_000 });

let nowMs = Date.UTC(2026, 8, 1, 9);
let simulator: Simulator;
let desk: Client;
const posts: Post[] = [];

beforeAll(async () => {
  simulator = await startSimulator({ customers: false, rateLimitScale: 0, now: () => nowMs });
  desk = await connect(simulator.url, 'hallammobile');
});
afterAll(() => simulator.close());

beforeEach(async () => {
  if (posts.length > 0) return;
  for (let at = 0; at < 60; at += 1) {
    nowMs += at % 3 === 0 ? 0 : 777;
    posts.push(
      await control<Post>(simulator.url, '/post', {
        from: `customer${at % 7}`,
        text: `@hallammobile number ${at}`,
      }),
    );
  }
});

async function walk(query: Record<string, string>): Promise<string[]> {
  const seen: string[] = [];
  let token = '';
  do {
    const { body } = await desk.get(`/2/users/${desk.userId}/mentions`, {
      ...query,
      ...(token && { pagination_token: token }),
    });
    seen.push(...((body.data as { id: string }[] | undefined) ?? []).map((post) => post.id));
    token = (body['meta'] as { next_token?: string }).next_token ?? '';
  } while (token);
  return seen;
}

test('any paging yields exactly the posts in the range, once, newest first', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: -1, max: 59 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 5, max: 100 }),
      async (since, until, size) => {
        const sinceId = posts[since]?.id;
        const untilId = posts[until]?.id;
        const expected = posts.filter((_, at) => at > since && at < until).map((post) => post.id);
        const seen = await walk({
          max_results: String(size),
          ...(sinceId !== undefined && { since_id: sinceId }),
          ...(untilId !== undefined && { until_id: untilId }),
        });
        expect(seen).toEqual(expected.toReversed());
      },
    ),
    { numRuns: 40 },
  );
});

test('posts that arrive while paging move nothing', async () => {
  const first = await desk.get(`/2/users/${desk.userId}/mentions`, { max_results: '10' });
  const meta = first.body['meta'] as {
    next_token: string;
    newest_id: string;
    oldest_id: string;
    result_count: number;
  };
  expect(meta.result_count).toBe(10);
  const newest = await control<Post>(simulator.url, '/post', { from: 'late_one', text: '@hallammobile now' });
  posts.push(newest);
  const second = await desk.get(`/2/users/${desk.userId}/mentions`, {
    max_results: '10',
    pagination_token: meta.next_token,
  });
  const ids = (second.body.data as { id: string }[]).map((post) => post.id);
  expect(ids).toEqual(
    posts
      .slice(-21, -11)
      .map((post) => post.id)
      .toReversed(),
  );
});

test('a start time cuts like the ids made at that time', async () => {
  const from = posts[30] as Post;
  const seen = await walk({ start_time: new Date(from.createdAtMs).toISOString(), max_results: '7' });
  expect(seen).toEqual(
    posts
      .filter((post) => post.createdAtMs >= from.createdAtMs)
      .map((post) => post.id)
      .toReversed(),
  );
});

test('a wrong question is told what is wrong', async () => {
  const { status, body } = await desk.get(`/2/users/${desk.userId}/mentions`, {
    max_results: '3',
    since: '1',
    since_id: 'x',
  });
  expect(status).toBe(400);
  expect(
    (body['errors'] as { parameters: object }[]).map((error) => Object.keys(error.parameters)[0]),
  ).toEqual(['max_results', 'since', 'since_id']);
  expect((await desk.get(`/2/users/${desk.userId}/mentions`, { pagination_token: 'nonsense' })).status).toBe(
    400,
  );
  expect((await desk.get('/2/tweets')).status).toBe(400);
  expect((await desk.get('/2/users/hallammobile/mentions')).status).toBe(400);
  expect((await desk.get('/2/users/1234567/mentions')).body['errors']).toMatchObject([
    { title: 'Not Found Error' },
  ]);
});
