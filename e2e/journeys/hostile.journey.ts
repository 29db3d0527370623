import type { Locator } from 'playwright/test';
import { hostile, tenMegabytes } from '../corpus.ts';
import { expect, test } from '../fixtures.ts';

const texts = { ...hostile, huge: tenMegabytes };

test('whatever strangers write is shown as text, in cards as high as any other', async ({
  desk,
  network,
}) => {
  test.setTimeout(120_000);
  const { window } = desk;
  window.on('dialog', (dialog) => {
    throw new Error(`a dialog opened: ${dialog.message()}`);
  });
  for (const [handle, text] of Object.entries(texts)) {
    await network.person(handle, { name: `<b>${text.slice(0, 400)}</b>` });
    await network.say(handle, `@HallamMobile ${text}`);
  }
  await desk.fetchNow();
  await expect(desk.card('New', Object.keys(texts).at(-1) ?? '')).toBeVisible({ timeout: 30_000 });
  await desk.press('1');

  for (const handle of Object.keys(texts).reverse()) {
    const card = desk.card('New', handle);
    await desk.walkTo('New', handle);
    expect.soft((await card.boundingBox())?.height, handle).toBe(116);
    await desk.press('Enter');
    await expect(desk.pane.getByRole('heading', { level: 2 })).toContainText(`@${handle}`);
    await expect(desk.messages.locator('[data-message-id]')).toHaveCount(1);
    expect.soft(await sideways(desk.messages), handle).toBe(0);
    expect.soft(await sideways(desk.pane), handle).toBe(0);
    await desk.press('Escape');
  }
  await expect(desk.card('New', 'script')).toContainText('<script>window.pwned = 1</script> hello');
  const strangers = window.locator('article, [role=log], h2').locator('script, img, iframe, object, b');
  await expect(strangers).toHaveCount(0);
  expect(await window.evaluate(() => 'pwned' in globalThis)).toBe(false);
  expect(await window.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
    0,
  );
});

test('a message over the cap is kept cut, and says so', async ({ desk, network }) => {
  await network.say('endless', `@HallamMobile ${tenMegabytes}`);
  await desk.fetchNow();
  await expect(desk.card('New', 'endless')).toBeVisible({ timeout: 20_000 });
  await desk.press('1', 'Enter');
  await expect(desk.messages).toContainText('Cut: the message was too long to keep whole');
});

const sideways = (box: Locator): Promise<number> =>
  box.evaluate((element) => Math.max(0, element.scrollWidth - element.clientWidth));
