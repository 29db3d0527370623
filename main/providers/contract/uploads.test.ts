import { describe, expect, test } from 'vitest';
import type { UploadFile } from '../provider.ts';
import { failure, mention, rigs, withRig } from '../testing/rigs.ts';

const megabyte = 1024 * 1024;

const fileOf = (
  bytes: number,
  more: Partial<UploadFile> = {},
): UploadFile & { reads: [number, number][] } => {
  const reads: [number, number][] = [];
  return {
    reads,
    bytes,
    mime: 'image/jpeg',
    kind: 'photo',
    altText: '',
    for: 'post',
    read: (from, to) => {
      reads.push([from, to]);
      return Promise.resolve(Buffer.alloc(to - from, 7));
    },
    ...more,
  };
};
const film = (bytes: number, more: Partial<UploadFile> = {}) =>
  fileOf(bytes, { mime: 'video/mp4', kind: 'video', ...more });

const listen = () => {
  const heard = { begun: [] as string[], progress: [] as number[] };
  return {
    heard,
    on: {
      begun: (remoteId: string) => void heard.begun.push(remoteId),
      progress: (sent: number) => void heard.progress.push(sent),
    },
  };
};

describe.each(rigs)('$name: uploading', ({ start }) => {
  const held = withRig(start, { mediaProcessingMs: 0 });

  test('a picture with its description goes with a reply', async () => {
    const { rig, connection } = held;
    const { heard, on } = listen();
    const altText = 'A mast & a cow';
    const { remoteId, expiresAt, cost } = await connection.upload(fileOf(300_000, { altText }), on);
    expect(heard).toEqual({ begun: [remoteId], progress: [300_000] });
    expect(expiresAt).toBeGreaterThan(rig.net.now());
    expect(cost.filter(({ what }) => what !== 'read-user')).toEqual([]);
    const asked = mention(rig, 'maya', 'show me');
    const sent = await connection.send({
      kind: 'post',
      text: 'Here ^AB',
      inReplyToRemoteId: asked,
      mediaIds: [remoteId],
    });
    expect(rig.posted()).toMatchObject([{ id: sent.remoteId, mediaIds: [remoteId] }]);
    const { messages } = await connection.poll('own', null);
    expect(messages.at(-1)!.attachments).toMatchObject([{ kind: 'photo', altText }]);
  });

  test('four pictures, or a direct message with one and no word', async () => {
    const { rig, connection } = held;
    const four = await Promise.all(
      [1, 2, 3, 4].map(() => connection.upload(fileOf(1000), listen().on).then(({ remoteId }) => remoteId)),
    );
    await connection.send({ kind: 'post', text: '', inReplyToRemoteId: null, mediaIds: four });
    expect(rig.posted()).toMatchObject([{ mediaIds: four }]);
    rig.direct('maya', 'hi');
    const { remoteId } = await connection.upload(fileOf(1000, { for: 'dm' }), listen().on);
    await connection.send({ kind: 'dm', text: '', toRemoteId: rig.idOf('maya'), mediaId: remoteId });
    expect(rig.directed()).toMatchObject([{ mediaIds: [remoteId], text: '' }]);
  });

  test('a film goes in parts and is ready when this is done', async () => {
    const { rig, connection } = held;
    rig.simulator.context.settings.mediaProcessingMs = 2500;
    const waits: number[] = [];
    const wait = (ms: number): Promise<void> => {
      waits.push(ms);
      rig.advance(ms);
      return Promise.resolve();
    };
    const patient = await rig.provider({ wait }).connect(rig.box);
    const { heard, on } = listen();
    const { remoteId } = await patient.upload(film(9 * megabyte), on);
    expect(heard.progress).toEqual([4, 8, 9].map((at) => at * megabyte));
    expect(waits).toEqual([1000, 1000, 1000]);
    await connection.send({ kind: 'post', text: 'See', inReplyToRemoteId: null, mediaIds: [remoteId] });
    expect(rig.posted()).toHaveLength(1);
  });

  test.each([
    ['reset before a part', { kind: 'reset-before' }],
    ['reset after a part', { kind: 'reset-after' }],
    ['trouble in the middle', { kind: 'status', status: 503 }],
    ['an answer cut short', { kind: 'cut-json' }],
  ])('%s: it goes on from there and ends whole', async (_, fault) => {
    const { rig, connection } = held;
    rig.fault({ ...fault, path: '*/append', times: 1, skip: 1 });
    const { heard, on } = listen();
    expect((await failure(connection.upload(film(9 * megabyte), on))).kind).toBe('network');
    expect(heard.progress).toEqual([4 * megabyte]);
    const place = { remoteId: heard.begun[0]!, sentBytes: heard.progress.at(-1)! };
    const again = film(9 * megabyte);
    const { remoteId } = await connection.upload(again, on, place);
    expect(remoteId).toBe(place.remoteId);
    expect(heard.begun).toHaveLength(1);
    expect(again.reads[0]).toEqual([4 * megabyte, 8 * megabyte]);
    await connection.send({ kind: 'post', text: 'See', inReplyToRemoteId: null, mediaIds: [remoteId] });
  });

  test('lost sight of at its end: a second call finds it ended', async () => {
    const { rig, connection } = held;
    rig.fault({ kind: 'reset-after', path: '*/finalize', times: 1 });
    const { heard, on } = listen();
    expect((await failure(connection.upload(film(megabyte), on))).kind).toBe('network');
    const { remoteId } = await connection.upload(film(megabyte), on, {
      remoteId: heard.begun[0]!,
      sentBytes: megabyte,
    });
    expect(rig.calls('POST /2/media/upload/:id/finalize')).toBe(1);
    expect(remoteId).toBe(heard.begun[0]);
  });

  test('an upload that the network no longer knows is gone: begin again', async () => {
    const { connection } = held;
    const place = { remoteId: '1234567', sentBytes: 0 };
    expect((await failure(connection.upload(fileOf(1000), listen().on, place))).kind).toBe('gone');
  });

  test('too large, or of a kind X takes not: refused in words before a byte is sent', async () => {
    const { rig, connection } = held;
    const large = fileOf(6 * megabyte);
    const error = await failure(connection.upload(large, listen().on));
    expect(error).toMatchObject({ kind: 'rejected' });
    expect(error.message).toMatch(/5 MB/);
    expect(large.reads).toEqual([]);
    expect((await failure(connection.upload(fileOf(10, { mime: 'text/html' }), listen().on))).kind).toBe(
      'rejected',
    );
    expect(rig.calls('POST /2/media/upload/:id/append')).toBe(0);
  });

  test('signed in without that permission: refused in words, and the account goes on', async () => {
    const { rig } = held;
    const box = await rig.signIn(['tweet.read', 'tweet.write', 'users.read', 'offline.access']);
    const connection = await rig.provider().connect(box);
    const error = await failure(connection.upload(fileOf(1000), listen().on));
    expect(error).toMatchObject({ kind: 'rejected' });
    expect(error.message).toMatch(/media\.write/);
  });

  test('stopped: no further part leaves', async () => {
    const { rig, connection } = held;
    const stop = new AbortController();
    const { heard, on } = listen();
    const stopping = { ...on, progress: (sent: number) => (on.progress(sent), stop.abort()) };
    const error = await failure(connection.upload(film(9 * megabyte), stopping, undefined, stop.signal));
    expect(error.kind).toBe('network');
    expect(heard.progress).toHaveLength(1);
    expect(rig.calls('POST /2/media/upload/:id/append')).toBe(1);
  });
});
