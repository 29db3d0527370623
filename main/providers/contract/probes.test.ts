import { describe, expect, test } from 'vitest';
import { directions } from '../../../shared/model.ts';
import { failure, mention, rigs, withRig } from '../testing/rigs.ts';

describe.each(rigs)('$name: trying each direction', ({ start }) => {
  const held = withRig(start);

  const probeAll = async (connection = held.connection) =>
    Object.fromEntries(
      await Promise.all(directions.map(async (one) => [one, (await connection.probe(one)).state] as const)),
    );

  test('reading works; writing is not known before the first message, and nobody saw us try', async () => {
    const { rig, connection } = held;
    mention(rig, 'maya', 'long ago');
    rig.direct('maya', 'long ago');
    rig.advance(3_600_000);
    const before = rig.simulator.context.ledger.summary().totalUsd;
    expect(await probeAll()).toEqual({
      'read-posts': 'works',
      'read-directs': 'works',
      'write-posts': 'unknown',
      'write-directs': 'unknown',
    });
    expect((await connection.probe('write-posts')).reason).toMatch(/first message/);
    expect([...rig.posted(), ...rig.directed()]).toEqual([]);
    expect(rig.simulator.context.ledger.summary().totalUsd).toBe(before);
  });

  test('a permission that was not given is named', async () => {
    const { rig } = held;
    const connection = await rig
      .provider()
      .connect(await rig.signIn(['tweet.read', 'users.read', 'offline.access']));
    expect(await probeAll(connection)).toEqual({
      'read-posts': 'works',
      'read-directs': 'refused',
      'write-posts': 'refused',
      'write-directs': 'refused',
    });
    expect((await connection.probe('write-directs')).reason).toMatch(/dm\.write/);
  });

  test('an app that may only read is found out without posting', async () => {
    const { rig, connection } = held;
    rig.simulator.context.settings.appAccess = 'read';
    expect(await connection.probe('write-posts')).toMatchObject({ state: 'refused' });
    expect(await connection.probe('read-posts')).toMatchObject({ state: 'works' });
  });

  test('out of calls says nothing about the right; a network that is away can’t be asked', async () => {
    const { rig, connection } = held;
    rig.exhaust('GET /2/dm_events', 600_000);
    expect(await connection.probe('read-directs')).toMatchObject({ state: 'unknown' });
    rig.limit(0);
    rig.fault({ kind: 'status', path: '*' });
    expect((await failure(connection.probe('read-posts'))).kind).toBe('network');
    expect((await failure(connection.probe('write-posts'))).kind).toBe('unknown-outcome');
  });
});
