import { barriers } from '../axe.ts';
import { signIn } from '../browser.ts';
import { connect, isDone } from '../connecting.ts';
import { expect, test } from '../fixtures.ts';
import { shot } from '../shot.ts';

test('the sign-in is withdrawn in the middle of a sentence: the text stays, and goes out after signing in again', async ({
  open,
  network,
}) => {
  const desk = await open([`--stand-in=${network.port}`]);
  await connect(desk, network.port, 'hallammobile');
  await desk.press('Enter');
  await desk.isOpen();
  await network.say('lena', '@HallamMobile no signal since six');
  await desk.fetchNow();
  await expect(desk.card('New', 'lena')).toBeVisible({ timeout: 15_000 });

  await desk.startReply('lena');
  await desk.type('We have found the');
  await network.endTokens('revoke');
  await expect(async () => {
    await desk.fetchNow();
    await expect(desk.column('New')).toContainText('is paused', { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  // Whoever writes goes on writing: nothing takes the keyboard away.
  await expect(desk.reply('lena')).toBeFocused();
  await desk.type(' broken mast');
  await expect(desk.reply('lena')).toHaveValue('We have found the broken mast');
  await expect(desk.pane).toContainText('X no longer accepts the sign-in of this account');
  await shot(desk, 'signed-out');
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('Control+Enter');
  await expect(desk.pane.getByRole('alert')).toContainText('Your text is kept');
  expect(await network.posted()).toEqual([]);

  // Said once, with the way out of it right above the text.
  await expect(desk.pane.getByText('X no longer accepts the sign-in of this account')).toHaveCount(1);
  await expect(desk.card('New', 'lena')).toContainText('paused');
  await desk.press('Shift+Tab');
  await expect(desk.pane.getByRole('button', { name: 'Sign in again as @hallammobile' })).toBeFocused();
  await desk.press('Enter');
  await expect(desk.window.getByLabel('Client ID')).toHaveValue('our-own-app');
  await desk.press('Enter');
  await signIn(desk.window, network.port, 'hallammobile');
  await isDone(desk);
  await desk.press('Enter');
  await expect(desk.column('New')).not.toContainText('is paused', { timeout: 15_000 });

  await expect(desk.card('New', 'lena')).not.toContainText('paused');
  await expect(desk.reply('lena')).toBeFocused();
  await expect(desk.reply('lena')).toHaveValue('We have found the broken mast');
  await shot(desk, 'signed-in-again');
  await desk.press('Control+Enter');
  await expect.poll(async () => (await network.posted()).length, { timeout: 20_000 }).toBe(1);
  await expect(desk.messages).toContainText(/Sent \d\d:\d\d by AB/u);
});
