import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulator, startSimulator } from './simulator.ts';
import { type Client, connect, control } from './testing/client.ts';
import type { DirectMessage } from './world/model.ts';

let nowMs = Date.UTC(2026, 8, 1, 9);
let simulator: Simulator;
let desk: Client;

beforeEach(async () => {
  nowMs = Date.UTC(2026, 8, 1, 9);
  simulator = await startSimulator({ customers: false, now: () => nowMs });
  desk = await connect(simulator.url, 'hallammobile');
});
afterEach(() => simulator.close());

const customerWrites = (text: string, from = 'jane_d') =>
  control<DirectMessage>(simulator.url, '/direct', { from, to: 'hallammobile', text });

test('newest first, thirty days back, page by page', async () => {
  await customerWrites('long ago');
  nowMs += 31 * 86_400_000;
  desk = await connect(simulator.url, 'hallammobile');
  const sent: string[] = [];
  for (let at = 0; at < 7; at += 1) {
    nowMs += 1000;
    sent.unshift((await customerWrites(`message ${at} & more`)).id);
  }
  const seen: string[] = [];
  let token = '';
  do {
    const { body } = await desk.get('/2/dm_events', {
      max_results: '3',
      ...(token && { pagination_token: token }),
    });
    seen.push(...(body.data as { id: string }[]).map((event) => event.id));
    token = (body['meta'] as { next_token?: string }).next_token ?? '';
  } while (token);
  expect(seen).toEqual(sent);
});

test('an event shows only what is asked for', async () => {
  const direct = await customerWrites('<hi> & bye');
  const bare = await desk.get('/2/dm_events');
  expect(bare.body.data).toEqual([
    { id: direct.id, event_type: 'MessageCreate', text: '&lt;hi&gt; &amp; bye' },
  ]);
  const full = await desk.get('/2/dm_events', {
    'dm_event.fields': 'created_at,dm_conversation_id,sender_id,participant_ids',
    expansions: 'sender_id,participant_ids',
  });
  expect(full.body).toMatchObject({
    data: [{ sender_id: direct.senderId, dm_conversation_id: direct.conversationId }],
    includes: { users: [{ username: 'jane_d' }, { username: 'hallammobile' }] },
  });
  expect(direct.conversationId).toBe(`${direct.senderId}-${desk.userId}`);
});

test('a message to somebody lands in the conversation with them', async () => {
  const direct = await customerWrites('hello');
  await customerWrites('other', 'bob_h');
  const sent = await desk.post(`/2/dm_conversations/with/${direct.senderId}/messages`, {
    text: 'hello back',
  });
  expect(sent.status).toBe(201);
  expect(sent.body.data).toMatchObject({ dm_conversation_id: direct.conversationId });
  const talk = await desk.get(`/2/dm_conversations/with/${direct.senderId}/dm_events`);
  expect(talk.body.data).toMatchObject([{ text: 'hello back' }, { text: 'hello' }]);
  expect((await desk.post(`/2/dm_conversations/with/${direct.senderId}/messages`, {})).status).toBe(400);
  expect((await desk.post(`/2/dm_conversations/with/999/messages`, { text: 'x' })).status).toBe(404);
});

test('sending has a budget of fifteen minutes and one of a day', async () => {
  const { senderId } = await customerWrites('hello');
  const send = (text: string) => desk.post(`/2/dm_conversations/with/${senderId}/messages`, { text });
  for (let at = 0; at < 15; at += 1) {
    const { status, headers } = await send(`message ${at}`);
    expect(status).toBe(201);
    expect(headers.get('x-rate-limit-remaining')).toBe(String(14 - at));
    expect(headers.get('x-user-limit-24hour-remaining')).toBe(String(1439 - at));
    expect(headers.get('x-app-limit-24hour-limit')).toBe('1440');
  }
  const refused = await send('one too many');
  expect(refused.status).toBe(429);
  expect(refused.body['type']).toMatch(/rate-limit-exceeded$/);
  expect(Number(refused.headers.get('x-rate-limit-reset'))).toBe(nowMs / 1000 + 900);
  nowMs += 900_000;
  expect((await send('after the window')).status).toBe(201);
});
