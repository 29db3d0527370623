import { barriers } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { settings } from '../screens.ts';

test.beforeEach(async ({ desk, network }) => {
  await network.say('maya', '@HallamMobile no signal');
  await desk.fetchNow();
  await expect(desk.card('New', 'maya')).toBeVisible();
  await desk.press('1');
  await expect(desk.cards('New').first()).toBeFocused();
});

test('a key is recorded, refused where it is in the way, used, shown everywhere, and reset', async ({
  desk,
}) => {
  await desk.press('Control+,');
  const dialog = desk.window.getByRole('dialog', { name: 'Settings' });
  await expect(dialog.getByRole('tab', { name: 'Display' })).toBeFocused();
  await desk.press('ArrowDown');
  await expect(dialog.getByRole('tab', { name: 'Keys' })).toBeFocused();
  expect(await barriers(desk.window, 'dialog')).toEqual([]);

  const record = dialog.getByRole('button', { name: 'Claim: record a key', exact: true });
  await record.focus();
  await desk.press('Enter', 'e');
  await expect(dialog.getByRole('alert')).toHaveText(/“Resolve/u);
  await desk.press('g');
  await expect(dialog.getByRole('alert')).toHaveText(/begins with it/u);
  await desk.press('Alt+q');
  await expect(dialog.getByRole('alert')).toHaveText(/Alt/u);
  await desk.press('Control+c');
  await expect(dialog.getByRole('alert')).toHaveText(/belongs/u);
  await desk.press('Control+j');
  await expect(record).toBeFocused();
  await expect(dialog.getByText('Claim: Ctrl+J.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Claim: take I away' }).focus();
  await desk.press('Enter');
  await expect(dialog.getByText('Claim no longer has I.')).toBeVisible();
  await desk.press('Escape');

  await desk.press('1', 'i');
  await expect(desk.cards('Mine')).toHaveCount(0);
  await desk.press('Control+j');
  await expect(desk.card('Mine', 'maya')).toBeVisible();
  await desk.press('?');
  const help = desk.window.getByRole('dialog', { name: 'All keys' });
  await expect(help.locator('dl > div').filter({ hasText: /^ClaimCtrl\+J$/u })).toHaveCount(1);
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  await desk.press('Escape');

  await desk.press('Control+,');
  await dialog.getByRole('tab', { name: 'Keys' }).click();
  await dialog.getByRole('button', { name: 'Reset all' }).focus();
  await desk.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Claim: take I away' })).toBeVisible();
});

test('a sequence says what its next key would do', async ({ desk }) => {
  await desk.press('g');
  await expect(desk.window.getByRole('list', { name: 'Keys' })).toContainText('Go to Mine');
  await desk.press('m');
  await expect(desk.window.getByRole('main', { name: 'Mine' })).toBeVisible();
  await desk.press('g', 'q');
  await expect(desk.window.getByRole('main', { name: 'Triage' })).toBeVisible();
});

test('notifications have their section', async ({ desk }) => {
  await settings(desk, 'Notifications');
  const dialog = desk.window.getByRole('dialog', { name: 'Settings' });
  await expect(dialog.getByRole('radio', { name: /What is mine/u })).toBeChecked();
  await dialog.getByRole('checkbox', { name: 'Nothing between two times of the day' }).focus();
  await desk.press('Space');
  await expect(dialog.getByLabel('From')).toHaveValue('22:00');
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
});
