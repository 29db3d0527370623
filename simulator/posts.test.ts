import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from './simulator.ts';
import { type Client, connect, control } from './testing/client.ts';
import type { Post } from './world/model.ts';

let simulator: Simulator;
let desk: Client;

beforeEach(async () => {
  simulator = await startSimulator({ customers: false, rateLimitScale: 0 });
  desk = await connect(simulator.url, 'hallammobile');
});
afterEach(() => simulator.close());

const customerSays = (text: string, more: object = {}) =>
  control<Post>(simulator.url, '/post', { from: 'jane_d', text, ...more });
const reply = (to: string, text: string) =>
  desk.post('/2/tweets', { text, reply: { in_reply_to_tweet_id: to } });
const mentions = (query: Record<string, string> = {}) => desk.get(`/2/users/${desk.userId}/mentions`, query);

describe('what an answer holds', () => {
  test('only id, text and the edit history, unless more is asked for', async () => {
    await customerSays('@hallammobile no signal & <b>slow</b> > never');
    const { body } = await mentions();
    const [post] = body.data as Record<string, unknown>[];
    expect(Object.keys(post ?? {}).toSorted()).toEqual(['edit_history_tweet_ids', 'id', 'text']);
    expect(post?.['text']).toBe('@hallammobile no signal &amp; &lt;b&gt;slow&lt;/b&gt; &gt; never');
  });

  test('an empty answer has no data', async () => {
    expect((await mentions()).body).toEqual({ meta: { result_count: 0 } });
  });

  test('fields and expansions', async () => {
    const first = await customerSays('Hi @hallammobile see https://example.com/page?a=1 #leeds', {
      photos: 1,
    });
    await customerSays('@hallammobile hello?', { replyTo: first.id });
    const { body } = await mentions({
      'tweet.fields':
        'author_id,conversation_id,created_at,entities,referenced_tweets,public_metrics,attachments',
      expansions: 'author_id,referenced_tweets.id,attachments.media_keys,in_reply_to_user_id',
      'user.fields': 'public_metrics,verified_type',
    });
    const { data, includes } = body as {
      data: Record<string, unknown>[];
      includes: Record<string, Record<string, unknown>[]>;
    };
    expect(data[0]).toMatchObject({
      conversation_id: first.id,
      in_reply_to_user_id: first.authorId,
      referenced_tweets: [{ type: 'replied_to', id: first.id }],
    });
    expect(data[1]).toMatchObject({
      text: expect.stringMatching(/see https:\/\/t\.co\/\w+ #leeds$/),
      entities: {
        mentions: [{ start: 3, end: 16, username: 'hallammobile', id: desk.userId }],
        hashtags: [{ tag: 'leeds' }],
        urls: [{ expanded_url: 'https://example.com/page?a=1' }],
      },
      public_metrics: { reply_count: 1 },
    });
    expect(includes['users']?.[0]).toMatchObject({
      username: 'jane_d',
      public_metrics: { followers_count: 120 },
    });
    expect(includes['tweets']?.[0]).toMatchObject({ id: first.id });
    expect(includes['media']?.[0]).toMatchObject({ type: 'photo' });
  });

  test('a long post is cut in text and whole in its note', async () => {
    const text = `@hallammobile ${'this goes on and on '.repeat(30)}the end`;
    await customerSays(text);
    const { body } = await mentions({ 'tweet.fields': 'note_tweet' });
    const [post] = body.data as { text: string; note_tweet: { text: string } }[];
    expect(post?.text.length).toBeLessThan(290);
    expect(post?.text).toMatch(/… https:\/\/t\.co\/\w+$/);
    expect(post?.note_tweet.text).toBe(text);
  });
});

describe('posting', () => {
  test('answers, with the mention the network adds, and shows it in the own posts', async () => {
    const post = await customerSays('@hallammobile help');
    const sent = await reply(post.id, 'Sorry to hear that & on it ^KD');
    expect(sent.status).toBe(201);
    const { id, text } = sent.body.data as { id: string; text: string };
    expect(text).toBe('@jane_d Sorry to hear that &amp; on it ^KD');
    const own = await desk.get(`/2/users/${desk.userId}/tweets`, { 'tweet.fields': 'referenced_tweets' });
    expect(own.body.data).toMatchObject([{ id, referenced_tweets: [{ type: 'replied_to', id: post.id }] }]);
  });

  test('refuses an identical text in the same place and does not name the first', async () => {
    const post = await customerSays('@hallammobile help');
    const first = await reply(post.id, 'On it, see https://example.com/status');
    expect(first.status).toBe(201);
    const again = await reply(post.id, 'On it, see https://example.com/status');
    expect(again.status).toBe(403);
    expect(again.body['detail']).toMatch(/duplicate content/);
    expect(JSON.stringify(again.body)).not.toContain((first.body.data as { id: string }).id);
    const other = await customerSays('@hallammobile me too');
    expect((await reply(other.id, 'On it, see https://example.com/status')).status).toBe(201);
    await control(simulator.url, '/settings', { duplicateScope: 'account', autoMention: false });
    expect((await desk.post('/2/tweets', { text: 'One' })).status).toBe(201);
    expect((await reply(other.id, 'One')).status).toBe(403);
    await control(simulator.url, '/settings', { duplicateScope: 'nowhere' });
    expect((await reply(other.id, 'One')).status).toBe(201);
  });

  test('the reply right: only who mentioned or quoted the brand may be answered', async () => {
    const stranger = await customerSays('talking to nobody');
    expect((await reply(stranger.id, 'Hello!')).status).toBe(403);
    await control(simulator.url, '/settings', { replyRight: false });
    expect((await reply(stranger.id, 'Hello!')).status).toBe(201);
    await control(simulator.url, '/settings', { replyRight: true, followUpCounts: false });
    const own = (await desk.post('/2/tweets', { text: 'News from us' })).body.data as { id: string };
    const followUp = await customerSays('and me?', { replyTo: own.id });
    expect((await reply(followUp.id, 'You too')).status).toBe(403);
    const quoting = await customerSays('look at this', { quoteOf: own.id });
    expect((await reply(quoting.id, 'Thanks')).status).toBe(201);
  });

  test('counts as the network counts: 280, links 23, leading mentions nothing', async () => {
    expect((await desk.post('/2/tweets', { text: 'x'.repeat(281) })).status).toBe(403);
    expect((await desk.post('/2/tweets', { text: '日'.repeat(141) })).status).toBe(403);
    expect((await desk.post('/2/tweets', { text: '日'.repeat(140) })).status).toBe(201);
    expect(
      (await desk.post('/2/tweets', { text: `${'x'.repeat(256)} https://example.com/${'y'.repeat(80)}` }))
        .status,
    ).toBe(201);
    const post = await customerSays('@hallammobile help');
    expect((await reply(post.id, `@jane_d ${'x'.repeat(280)}`)).status).toBe(201);
  });

  test('a wrong body is an invalid request that names the field', async () => {
    const { status, body } = await desk.post('/2/tweets', {
      text: 'a',
      reply: { in_reply_to_tweet_id: 'abc' },
    });
    expect(status).toBe(400);
    expect(body['type']).toMatch(/invalid-request$/);
    expect(JSON.stringify(body['errors'])).toContain('reply.in_reply_to_tweet_id');
    expect((await desk.post('/2/tweets', {})).status).toBe(400);
    expect((await desk.post('/2/tweets', { text: 'a', media: { media_ids: ['123'] } })).status).toBe(400);
  });

  test('only the own posts can be deleted; an answer to a deleted post is refused', async () => {
    const post = await customerSays('@hallammobile help');
    expect((await desk.delete(`/2/tweets/${post.id}`)).status).toBe(403);
    const { id } = (await reply(post.id, 'hi')).body.data as { id: string };
    expect((await desk.delete(`/2/tweets/${id}`)).body.data).toEqual({ deleted: true });
    await control(simulator.url, '/delete', { postId: post.id });
    expect((await reply(post.id, 'hi again')).status).toBe(403);
  });

  test('hides replies only under what the brand started', async () => {
    const own = (await desk.post('/2/tweets', { text: 'News' })).body.data as { id: string };
    const rude = await customerSays('@hallammobile rubbish', { replyTo: own.id });
    expect((await desk.put(`/2/tweets/${rude.id}/hidden`, { hidden: true })).body.data).toEqual({
      hidden: true,
    });
    const alone = await customerSays('@hallammobile rubbish');
    expect((await desk.put(`/2/tweets/${alone.id}/hidden`, { hidden: true })).status).toBe(403);
  });
});

describe('what becomes of posts', () => {
  test('an edit is a new id in the same history; deleting one version deletes all', async () => {
    const post = await customerSays('@hallammobile no singal');
    const edited = await control<Post>(simulator.url, '/edit', {
      postId: post.id,
      text: '@hallammobile no signal',
    });
    const { body } = await mentions();
    expect(body.data).toEqual([
      { id: edited.id, text: '@hallammobile no signal', edit_history_tweet_ids: [post.id, edited.id] },
    ]);
    const both = await desk.get('/2/tweets', { ids: `${post.id},${edited.id}` });
    expect((both.body.data as unknown[]).length).toBe(2);
    await control(simulator.url, '/delete', { postId: edited.id });
    const gone = await desk.get('/2/tweets', { ids: `${post.id},${edited.id}` });
    expect(gone.status).toBe(200);
    expect(gone.body.data).toBeUndefined();
    expect((gone.body['errors'] as { type: string }[]).map((error) => error.type.split('/').at(-1))).toEqual([
      'resource-not-found',
      'resource-not-found',
    ]);
  });

  test('what a suspended person wrote is not to be seen', async () => {
    const post = await customerSays('@hallammobile buy my pills');
    await control(simulator.url, '/user', { handle: 'jane_d', state: 'suspended' });
    const looked = await desk.get('/2/tweets', { ids: post.id });
    expect((looked.body['errors'] as { type: string }[])[0]?.type).toMatch(/not-authorized-for-resource$/);
    expect((await mentions()).body.data).toBeUndefined();
    const users = await desk.get('/2/users', { ids: `${post.authorId},${desk.userId}` });
    expect(users.body).toMatchObject({
      data: [{ username: 'hallammobile' }],
      errors: [{ title: 'Forbidden' }],
    });
  });

  test('a repost is a mention of its own that points at the original', async () => {
    const post = await customerSays('@hallammobile is down');
    await control(simulator.url, '/repost', { from: 'bob_h', postId: post.id });
    const { body } = await mentions({ 'tweet.fields': 'referenced_tweets,public_metrics' });
    expect(body.data).toMatchObject([
      { text: 'RT @jane_d: @hallammobile is down', referenced_tweets: [{ type: 'retweeted', id: post.id }] },
      { id: post.id, public_metrics: { retweet_count: 1 } },
    ]);
    await control(simulator.url, '/delete', { postId: post.id });
    expect((await mentions()).body.data).toBeUndefined();
  });

  test('a conversation is found by its id', async () => {
    const root = await customerSays('@hallammobile one');
    const two = await customerSays('@hallammobile two', { replyTo: root.id });
    const { body } = await reply(two.id, 'three');
    await customerSays('@hallammobile elsewhere');
    const found = await desk.get('/2/tweets/search/recent', { query: `conversation_id:${root.id}` });
    const threeId = (body.data as { id: string }).id;
    expect((found.body.data as { id: string }[]).map((post) => post.id)).toEqual([threeId, two.id, root.id]);
    const own = await desk.get('/2/tweets/search/recent', {
      query: `conversation_id:${root.id} from:hallammobile is:reply`,
    });
    expect(own.body.data).toMatchObject([{ id: threeId }]);
    const words = await desk.get('/2/tweets/search/recent', {
      query: '"elsewhere" -is:reply to:nobody OR elsewhere',
    });
    expect(words.body['meta']).toMatchObject({ result_count: 1 });
  });
});
