import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AccountId } from '../../../shared/ids.ts';
import { getItem } from '../outbox/rows.ts';
import { onlyThread } from '../testing/desk.ts';
import { startRoad } from '../testing/road.ts';
import { createReceiver } from './add.ts';
import { describe } from './change.ts';
import { getUpload } from './rows.ts';

let road: Awaited<ReturnType<typeof startRoad>>;

beforeEach(async () => {
  road = await startRoad();
  road.rig.say('maya', `@${road.rig.brand.handle} no signal since 6am`);
  await road.readAll();
});
afterEach(() => road.close());

const png = Uint8Array.from({ length: 5000 }, (_, at) => [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10][at] ?? at);
const attach = (messageKind: 'post' | 'dm') =>
  createReceiver(road.desk, () => road.rig.provider().can).add({
    ...{ threadId: onlyThread(road.desk), accountId: road.account.id as AccountId, messageKind },
    ...{ name: 'mast.png', mime: 'image/png', data: png },
  });
const deliver = async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    await road.deliver();
    road.advance(30_000);
  }
};

it.each(['post', 'dm'] as const)('a picture goes up to the network and leaves with its %s', async (kind) => {
  const upload = await attach(kind);
  describe(road.desk, { id: upload.id, altText: 'The mast' });
  const item = road.reply('See here', { kind, uploads: [upload.id] });
  await deliver();
  expect(getItem(road.desk.db, item.id)).toMatchObject({ state: 'sent', reason: null });
  expect(getUpload(road.desk.db, upload.id)).toMatchObject({ state: 'sent', sent_bytes: 5000 });
});

it('a network that breaks off is asked again, and the message leaves once', async () => {
  road.rig.fault({ method: 'POST', path: '/2/media/upload/initialize', kind: 'reset-before', times: 2 });
  const upload = await attach('post');
  const item = road.reply('See here', { uploads: [upload.id] });
  await deliver();
  expect(getItem(road.desk.db, item.id).state).toBe('sent');
  expect(road.rig.posted()).toHaveLength(1);
});
