import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Prism, startPrism } from './prism.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { type Client, connect, control } from './testing/client.ts';
import type { DirectMessage, Post } from './world/model.ts';

// Prism is a slow judge on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const POST_QUERY = {
  'tweet.fields':
    'article,attachments,author_id,conversation_id,created_at,display_text_range,edit_controls,edit_history_tweet_ids,entities,id,in_reply_to_user_id,lang,note_tweet,possibly_sensitive,public_metrics,referenced_tweets,reply_settings,text,withheld',
  expansions:
    'attachments.media_keys,author_id,edit_history_tweet_ids,entities.mentions.username,in_reply_to_user_id,referenced_tweets.id,referenced_tweets.id.attachments.media_keys,referenced_tweets.id.author_id',
  'user.fields':
    'created_at,description,id,location,most_recent_tweet_id,name,protected,public_metrics,username,verified,verified_type',
  'media.fields': 'alt_text,height,media_key,preview_image_url,type,url,width',
};
const NEWER_QUERY = {
  'post.fields':
    'attachments,conversation_id,created_at,display_text_range,edit_controls,entities,id,lang,note_post,possibly_sensitive,public_metrics,reply_settings,text,withheld',
  expansions:
    'attachments.media_keys,author_id,edit_history_post_ids,entities.mentions.username,in_reply_to_user_id,referenced_posts',
  'user.fields':
    'created_at,description,id,location,name,protected,public_metrics,username,verified,verified_type',
  'media.fields': POST_QUERY['media.fields'],
};

const description = (version: string) => path.resolve(`../shared/data/x-openapi-${version}.json`);

describe.for([
  ['2.166', 'tweet', POST_QUERY],
  ['2.167', 'post', NEWER_QUERY],
] as const)('description %s', ([version, vocabulary, query]) => {
  const isThere = existsSync(description(version));
  let simulator: Simulator;
  let prism: Prism;
  let desk: Client;

  beforeAll(async () => {
    if (!isThere) return;
    simulator = await startSimulator({ vocabulary, seed: 'prism', rate: 0, opening: 40, rateLimitScale: 10 });
    prism = await startPrism(simulator.url, description(version));
    desk = await connect(prism.url, 'hallammobile');
  });
  afterAll(async () => {
    await prism?.close();
    await simulator?.close();
  });

  test.skipIf(!isThere)(
    `every route, valid calls${isThere ? '' : ' (skipped: ../shared/data is not there)'}`,
    async () => {
      const customer = await control<Post>(simulator.url, '/post', {
        from: 'jane_d',
        text: '@hallammobile help & <hello>',
        photos: 1,
      });
      const { senderId } = await control<DirectMessage>(simulator.url, '/direct', {
        from: 'jane_d',
        text: 'see https://example.com #x',
      });
      await control(simulator.url, '/post', {
        from: 'jane_d',
        text: `@hallammobile ${'a long story '.repeat(40)}`,
      });
      await control(simulator.url, '/repost', { from: 'bob_h', postId: customer.id });
      await control(simulator.url, '/edit', { postId: customer.id, text: '@hallammobile help please' });

      expect((await desk.get('/2/users/me', { 'user.fields': query['user.fields'] })).status).toBe(200);
      expect((await desk.get('/2/users', { ids: `${senderId},1` })).status).toBe(200);

      let token: string | undefined;
      do {
        const page = { max_results: '25', since_id: '1', ...(token && { pagination_token: token }) };
        const { status, body } = await desk.get(`/2/users/${desk.userId}/mentions`, { ...query, ...page });
        expect(status).toBe(200);
        token = (body['meta'] as { next_token?: string }).next_token;
      } while (token);

      const upload = await desk.post('/2/media/upload/initialize', {
        media_type: 'image/png',
        total_bytes: 4,
        media_category: 'tweet_image',
      });
      const mediaId = (upload.body.data as { id: string }).id;
      await desk.post(`/2/media/upload/${mediaId}/append`, { media: 'AAAAAA==', segment_index: 0 });
      expect((await desk.post(`/2/media/upload/${mediaId}/finalize`)).status).toBe(200);
      const words = { id: mediaId, metadata: { alt_text: { text: 'a mast' } } };
      expect((await desk.post('/2/media/metadata', words)).status).toBe(200);
      expect((await desk.get('/2/media/upload', { media_id: mediaId, command: 'STATUS' })).status).toBe(200);

      const reply = { in_reply_to_tweet_id: customer.id };
      const sent = await desk.post('/2/tweets', {
        text: 'On it ^KD',
        reply,
        media: { media_ids: [mediaId] },
      });
      expect(sent.status).toBe(201);
      const { id } = sent.body.data as { id: string };
      expect((await desk.get(`/2/users/${desk.userId}/tweets`, { ...query, max_results: '5' })).status).toBe(
        200,
      );
      expect((await desk.get('/2/tweets', { ...query, ids: `${customer.id},${id},1` })).status).toBe(200);
      expect(
        (await desk.get('/2/tweets/search/recent', { ...query, query: `conversation_id:${customer.id}` }))
          .status,
      ).toBe(200);
      const own = (await desk.post('/2/tweets', { text: 'News' })).body.data as { id: string };
      const under = await control<Post>(simulator.url, '/post', {
        from: 'jane_d',
        text: '@hallammobile boo',
        replyTo: own.id,
      });
      expect((await desk.put(`/2/tweets/${under.id}/hidden`, { hidden: true })).status).toBe(200);
      expect((await desk.delete(`/2/tweets/${id}`)).status).toBe(200);

      const directQuery = {
        'dm_event.fields': 'attachments,created_at,dm_conversation_id,entities,event_type,id,text',
        expansions: 'sender_id,participant_ids,attachments.media_keys',
        max_results: '2',
      };
      const first = await desk.get('/2/dm_events', directQuery);
      expect(first.status).toBe(200);
      const next = (first.body['meta'] as { next_token: string }).next_token;
      expect((await desk.get('/2/dm_events', { ...directQuery, pagination_token: next })).status).toBe(200);
      expect(
        (await desk.post(`/2/dm_conversations/with/${senderId}/messages`, { text: 'Hello' })).status,
      ).toBe(201);
      expect((await desk.get(`/2/dm_conversations/with/${senderId}/dm_events`, directQuery)).status).toBe(
        200,
      );

      // Refusals have a described form, too.
      expect((await desk.post('/2/tweets', { text: 'News' })).status).toBe(403);
      expect((await desk.delete('/2/tweets/123')).status).toBe(404);
      expect(prism.violations()).toEqual([]);
    },
  );

  test.skipIf(!isThere)('a wrong request is caught', async () => {
    const before = prism.violations().length;
    expect((await desk.get(`/2/users/${desk.userId}/mentions`, { max_results: '500' })).status).toBe(422);
    expect(prism.violations().length).toBe(before + 1);
  });
});
