import type { Page } from 'playwright/test';
import { barriers } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { kill } from '../kill.ts';
import { png } from '../png.ts';

const long = `${'We are so sorry about the mast in LS1, it is the snow. '.repeat(7)}Thank you for bearing with us.`;

test('a long answer leaves as a chain, after second thoughts brought it back as it was typed', async ({
  desk,
  network,
}) => {
  await desk.told('settings.save', { undoSendSeconds: 10 });
  const asked = await network.say('iris', '@HallamMobile no signal since 6am');
  await desk.fetchNow();
  await desk.startReply('iris');
  await desk.window.keyboard.insertText(long);
  const chain = desk.pane.getByRole('region', { name: 'Goes out as 2 posts' });
  await expect(chain).toContainText('2/2 ^');
  expect(await barriers(desk.window, '[data-region="composer"]')).toEqual([]);

  await desk.press('Control+Enter');
  await expect(desk.pane.getByText(/Sending 2 posts in \d+s/u)).toBeVisible();
  expect(await barriers(desk.window, '[data-region="composer"]')).toEqual([]);
  await desk.press('z');
  await expect(desk.reply('iris')).toHaveValue(long);
  expect(await network.posted()).toEqual([]);

  await desk.press('r');
  await expect(desk.reply('iris')).toBeFocused();
  await desk.press('Control+Enter');
  await expect(desk.reply('iris')).toHaveValue('');
  await desk.tabTo(/^Send now$/u);
  await desk.press('Enter');
  await expect.poll(async () => (await network.posted()).length, { timeout: 30_000 }).toBe(2);
  const [first, second] = await network.posted();
  expect(first).toMatchObject({ replyTo: { postId: asked.id } });
  expect(second).toMatchObject({ replyTo: { postId: first?.id } });
  expect(first?.text).toMatch(/ 1\/2$/u);
  expect(second?.text).toMatch(/ 2\/2 \^[A-Z]{2,3}$/u);
});

test('pictures are described, survive the death of the program, and leave with the answer', async ({
  desk,
  network,
  open,
}) => {
  await desk.told('settings.save', { undoSendSeconds: 0 });
  await network.say('omar', '@HallamMobile where is the mast?');
  await desk.fetchNow();
  await desk.startReply('omar');
  await desk.type('Here it is, and here is the way');
  await choose(desk.window, ['mast.png', 'way.png']);
  await expect(desk.pane.getByRole('list', { name: 'Attached' }).getByRole('listitem')).toHaveCount(2);
  await desk.window.getByLabel(/^Describe mast\.png/u).focus();
  await desk.type('A mast in the snow');
  await desk.press('Tab');
  await desk.window.waitForTimeout(500);
  await kill(desk.earshot.app);

  const again = await open([`--simulator=${network.port}`]);
  await again.isOpen();
  await again.startReply('omar');
  await expect(again.reply('omar')).toHaveValue('Here it is, and here is the way');
  const attached = again.pane.getByRole('list', { name: 'Attached' });
  await expect(again.window.getByLabel(/^Describe mast\.png/u)).toHaveValue('A mast in the snow');
  // The picture itself, read from the disk again, under the page's own policy.
  await expect
    .poll(() =>
      attached.locator('img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)),
    )
    .toEqual([64, 64]);
  await again.press('Control+Enter');
  await expect(again.pane.getByRole('alert')).toContainText('some customers can’t see pictures');
  await expect(again.window.getByLabel(/^Describe way\.png/u)).toBeFocused();
  expect(await barriers(again.window, '[data-region="composer"]')).toEqual([]);
  await again.type('The footpath from the station');
  await again.press('Control+Enter');
  await expect.poll(async () => (await network.posted()).length, { timeout: 30_000 }).toBe(1);
  const [post] = await network.posted();
  expect(post?.mediaIds).toHaveLength(2);
});

test('a slip of the hand is undone: an earlier draft comes back, and an emoji is found by its word', async ({
  desk,
  network,
}) => {
  await network.say('amara', '@HallamMobile is my parcel there?');
  await desk.fetchNow();
  await desk.startReply('amara');
  await desk.type('It left Leeds ');
  await desk.press('Control+e');
  await expect(desk.dialog('Insert an emoji')).toBeVisible();
  await desk.type('parcel');
  await desk.press('Enter');
  await expect(desk.reply('amara')).toHaveValue('It left Leeds 📦');
  await expect(desk.reply('amara')).toBeFocused();
  await desk.window.waitForTimeout(500);
  await desk.press('Control+a', 'Delete');
  await desk.press('Control+Shift+h');
  await expect(desk.dialog('Earlier versions of this draft')).toContainText('It left Leeds 📦');
  expect(await barriers(desk.window, 'dialog[open]')).toEqual([]);
  await desk.press('Enter');
  await expect(desk.reply('amara')).toHaveValue('It left Leeds 📦');
});

/** The system's own file dialog is not the desk's: its answer is given for it. */
const choose = (window: Page, names: readonly string[]): Promise<void> =>
  window
    .locator('input[data-attach]')
    .setInputFiles(
      names.map((name) => ({ name, mimeType: 'image/png', buffer: png(64, 64, [60, 140, 200]) })),
    );
