import { describe, expect, test } from 'vitest';
import type { Charge } from '../provider.ts';
import { mention, rigs, withRig } from '../testing/rigs.ts';

const sum = (charges: readonly Charge[]): number => charges.reduce((all, { micros }) => all + micros, 0);

describe.each(rigs)('$name: what it costs', ({ start }) => {
  // Nobody tells the desk whether the account owns the app, which makes reading cheaper.
  describe.each([false, true])('the app is the account’s own: %s', (isOwned) => {
    const held = withRig(start, { ownedReads: isOwned });
    const billed = (): number => Math.round(held.rig.simulator.context.ledger.summary().totalUsd * 1e6);

    test('a day of work costs to the cent what the network bills, and never less', async () => {
      const { rig } = held;
      const before = billed();
      const connection = await rig.provider().connect(rig.box);
      const cost: Charge[] = [];
      const asked = mention(rig, 'maya', 'help & https://example.com');
      const ours = rig.say(rig.brand.handle, 'We are back');
      rig.say('zoe', `@${rig.brand.handle} really?`, { quoteOf: ours });
      rig.direct('maya', 'my number is 555');
      for (const stream of ['mentions', 'own', 'direct'] as const) {
        cost.push(...(await connection.poll(stream, null)).cost);
        cost.push(...(await connection.poll(stream, null)).cost);
      }
      cost.push(...(await connection.lookup([asked, ours])).cost);
      const post = { kind: 'post', mediaIds: [] } as const;
      const sent = await connection.send({ ...post, text: 'On it 1/2', inReplyToRemoteId: asked });
      cost.push(...sent.cost);
      const rest = { ...post, text: 'and done 2/2', inReplyToRemoteId: sent.remoteId };
      cost.push(...(await connection.send(rest)).cost);
      cost.push(...(await connection.send({ ...rest, text: 'As we said', inReplyToRemoteId: ours })).cost);
      cost.push(...(await connection.send({ ...post, text: 'News', inReplyToRemoteId: null })).cost);
      const link = { ...post, text: 'See https://example.com/status', inReplyToRemoteId: asked };
      cost.push(...(await connection.send(link)).cost);
      cost.push(
        ...(await connection.send({ kind: 'dm', text: 'Hi', toRemoteId: rig.idOf('maya'), mediaId: null }))
          .cost,
      );
      // The rig itself signed in once before: the same person, read once a day.
      const bill = billed() - before + (before > 0 ? 10_000 : 0);
      if (isOwned) expect(sum(cost)).toBeGreaterThan(bill);
      else expect(sum(cost)).toBe(bill);
      expect(cost.map(({ what }) => what)).toEqual(
        expect.arrayContaining(['reply', 'post', 'post-with-link', 'direct', 'read-direct', 'read-user']),
      );
    });
  });

  const held = withRig(start);

  test('what was read costs nothing more until the next day', async () => {
    const { rig, connection } = held;
    mention(rig, 'maya', 'help');
    expect((await connection.poll('mentions', null)).cost).toContainEqual({
      what: 'read-post',
      units: 1,
      micros: 5000,
    });
    expect((await connection.poll('mentions', null)).cost).toEqual([]);
    rig.advance(24 * 3_600_000 - 60_000);
    expect((await connection.poll('mentions', null)).cost).toContainEqual({
      what: 'read-post',
      units: 1,
      micros: 5000,
    });
  });

  test('a send that nobody knows the outcome of counts as taken, one that was refused does not', async () => {
    const { rig, connection } = held;
    const asked = mention(rig, 'maya', 'help');
    await connection.poll('mentions', null);
    const item = { kind: 'post', text: 'On it', inReplyToRemoteId: asked, mediaIds: [] } as const;
    rig.fault({ kind: 'reset-after', method: 'POST', path: '/2/tweets', times: 1 });
    await connection.send(item).catch(() => undefined);
    await connection.send(item).catch(() => undefined);
    expect((await connection.poll('direct', null)).cost).toEqual([
      { what: 'reply', units: 1, micros: 10_000 },
    ]);
  });

  test('the day’s window beside the quarter-hour', async () => {
    const { rig, connection } = held;
    rig.limit(1);
    rig.direct('maya', 'hi');
    const { budget } = await connection.send({
      kind: 'dm',
      text: 'Hello',
      toRemoteId: rig.idOf('maya'),
      mediaId: null,
    });
    expect(budget).toMatchObject({ left: 14, limit: 15, day: { left: 1439, limit: 1440 } });
    expect(budget.day!.resetAt - rig.net.now()).toBeGreaterThan(23 * 3_600_000);
    expect((await connection.poll('mentions', null)).budget.day).toBeNull();
  });
});
