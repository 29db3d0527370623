import { barriers } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { shot } from '../shot.ts';

const stormMs = 25_000;

test('a storm of 429: every limit is waited out, nothing is hammered, and the answer goes out once', async ({
  desk,
  network,
}) => {
  test.setTimeout(120_000);
  await network.say('maya', '@HallamMobile no signal since six');
  await desk.fetchNow();
  await expect(desk.card('New', 'maya')).toBeVisible();
  await network.fault({ kind: '429', path: '/2/*', ms: stormMs });
  const endsAt = Date.now() + stormMs;
  await network.say('noor', '@HallamMobile my bill is wrong');
  await desk.fetchNow();
  for (const title of ['New', 'All open']) await expect(desk.column(title)).toContainText(/limit|calls/iu);
  await shot(desk, 'storm');
  const { calls: before } = await network.summary();

  await desk.startReply('maya');
  await desk.type('A new card goes out tonight');
  await desk.press('Control+Enter');
  await expect(desk.pane).toContainText(/X takes no more calls for now\. Goes on in \d+/u);
  // It has been tried: this is no second thought any more.
  await expect(desk.pane).not.toContainText('Sending your reply');
  await shot(desk, 'storm-waiting');
  expect(await barriers(desk.window)).toEqual([]);
  // Asked for again and again by impatient hands.
  for (let at = 0; at < 8; at += 1) await desk.fetchNow();
  const { calls: after } = await network.summary();
  // One more call of each kind at most: an answer, and what was not asked yet.
  expect(after.total - before.total).toBeLessThan(8);
  expect(await network.posted()).toEqual([]);

  await network.noFaults();
  await expect.poll(async () => (await network.posted()).length, { timeout: 60_000 }).toBe(1);
  expect(Date.now()).toBeGreaterThan(endsAt);
  await expect(desk.messages).toContainText(/Sent \d\d:\d\d by AB/u);
  // A card is in focus: the new one waits behind its strip.
  await expect(desk.column('New')).toContainText('1 new', { timeout: 30_000 });
  expect(await network.posted()).toHaveLength(1);
});
