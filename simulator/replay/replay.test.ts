import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startSimulator } from '../simulator.ts';
import { connect, control } from '../testing/client.ts';
import type { Post } from '../world/model.ts';

vi.setConfig({ testTimeout: 30_000 });

const CSV = `tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id,brand,source
1,100,True,Tue Oct 31 22:00:00 +0000 2017,@AcmeHelp my &lt;phone&gt; &amp; I are sad,2,,AcmeHelp,t
2,AcmeHelp,False,Tue Oct 31 22:01:00 +0000 2017,@100 Sorry! DM us,3,1,AcmeHelp,t
3,100,True,Tue Oct 31 22:02:00 +0000 2017,@AcmeHelp done,,2,AcmeHelp,t
4,101,True,Tue Oct 31 22:03:00 +0000 2017,"@100 same here
really",,1,AcmeHelp,t
5,102,True,Wed Nov 01 22:03:00 +0000 2017,nobody is named here,6,,AcmeHelp,t
6,AcmeHelp,False,Wed Nov 01 22:04:00 +0000 2017,@102 hello,7,5,AcmeHelp,t
7,102,True,Wed Nov 01 22:05:00 +0000 2017,@AcmeHelp hi,,6,AcmeHelp,t
8,103,True,Wed Nov 01 22:06:00 +0000 2017,@OtherHelp hi,,,OtherHelp,t
`;

let folder = '';
let file = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'replay-'));
  file = path.join(folder, 'tweets.csv');
  writeFileSync(file, CSV);
});
afterAll(() => rmSync(folder, { recursive: true }));

function startAt(startMs: number, options: object = {}) {
  const time = { nowMs: startMs };
  return startSimulator({ replay: file, speed: 10, now: () => time.nowMs, ...options }).then((simulator) => ({
    simulator,
    pass(ms: number) {
      time.nowMs += ms;
      simulator.context.schedule.runDue();
    },
    posts: () => [...simulator.world.posts.values()],
  }));
}

const START_MS = Date.UTC(2026, 8, 1, 9);

test('keeps the rhythm, sped up, and shortens the long silences', async () => {
  const { simulator, pass, posts } = await startAt(START_MS);
  expect(simulator.brands.map((brand) => brand.handle)).toEqual(['AcmeHelp']);
  pass(0);
  expect(posts().map((post) => post.text)).toEqual(['@AcmeHelp my <phone> & I are sad']);
  pass(11_999);
  expect(posts().length).toBe(1);
  pass(1);
  expect(posts().length).toBe(2);
  pass(6000);
  expect(posts()[2]?.text).toBe('@100 same here\nreally');
  pass(12_000);
  expect(posts()[3]?.text).toBe('nobody is named here');
  pass(60_000);
  expect(posts().map((post) => post.createdAtMs - START_MS)).toEqual([0, 12_000, 18_000, 30_000, 42_000]);
  expect(simulator.context.player?.status()).toMatchObject({
    total: 5,
    delivered: 5,
    isDone: true,
    unmentioned: 2,
  });
  await simulator.close();
});

test('says of each text what language it is in, and nothing of one that does not tell', async () => {
  const { simulator, pass, posts } = await startAt(START_MS);
  pass(60_000);
  expect(posts().map((post) => post.lang)).toEqual(['en', 'und', 'und', 'und', 'und']);
  await simulator.close();
});

test('customers answer what the desk wrote, else their own post above', async () => {
  const { simulator, pass, posts } = await startAt(START_MS);
  pass(0);
  const desk = await connect(simulator.url, 'AcmeHelp');
  const [first] = posts();
  const sent = await desk.post('/2/tweets', { text: 'Hello', reply: { in_reply_to_tweet_id: first?.id } });
  pass(600_000);
  const [one, ours, three, four, five, seven] = posts();
  expect(ours?.id).toBe((sent.body.data as { id: string }).id);
  expect(three?.replyTo?.postId).toBe(ours?.id);
  expect(four?.replyTo?.postId).toBe(one?.id);
  expect(five?.replyTo).toBeUndefined();
  expect(seven?.replyTo?.postId).toBe(five?.id);
  const { body } = await desk.get(`/2/users/${desk.userId}/mentions`);
  expect((body.data as { id: string }[]).map((post) => post.id)).toEqual([seven?.id, three?.id, one?.id]);
  await simulator.close();
});

test('all brands of the file, or one by name', async () => {
  const all = await startAt(START_MS, { brand: 'all' });
  expect(all.simulator.brands.length).toBe(2);
  await all.simulator.close();
  const one = await startAt(START_MS, { brand: 'otherhelp' });
  expect(one.simulator.brands.map((brand) => brand.handle)).toEqual(['OtherHelp']);
  await one.simulator.close();
  await expect(startAt(START_MS, { brand: 'nobody' })).rejects.toThrow(/no brand nobody/);
});

test('with a journal it goes on where it stopped', async () => {
  const journal = path.join(folder, 'journal');
  const first = await startAt(START_MS, { journal });
  first.pass(12_000);
  await first.simulator.close();
  const second = await startAt(START_MS + 500_000, { journal });
  second.pass(0);
  expect(second.posts().map((post) => post.sourceId)).toEqual(['1', '3', '4']);
  second.pass(600_000);
  expect(second.posts().map((post) => post.sourceId)).toEqual(['1', '3', '4', '5', '7']);
  await second.simulator.close();
});

describe('the care tweets', () => {
  const careTweets = path.resolve('../shared/data/care-tweets.csv');
  const isThere = existsSync(careTweets);

  test.skipIf(!isThere)(
    `come once each, and in the mentions if they name the brand${isThere ? '' : ' (skipped: ../shared/data is not there)'}`,
    async () => {
      const { simulator, pass } = await startAt(START_MS, {
        replay: careTweets,
        speed: 200,
        brand: 'AmazonHelp',
        rateLimitScale: 0,
      });
      for (let minutes = 0; minutes < 200; minutes += 1) pass(60_000);
      const truth = await control<{ posts: (Post & { reaches: string[] })[]; replay: { total: number } }>(
        simulator.url,
        '/truth',
      );
      expect(truth.posts.length).toBe(truth.replay.total);
      expect(new Set(truth.posts.map((post) => post.sourceId)).size).toBe(truth.posts.length);

      const desk = await connect(simulator.url, 'AmazonHelp');
      const seen: string[] = [];
      let token: string | undefined;
      do {
        const query = { max_results: '100', ...(token !== undefined && { pagination_token: token }) };
        const { body } = await desk.get(`/2/users/${desk.userId}/mentions`, query);
        seen.push(...(body.data as { id: string }[]).map((post) => post.id));
        token = (body['meta'] as { next_token?: string }).next_token;
      } while (token);
      const expected = truth.posts
        .filter((post) => post.reaches.includes(desk.userId))
        .map((post) => post.id);
      expect(seen).toEqual(expected.toReversed());
      await simulator.close();
    },
  );
});
