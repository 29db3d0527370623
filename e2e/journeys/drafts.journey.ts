import { expect, test } from '../fixtures.ts';
import { kill } from '../kill.ts';

test('a draft survives the death of the program, and stays with its own customer', async ({
  desk,
  network,
  open,
}) => {
  await network.say('amara', '@HallamMobile my bill doubled');
  await network.say('bartek', '@HallamMobile where is my parcel');
  await desk.fetchNow();
  await expect(desk.card('New', 'bartek')).toBeVisible();
  await desk.startReply('amara');
  await desk.window.keyboard.type('Amara, I am looking at your bill now');
  // Half a second after the last key it is on disk: that is the promise, so the journey waits exactly so long.
  await desk.window.waitForTimeout(500);
  await kill(desk.earshot.app);

  const again = await open([`--simulator=${network.port}`]);
  await again.isOpen();
  await again.startReply('amara');
  await expect(again.reply('amara')).toHaveValue('Amara, I am looking at your bill now');

  await again.press('Escape', 'Escape');
  await again.walkTo('New', 'bartek');
  await again.press('r');
  await expect(again.reply('bartek')).toBeFocused();
  await expect(again.reply('bartek')).toHaveValue('');
  await again.window.keyboard.type('Bartek, it left Leeds');
  await again.press('Escape', 'Escape');
  await again.walkTo('New', 'amara');
  await again.press('r');
  await expect(again.reply('amara')).toHaveValue('Amara, I am looking at your bill now');
  expect(await network.posted()).toEqual([]);
});
