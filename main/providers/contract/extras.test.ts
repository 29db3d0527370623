import { describe, expect, test } from 'vitest';
import { mention, rigs, withRig } from '../testing/rigs.ts';

describe.each(rigs)('$name: what goes with a text', ({ start }) => {
  const held = withRig(start);
  const extrasOf = async (id: string) =>
    (await held.connection.poll('mentions', null)).messages.find(({ remoteId }) => remoteId === id)!.extras;

  test('nothing is nothing', async () => {
    expect(await extrasOf(mention(held.rig, 'maya', 'help https://example.com'))).toBeNull();
  });

  test('a poll, in its order, with its end', async () => {
    const { rig } = held;
    const poll = { options: ['Leeds', 'York & Hull', 'Whitby'], minutes: 60 };
    const { poll: told } = (await extrasOf(rig.say('maya', `@${rig.brand.handle} where?`, { poll })))!;
    expect(told!.options.map(({ label }) => label)).toEqual(poll.options);
    expect(told!.options.every(({ votes }) => votes >= 0)).toBe(true);
    expect(Math.abs(told!.endsAt! - rig.net.now() - 3_600_000)).toBeLessThan(60_000);
  });

  test('a link card', async () => {
    const { rig } = held;
    const card = { title: 'Network status', description: 'All masts & cables' };
    const id = rig.say('maya', `@${rig.brand.handle} see https://example.com/status`, { card });
    expect(await extrasOf(id)).toEqual({
      poll: null,
      quoted: null,
      cards: [{ url: 'https://example.com/status', ...card }],
    });
  });

  test('a quoted post with its author and words', async () => {
    const { rig } = held;
    const long = `The whole story ${'and on and on '.repeat(40)}end`;
    const original = rig.say('zoe', long);
    const id = rig.say('maya', `@${rig.brand.handle} look`, { quoteOf: original });
    expect((await extrasOf(id))!.quoted).toEqual({
      remoteId: original,
      handle: 'zoe',
      text: long,
      createdAt: rig.simulator.world.posts.get(original)!.createdAtMs,
    });
  });

  test('what a post above quotes did not come along: nothing is said of it', async () => {
    const { rig } = held;
    const deep = rig.say('trent', 'the first word');
    const above = rig.say('zoe', 'look at that', { quoteOf: deep });
    rig.say('maya', `@${rig.brand.handle} yours too?`, { replyTo: above });
    expect(await extrasOf(above)).toBeNull();
  });

  test('a quoted post that is withheld is named, without words', async () => {
    const { rig } = held;
    const original = rig.say('zoe', 'secret');
    const id = rig.say('maya', `@${rig.brand.handle} look`, { quoteOf: original });
    rig.withhold(original);
    expect((await extrasOf(id))!.quoted).toMatchObject({ remoteId: original, text: null });
  });

  test('a quoted post that is gone is named, without words', async () => {
    const { rig } = held;
    const original = rig.say('zoe', 'soon gone');
    const id = rig.say('maya', `@${rig.brand.handle} look`, { quoteOf: original });
    rig.remove(original);
    expect((await extrasOf(id))!.quoted).toEqual({
      remoteId: original,
      handle: null,
      text: null,
      createdAt: null,
    });
  });
});
