import { barriers } from '../axe.ts';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import { fromPalette } from '../screens.ts';

const titles = (desk: Desk): Promise<(string | null)[]> =>
  desk.window
    .locator('[data-column]')
    .evaluateAll((columns) => columns.map((column) => column.getAttribute('aria-label')));

test('columns are added, changed in words, moved, removed, brought back, and are there after a restart', async ({
  desk,
  open,
  network,
}) => {
  await network.say('maya', '@HallamMobile no signal');
  await network.say('nils', '@HallamMobile wrong bill');
  await desk.fetchNow();
  await expect(desk.cards('New')).toHaveCount(2);
  await desk.press('1');
  await expect(desk.cards('New').first()).toBeFocused();

  await desk.press('v', 'a');
  const dialog = desk.window.getByRole('dialog', { name: 'Add a column' });
  const words = dialog.getByRole('combobox', { name: 'Shows' });
  await expect(words).toBeFocused();
  await desk.window.keyboard.type('is:open assigned:no');
  await expect(dialog.getByRole('option', { name: 'assigned:nobody' })).toBeVisible();
  await desk.press('Enter');
  await expect(words).toHaveValue('is:open assigned:nobody ');
  await desk.window.keyboard.type('colour:red');
  await expect(dialog.getByText('There is no part “colour”.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Add the column' })).toBeDisabled();
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  for (let letter = 0; letter < 'colour:red'.length; letter += 1) await desk.press('Backspace');
  await expect(dialog.getByText('2 threads now')).toBeVisible();

  // The form says the same, and changes the words.
  await expect(dialog.getByRole('combobox', { name: 'Assigned to' })).toHaveValue('=nobody');
  await dialog.getByRole('combobox', { name: 'Unread' }).selectOption('unread');
  await expect(words).toHaveValue('is:open is:unread assigned:nobody');
  await dialog.getByRole('textbox', { name: 'Name' }).focus();
  await desk.window.keyboard.type('Unread and nobody’s');
  await desk.press('Enter');
  await expect(desk.cards('Unread and nobody’s')).toHaveCount(2);
  expect(await titles(desk)).toEqual(['New', 'Unread and nobody’s', 'Mine', 'All open']);
  await expect(desk.cards('Unread and nobody’s').first()).toBeFocused();

  await desk.press('v', 'l');
  await expect.poll(() => titles(desk)).toEqual(['New', 'Mine', 'Unread and nobody’s', 'All open']);
  await desk.press('v', 'c', 'v', 'p');
  await expect.poll(() => titles(desk)).toEqual(['Unread and nobody’s', 'New', 'Mine', 'All open']);
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('v', 'x');
  await expect.poll(() => titles(desk)).toEqual(['New', 'Mine', 'All open']);
  await desk.press('z');
  await expect.poll(() => titles(desk)).toEqual(['Unread and nobody’s', 'New', 'Mine', 'All open']);

  await fromPalette(desk, 'Save these columns as a desk');
  await expect(desk.window.getByRole('dialog', { name: 'Save these columns as a desk' })).toBeVisible();
  await desk.window.keyboard.type('Morning');
  await desk.press('Enter');
  await expect(desk.window.getByRole('main', { name: 'Morning' })).toBeVisible();
  await desk.press('g', 'q');
  await expect(desk.window.getByRole('main', { name: 'Triage' })).toBeVisible();
  await desk.press('g', '1');
  await expect(desk.window.getByRole('main', { name: 'Morning' })).toBeVisible();

  const kept = await desk.ask('desk.open', {});
  expect(kept.ok && kept.value.settings.columns.map(({ title }) => title)).toEqual(await titles(desk));
  await desk.earshot.close();
  const again = await open([`--simulator=${network.port}`]);
  await again.isOpen();
  const found = await again.ask('desk.open', {});
  expect(found.ok && found.value.settings.desks.map(({ name }) => name)).toEqual(['Morning']);
  await expect.poll(() => titles(again)).toEqual(['Unread and nobody’s', 'New', 'Mine', 'All open']);
  await expect(again.column('Unread and nobody’s')).toHaveAttribute('data-compact', 'true');
  await expect(again.window.getByRole('button', { name: 'Morning' })).toBeVisible();
});

test('a desk is worked at twice the size', async ({ desk, network }) => {
  await network.say('maya', '@HallamMobile no signal');
  await desk.fetchNow();
  await expect(desk.cards('New')).toHaveCount(1);
  await desk.earshot.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1280, 800);
    window?.webContents.setZoomFactor(2);
  });
  await desk.press('1', 'j');
  await expect(desk.cards('New').first()).toBeInViewport();
  await desk.press('v', 'a');
  const dialog = desk.window.getByRole('dialog', { name: 'Add a column' });
  await expect(dialog.getByRole('combobox', { name: 'Shows' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Cancel' }).focus();
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeInViewport();
  await desk.press('Escape');
  await desk.press('Control+,');
  await expect(desk.window.getByRole('tab', { name: 'Display' })).toBeFocused();
});

test('the keyboard comes back to a card that was scrolled out of sight, and shows it', async ({
  desk,
  network,
}) => {
  for (let n = 0; n < 24; n += 1) await network.say(`crowd${n}`, `@HallamMobile no signal, number ${n}`);
  await desk.fetchNow();
  await desk.press('1');
  await expect(async () => {
    await desk.press('.');
    await expect(desk.card('New', 'crowd23')).toBeVisible({ timeout: 1000 });
  }).toPass();
  await desk.press('1', 'Home', ...Array<string>(18).fill('j'));
  const focused = desk.column('New').locator('article[data-focused]');
  await expect(focused).toBeFocused();
  const { x, y } = (await desk.column('New').boundingBox()) ?? { x: 0, y: 0 };
  await desk.window.mouse.move(x + 100, y + 300);
  await desk.window.mouse.wheel(0, -9000);
  await expect(focused).not.toBeInViewport();
  await desk.press('l');
  await expect(desk.column('New').locator('article[data-focused]')).toHaveCount(0);
  await desk.press('h');
  await expect(focused).toBeInViewport();
  await expect(focused).toBeFocused();
});
