import { expect, it } from 'vitest';
import { ProviderFailure, type Connection, type Probe } from '../../providers/provider.ts';
import { makeDesk } from '../testing/desk.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { startRoad } from '../testing/road.ts';
import { directionsOf, learnDirection } from './directions.ts';
import { probeAccount } from './probe.ts';

const id = 'x:account:1';
const changes = (desk: ReturnType<typeof makeDesk>): number =>
  desk.db.find<{ n: number }>("SELECT count(*) AS n FROM changes WHERE op = 'account.direction'")?.n ?? 0;

it('knows nothing of a direction that was never tried', () => {
  expect(directionsOf(makeDesk().db, id).map(({ direction, state }) => `${direction}: ${state}`)).toEqual([
    'read-posts: unknown',
    'read-directs: unknown',
    'write-posts: unknown',
    'write-directs: unknown',
  ]);
});

it('tells a change once, and since when it is so', () => {
  const desk = makeDesk();
  const first = desk.now();
  learnDirection(desk, id, 'write-posts', 'works', null);
  desk.clock.now += 60_000;
  for (let call = 0; call < 3; call += 1) learnDirection(desk, id, 'write-posts', 'works', null);
  expect(changes(desk)).toBe(1);
  expect(directionsOf(desk.db, id)[2]).toMatchObject({ state: 'works', at: first });

  learnDirection(desk, id, 'write-posts', 'refused', 'The app may only read.');
  desk.clock.now += 60_000;
  learnDirection(desk, id, 'write-posts', 'refused', 'The app may still only read.');
  expect(directionsOf(desk.db, id)[2]).toEqual({
    direction: 'write-posts',
    state: 'refused',
    reason: 'The app may still only read.',
    at: first + 60_000,
  });
  expectReplayed(desk);
});

it('keeps a network’s sentence out of the log', () => {
  const desk = makeDesk();
  learnDirection(desk, id, 'read-directs', 'refused', 'a sentence of the network');
  const log = JSON.stringify(desk.db.all('SELECT input, rows, inverse FROM changes'));
  expect(log).not.toContain('a sentence');
});

const connectionBy = (probe: (direction: string) => Probe | Error): Connection =>
  ({
    probe: async (direction: string) => {
      const said = probe(direction);
      if (said instanceof Error) throw said;
      return said;
    },
  }) as unknown as Connection;

it('tries each direction, and forgets nothing it has learned for one that can’t be tried', async () => {
  const desk = makeDesk();
  learnDirection(desk, id, 'write-posts', 'works', null);
  const found = await probeAccount(
    desk,
    id,
    connectionBy((direction) => {
      if (direction.startsWith('write')) return { state: 'unknown', reason: null };
      return direction === 'read-posts'
        ? { state: 'works', reason: null }
        : { state: 'refused', reason: 'No permission for direct messages.' };
    }),
  );
  expect(found.map(({ state }) => state)).toEqual(['works', 'refused', 'works', 'unknown']);
  expect(found[1]?.reason).toBe('No permission for direct messages.');
});

it('learns from what was sent, and from what the app was not allowed to send', async () => {
  const road = await startRoad();
  try {
    const { desk, account } = road;
    road.rig.say('maya', `@${road.rig.brand.handle} no signal`);
    await road.readAll();
    const states = (): string[] => directionsOf(desk.db, account.id).map(({ state }) => state);
    expect(states()).toEqual(['works', 'works', 'unknown', 'unknown']);
    road.reply('Sorry Maya');
    await road.deliver();
    expect(states()).toEqual(['works', 'works', 'works', 'unknown']);
    expectReplayed(desk);
  } finally {
    await road.close();
  }
});

it('gives a refused direction another chance when its permissions were given anew', async () => {
  const desk = makeDesk();
  learnDirection(desk, id, 'write-posts', 'refused', 'The app may only read.');
  const [, , posts] = await probeAccount(
    desk,
    id,
    connectionBy(() => ({ state: 'unknown', reason: null })),
  );
  expect(posts).toMatchObject({ state: 'unknown', reason: null });
});

it('says why it could not try, and asks who may', async () => {
  const desk = makeDesk();
  const away = connectionBy(() => new ProviderFailure('network', 'X could not be reached.'));
  await expect(probeAccount(desk, id, away)).rejects.toMatchObject({
    code: 'network',
    message: 'X could not be reached.',
  });
  await expect(probeAccount(desk, id, undefined)).rejects.toMatchObject({ code: 'auth' });
  await expect(probeAccount(desk.as('cd'), id, away)).rejects.toMatchObject({ code: 'not-allowed' });
});
