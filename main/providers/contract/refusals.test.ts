import { describe, expect, test } from 'vitest';
import { failure, mention, rigs, withRig } from '../testing/rigs.ts';

describe.each(rigs)('$name: what a refusal was about', ({ start }) => {
  const held = withRig(start);
  const reply = (to: string, text = 'On it') =>
    held.connection.send({ kind: 'post', text, inReplyToRemoteId: to, mediaIds: [] });

  test('not summoned, an identical text, a post that is deleted', async () => {
    const { rig } = held;
    expect(await failure(reply(rig.say('zoe', 'talking to nobody')))).toMatchObject({
      kind: 'rejected',
      detail: 'not-summoned',
    });
    const asked = mention(rig, 'maya', 'help');
    await reply(asked);
    expect(await failure(reply(asked))).toMatchObject({ kind: 'rejected', detail: 'duplicate' });
    rig.remove(asked);
    expect(await failure(reply(asked, 'Still there?'))).toMatchObject({
      kind: 'gone',
      detail: 'deleted-target',
    });
    const hidden = mention(rig, 'omar', 'help');
    rig.become('omar', 'protected');
    expect(await failure(reply(hidden))).toMatchObject({ kind: 'gone', detail: 'deleted-target' });
  });

  test.each([
    ['closed', 'dm-closed'],
    ['encrypted', 'encrypted'],
  ] as const)('direct messages %s', async (directs, detail) => {
    const { rig, connection } = held;
    const early = rig.direct('maya', 'before');
    rig.setDirects('maya', directs);
    if (directs === 'encrypted') rig.direct('maya', 'nobody outside reads this');
    const item = { kind: 'dm', text: 'Hello', toRemoteId: rig.idOf('maya'), mediaId: null } as const;
    expect(await failure(connection.send(item))).toMatchObject({ kind: 'rejected', detail });
    expect(rig.directed()).toEqual([]);
    const { messages } = await connection.poll('direct', null);
    expect(messages.map(({ remoteId }) => remoteId)).toEqual([early]);
  });

  test('taken late, after the connection broke: it is there seconds later, once', async () => {
    const { rig } = held;
    const asked = mention(rig, 'maya', 'help');
    rig.fault({ kind: 'reset-late', method: 'POST', path: '/2/tweets', ms: 8000, times: 1 });
    expect((await failure(reply(asked))).kind).toBe('unknown-outcome');
    expect(rig.posted()).toEqual([]);
    rig.advance(9000);
    const { messages } = await held.connection.poll('own', null);
    expect(messages.filter(({ inReplyToRemoteId }) => inReplyToRemoteId === asked)).toHaveLength(1);
  });

  test('a post to nobody', async () => {
    const { rig, connection } = held;
    const { remoteId } = await connection.send({
      kind: 'post',
      text: 'We are back',
      inReplyToRemoteId: null,
      mediaIds: [],
    });
    expect(rig.posted()).toMatchObject([{ id: remoteId, text: 'We are back' }]);
    expect(rig.posted()[0]!.replyTo).toBeUndefined();
  });
});
