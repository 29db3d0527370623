import { expect, test } from '../fixtures.ts';

test('what arrives never moves what the agent is looking at', async ({ desk, network }) => {
  for (let at = 0; at < 14; at += 1) await network.say(`early${at}`, `@HallamMobile early question ${at}`);
  await desk.fetchNow();
  await expect(desk.card('New', 'early13')).toBeVisible();
  await desk.press('1', 'Home', 'j', 'j', 'j', 'j', 'j', 'j', 'j', 'j', 'j');
  const card = desk.cards('New').and(desk.window.locator('[data-focused]'));
  await expect(card).toBeFocused();
  const scroller = desk.column('New').locator('[data-scroller]');
  expect(await scroller.evaluate((box) => box.scrollTop)).toBeGreaterThan(0);
  const before = await card.boundingBox();
  const words = await card.textContent();

  for (let at = 0; at < 30; at += 1) await network.say(`late${at}`, `@HallamMobile late question ${at}`);
  await desk.fetchNow();
  const strip = desk.column('New').getByRole('button', { name: /^New: 30 new threads\./ });
  await expect(strip).toHaveText(/30 new/);
  await expect(card).toBeFocused();
  expect(await card.boundingBox()).toEqual(before);
  expect((await card.textContent())?.slice(0, 20)).toBe(words?.slice(0, 20));

  await desk.press('.');
  await expect(strip).toBeHidden();
  await expect(desk.cards('New').first()).toContainText('@late29');
  await expect(desk.cards('New').first()).toBeFocused();
});

test('a message for a thread in view changes its words, not its place', async ({ desk, network }) => {
  for (let at = 0; at < 6; at += 1) await network.say(`calm${at}`, `@HallamMobile question ${at}`);
  await desk.fetchNow();
  await expect(desk.card('New', 'calm5')).toBeVisible();
  await desk.press('1');
  await desk.walkTo('New', 'calm2');
  const card = desk.card('New', 'calm2');
  const before = await card.boundingBox();
  await network.say('calm2', '@HallamMobile and now it smokes');
  await desk.fetchNow();
  await expect(card).toContainText('and now it smokes');
  await expect(card).toBeFocused();
  expect(await card.boundingBox()).toEqual(before);
});
