import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { directions } from '../../../shared/model.ts';
import { startPrism, type Prism } from '../../../simulator/prism.ts';
import type { UploadFile } from '../provider.ts';
import { SimulatorAgent } from './simulator-agent.ts';
import { startXRig, type XRig } from './testing/rig.ts';

// Prism is a slow judge on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = path.resolve(import.meta.dirname, '../../../../shared/data');

/** All that the desk says to X, and all that the simulator answers, held against X's own description. */
describe.each([
  ['tweet', 'x-openapi-2.166.json'],
  ['post', 'x-openapi-2.167.json'],
] as const)('in %s words', (vocabulary, name) => {
  const file = path.join(folder, name);
  const isThere = existsSync(file);
  let rig: XRig;
  let prism: Prism;

  beforeAll(async () => {
    if (!isThere) return;
    rig = await startXRig({ vocabulary, mediaProcessingMs: 500 });
    prism = await startPrism(rig.simulator.url, file);
  });
  afterAll(async () => {
    await prism?.close();
    await rig?.close();
  });

  test.skipIf(!isThere)('every call of the provider', async () => {
    const agent = new SimulatorAgent(prism.port);
    const wait = (ms: number): Promise<void> => Promise.resolve(rig.advance(ms));
    const connection = await rig.provider({ agent, wait, timeoutMs: 15_000 }).connect(rig.box);
    const at = `@${rig.brand.handle}`;
    const poll = { options: ['Leeds', 'York'], minutes: 60 };
    const first = rig.say('maya', `${at} brokn & <slow>`, { poll });
    rig.edit(first, `${at} broken`);
    const card = { title: 'Status', description: 'of masts' };
    const linked = rig.say('omar', `${at} see https://example.com/status`, { card });
    rig.say('zoe', `${at} ${'a long story '.repeat(40)}`, { quoteOf: linked });
    const withheld = rig.say('trent', `${at} secret`);
    rig.withhold(withheld);
    rig.direct('maya', 'my number is 555 https://example.com #x');
    rig.setDirects('omar', 'encrypted');

    const uploaded = async (of: Pick<UploadFile, 'mime' | 'kind' | 'for' | 'altText'>) => {
      const bytes: UploadFile = {
        ...of,
        bytes: 2000,
        read: (from, to) => Promise.resolve(Buffer.alloc(to - from, 7)),
      };
      return (await connection.upload(bytes, { begun: () => {}, progress: () => {} })).remoteId;
    };
    const photo = { mime: 'image/png', kind: 'photo', for: 'post', altText: 'a mast' } as const;
    const film = { mime: 'video/mp4', kind: 'video', for: 'post', altText: '' } as const;
    const post = { kind: 'post', inReplyToRemoteId: linked } as const;
    await connection.send({ ...post, text: 'On it', mediaIds: [await uploaded(photo)] });
    const news = { ...post, inReplyToRemoteId: null, text: 'News', mediaIds: [await uploaded(film)] };
    await connection.send(news);
    const toMaya = { kind: 'dm', toRemoteId: rig.idOf('maya') } as const;
    await connection.send({ ...toMaya, text: 'Hello', mediaId: null });
    await connection.send({ ...toMaya, text: '', mediaId: await uploaded({ ...photo, for: 'dm' }) });
    await connection
      .send({ kind: 'dm', toRemoteId: rig.idOf('omar'), text: 'x', mediaId: null })
      .catch(() => undefined);

    for (const stream of ['mentions', 'own', 'direct'] as const) {
      const { cursor, messages } = await connection.poll(stream, null);
      expect(messages.length).toBeGreaterThan(0);
      await connection.poll(stream, cursor);
    }
    const { gone } = await connection.lookup([first, linked, withheld, '123']);
    expect(gone.map(({ because }) => because).toSorted()).toEqual(['deleted', 'withheld']);
    for (const direction of directions) await connection.probe(direction);
    expect(prism.violations()).toEqual([]);
    agent.destroy();
  });
});
