import path from 'node:path';
import { startSimulator } from '../../simulator/simulator.ts';
import { barriers } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { Network } from '../network.ts';
import { shot } from '../shot.ts';

const hourMs = 3_600_000;
/** The network shows no more than its newest 800 mentions. */
const written = 900;

test('offline for a day, then back: what can be fetched is there, what can’t is said with its bounds', async ({
  open,
  folder,
}) => {
  test.setTimeout(150_000);
  // A network that begins twenty hours ago and goes on in the same journal, at the same place, whenever it can be reached.
  const journal = path.join(folder, 'network.journal');
  const settings = { customers: false, rate: 0, opening: 0, rateLimitScale: 100, journal };
  let behindMs = 20 * hourMs;
  const now = (): number => Date.now() - behindMs;
  const yesterday = await startSimulator({ ...settings, now });
  const { port } = yesterday;
  await new Network(port).say('maya', '@HallamMobile is the shop open today?');
  const desk = await open([`--simulator=${port}`]);
  await desk.isOpen();
  await expect(desk.card('New', 'maya')).toBeVisible({ timeout: 15_000 });
  await yesterday.close();
  await desk.fetchNow();
  await expect(desk.column('New')).toContainText(/Can’t reach (X|the network)/u, { timeout: 20_000 });
  await shot(desk, 'offline');

  const away = await startSimulator({ ...settings, now });
  const network = new Network(away.port);
  for (let at = 0; at < written; at += 1) {
    await network.say(`caller${at % 40}`, `@HallamMobile no signal, ${at}`);
    if (at % 90 === 0) behindMs -= 2 * hourMs;
  }
  for (let at = 0; at < 20; at += 1) await network.direct('lena', `A word in private, ${at}`);
  behindMs = 0;
  await away.close();
  const back = await startSimulator({ ...settings, port, now });
  try {
    await expect
      .poll(async () => (await desk.told('column.count', { filter: { isOpen: true } })).count, {
        timeout: 60_000,
      })
      .toBe(42);
    await expect
      .poll(async () => (await desk.told('desk.open', {})).gaps, { timeout: 60_000 })
      .toMatchObject([{ stream: 'mentions', kind: 'lost' }]);
    // It stands where the messages would be: below those that came. It waits to be asked for if it would move them.
    const gap = desk.window.getByRole('note', { name: 'Messages that may be missing' }).first();
    await expect(async () => {
      await desk.press('1', '.', 'End');
      await expect(gap).toContainText(/may be missing/u, { timeout: 1000 });
    }).toPass({ timeout: 30_000 });
    await expect(gap).toContainText(/\d\d:\d\d/u);
    await expect(desk.column('New')).not.toContainText(/Can’t reach/u, { timeout: 30_000 });
    await shot(desk, 'back');
    expect(await barriers(desk.window)).toEqual([]);
  } finally {
    await back.close();
  }
});
