import { expect, test, vi } from 'vitest';
import { seeded } from '../random.ts';
import { type Simulator, startSimulator } from '../simulator.ts';
import { connect } from '../testing/client.ts';
import { inventedBrands } from './brands.ts';
import { hear } from './hearing.ts';
import { inventPersona, personaOf } from './persona.ts';
import { BOOKS, type Language } from './phrases/books.ts';
import { type Act, Writer } from './writer.ts';

vi.setConfig({ testTimeout: 30_000 });

const START_MS = Date.UTC(2026, 8, 1, 9);

async function day(options: object = {}) {
  const time = { nowMs: START_MS };
  const simulator = await startSimulator({ now: () => time.nowMs, rateLimitScale: 0, ...options });
  return {
    simulator,
    pass(ms: number) {
      time.nowMs += ms;
      simulator.context.schedule.runDue();
    },
  };
}

const textsOf = ({ world }: Simulator) => [...world.posts.values()].map((post) => post.text);

test('the same seed and clock give the same day, another seed another', async () => {
  const tell = async (seed: string) => {
    const { simulator, pass } = await day({ seed });
    pass(20 * 60_000);
    const told = [...simulator.world.posts.values()].map(({ id, text }) => ({ id, text }));
    await simulator.close();
    return told;
  };
  const [first, second, other] = [await tell('a'), await tell('a'), await tell('b')];
  expect(first).toEqual(second);
  expect(first).not.toEqual(other);
  expect(first.length).toBeGreaterThan(200);
});

test('at the start there is an hour to look at, with direct messages and replies', async () => {
  const { simulator } = await day();
  const { posts, directs } = simulator.world;
  expect(posts.size + directs.size).toBeGreaterThanOrEqual(25);
  expect(directs.size).toBeGreaterThanOrEqual(3);
  const ages = [...posts.values()].map((post) => START_MS - post.createdAtMs);
  expect(Math.max(...ages)).toBeLessThanOrEqual(60 * 60_000);
  expect(Math.max(...ages)).toBeGreaterThan(30 * 60_000);
  expect(Math.min(...ages)).toBeLessThan(5 * 60_000);
  for (const brand of simulator.brands) {
    expect(simulator.world.indexes.mentioning.get(brand.id)?.length).toBeGreaterThan(3);
  }
  await simulator.close();
});

test('two hundred messages in a row do not look copied', async () => {
  const { simulator, pass } = await day({ opening: 0 });
  pass(25 * 60_000);
  const texts = textsOf(simulator)
    .filter((text) => !text.startsWith('RT @'))
    .slice(-220);
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  expect(counts.size / texts.length).toBeGreaterThan(0.85);
  expect(Math.max(...counts.values())).toBeLessThanOrEqual(4);
  const languages = new Set([...simulator.world.posts.values()].map((post) => post.lang));
  expect(languages.size).toBeGreaterThan(6);
  await simulator.close();
});

test('the rate is kept, can be changed, and paused', async () => {
  const { simulator, pass } = await day({ opening: 0, rate: 30 });
  const all = () => simulator.world.posts.size + simulator.world.directs.size;
  pass(2 * 60_000);
  expect(all()).toBeGreaterThan(40);
  expect(all()).toBeLessThan(80);
  simulator.context.director.setPaused(true);
  const before = all();
  pass(10 * 60_000);
  expect(all()).toBe(before);
  simulator.context.director.setPaused(false);
  pass(60_000);
  expect(all()).toBeGreaterThan(before + 10);
  await simulator.close();
});

test('a wave speaks about one city and ends', async () => {
  const { simulator, pass } = await day({ opening: 0, rate: 1 });
  simulator.context.director.startWave('Hull');
  pass(60_000);
  expect(textsOf(simulator).filter((text) => text.includes('Hull')).length).toBeGreaterThan(8);
  pass(5 * 60_000);
  expect(simulator.context.director.status().wave).not.toBe('Hull');
  await simulator.close();
});

test('customers react to what the agent writes: a message after being asked, a number after being asked', async () => {
  const { simulator, pass } = await day({ rate: 0, opening: 40, seed: 'reactions' });
  const desk = await connect(simulator.url, 'hallammobile');
  const { world } = simulator;
  const named = (world.indexes.mentioning.get(desk.userId) ?? []).filter(
    (post) => !post.repostOf && world.isListed(post),
  );
  const directsBefore = world.directs.size;
  for (const [at, post] of named.slice(0, 6).entries()) {
    const text = `Sorry about that, please send us a DM with your details ^K${at}`;
    const sent = await desk.post('/2/tweets', { text, reply: { in_reply_to_tweet_id: post.id } });
    expect(sent.status).toBe(201);
  }
  pass(3 * 60_000);
  expect(world.directs.size).toBeGreaterThan(directsBefore);

  const customerId = [...world.directs.values()].at(-1)?.senderId ?? '';
  await desk.post(`/2/dm_conversations/with/${customerId}/messages`, {
    text: 'Can we call you? What is the best number?',
  });
  pass(2 * 60_000);
  const answer = world.indexes.directsOf.get(customerId)?.at(-1)?.text ?? '';
  expect(answer).toMatch(/(07700 ?900|7700 900|011[34] 496 0)\d{3}/);
  await simulator.close();
});

test('whom a test makes speak does not answer by itself', async () => {
  const { simulator, pass } = await day({ rate: 0, opening: 0 });
  const desk = await connect(simulator.url, 'hallammobile');
  const brand = simulator.world.getUser(desk.userId);
  const persona = inventPersona(seeded('x'), START_MS, () => false);
  simulator.context.authoring.putUser(persona.user);
  const post = simulator.context.authoring.writePost({
    author: persona.user,
    text: `@${brand.handle} hi`,
    atMs: START_MS,
    origin: 'control',
  });
  await desk.post('/2/tweets', {
    text: 'Sorry! What is your postcode?',
    reply: { in_reply_to_tweet_id: post.id },
  });
  pass(10 * 60_000);
  expect(simulator.world.indexes.inConversation.get(post.id)?.length).toBe(2);
  await simulator.close();
});

test('every phrase of every language can be said', () => {
  const random = seeded('phrases');
  const writer = new Writer(random);
  for (const [language, books] of Object.entries(BOOKS)) {
    const persona = {
      ...personaOf(inventPersona(random, START_MS, () => false).user, language),
      language: language as Language,
    };
    for (const brand of inventedBrands()) {
      const { slots: _, ...acts } = books[brand.trade];
      for (const [act, phrases] of Object.entries(acts)) {
        expect(phrases.length).toBeGreaterThan(0);
        for (const _phrase of phrases) {
          const text = writer.say(act as Act, persona, brand, { city: ['Leeds'] });
          expect(text).not.toMatch(/[{}]/);
        }
      }
    }
  }
});

test.for([
  ['Could you DM us your account number?', 'asks-direct'],
  ['What’s the best number to reach you?', 'asks-phone'],
  ['That is fixed now, sorry for the wait', 'says-fixed'],
  ['Please restart your router', 'suggests'],
  ['Which postcode is that?', 'asks-detail'],
  ['So sorry to hear this', 'apologises'],
  ['Have a good evening', 'other'],
] as const)('hears in "%s": %s', ([text, heard]) => {
  expect(hear(text)).toBe(heard);
});
