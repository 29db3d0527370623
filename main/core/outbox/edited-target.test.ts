import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveSettings } from '../settings.ts';
import { startRoad } from '../testing/road.ts';
import { settleMs } from './doubt.ts';
import { getItem } from './rows.ts';

let road: Awaited<ReturnType<typeof startRoad>>;
beforeEach(async () => {
  road = await startRoad();
  saveSettings(road.desk, { undoSendSeconds: 0 });
});
afterEach(() => road.close());

it('a doubtful answer to an edited post is found: it is read back as given to the first version', async () => {
  const first = road.rig.say('maya', `@${road.rig.brand.handle} no signal`);
  await road.readAll();
  road.advance(60_000);
  road.rig.edit(first, `@${road.rig.brand.handle} no signal in Leeds`);
  await road.readAll();
  road.rig.fault({ method: 'POST', path: '/2/tweets', kind: 'reset-after', times: 1 });
  const { id } = road.reply('On our way', { sendAnyway: true });
  await road.deliver();
  const { state, in_reply_to } = getItem(road.desk.db, id);
  expect(state).toBe('uncertain');
  expect(in_reply_to).not.toBe(first);
  road.advance(settleMs);
  await road.deliver();
  expect(getItem(road.desk.db, id)).toMatchObject({ state: 'sent', remote_id: road.rig.posted()[0]?.id });
  expect(road.rig.posted()).toHaveLength(1);
});
