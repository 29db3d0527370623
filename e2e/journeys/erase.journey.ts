import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { barriers } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { fromPalette, settings } from '../screens.ts';

const word = 'Zanzibarite';
const shots = process.env['EARSHOT_SHOTS'];

const filesWith = (folder: string, sought: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      const wide = Buffer.from(sought, 'utf16le');
      return bytes.includes(sought) || bytes.includes(sought.toLowerCase()) || bytes.includes(wide);
    })
    .map((file) => path.relative(folder, file));

test('a person is held, let go, and erased; by keyboard, and nothing of them is left on the disk', async ({
  desk,
  network,
  folder,
}) => {
  const shoot = async (name: string): Promise<void> => {
    if (shots !== undefined) await desk.window.screenshot({ path: path.join(shots, `erase-${name}.png`) });
  };
  await network.say('maya', `@HallamMobile my ${word} phone has no signal`);
  await network.say('yusuf', '@HallamMobile where is my bill');
  await desk.fetchNow();
  await expect(desk.card('New', 'yusuf')).toBeVisible();
  await desk.walkTo('New', 'maya');
  await desk.press('Enter');
  await desk.press('w');
  await expect(desk.window.getByRole('textbox', { name: 'Note about this thread' })).toBeFocused();
  await desk.type(`likes ${word}`);
  await desk.press('Control+Enter');
  await expect(desk.messages).toContainText(`likes ${word}`);

  await fromPalette(desk, 'Hold: keep this');
  const hold = desk.dialog('Hold');
  await expect(hold.getByRole('textbox', { name: 'Why' })).toBeFocused();
  expect.soft(await barriers(desk.window)).toEqual([]);
  await desk.type('a court asked for it');
  await shoot('hold');
  await desk.press('Enter');
  await expect(hold).toBeHidden();
  await expect(desk.window.getByTitle('This thread is kept: a court asked for it (Alex Berg)')).toBeVisible();

  await fromPalette(desk, 'Erase this person');
  const erase = desk.dialog('Erase a person');
  await expect(erase.getByRole('alert')).toContainText('on hold');
  await expect(erase.getByRole('alert')).toContainText('a court asked for it');
  await expect(erase.getByRole('button', { name: 'Leave as it is' })).toBeFocused();
  expect.soft(await barriers(desk.window)).toEqual([]);
  await shoot('held');
  await desk.press('Enter');
  await expect(erase).toBeHidden();

  await settings(desk, 'Keeping and erasing');
  const dialog = desk.dialog('Settings');
  await expect(dialog.getByText('A thread of @maya')).toBeVisible();
  const days = dialog.getByRole('combobox', { name: 'Closed conversations are kept for' }).first();
  await days.focus();
  // 90 days, then a year.
  await desk.press('ArrowDown', 'ArrowDown');
  await dialog.getByRole('button', { name: 'Try it: what would go' }).first().focus();
  await desk.press('Enter');
  await expect(dialog.getByText('Would remove nothing now.')).toBeVisible();
  expect.soft(await barriers(desk.window)).toEqual([]);
  await shoot('settings');
  await dialog.getByRole('button', { name: /^Lift/ }).focus();
  await desk.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Why it need not be kept any more' })).toBeFocused();
  await desk.type('it was decided');
  await desk.press('Enter');
  await expect(dialog.getByText('Nothing is on hold.')).toBeVisible();
  await desk.press('Escape');
  await expect(dialog).toBeHidden();

  expect(filesWith(folder, word)).not.toEqual([]);
  await fromPalette(desk, 'Erase this person');
  await expect(erase.getByRole('textbox', { name: 'Type @maya to erase this person' })).toBeFocused();
  await expect(erase.getByRole('region', { name: 'What goes' })).toContainText('note of colleagues');
  expect.soft(await barriers(desk.window)).toEqual([]);
  await desk.type('maya');
  await shoot('typed');
  await desk.press('Enter');
  await expect(erase).toBeHidden();
  await expect(desk.card('New', 'maya')).toBeHidden();
  await expect(desk.card('New', 'yusuf')).toBeVisible();
  await expect
    .poll(async () => (await desk.told('erase.list', {})).erasures[0]?.endedAt ?? null, { timeout: 30_000 })
    .not.toBeNull();
  await shoot('done');
  // The network tells it again; whoever writes anew is somebody new.
  await network.say('maya', '@HallamMobile another matter');
  await desk.fetchNow();
  await expect(desk.window.getByRole('button', { name: /^New: 1 new thread/ })).toBeVisible();
  await desk.press('.');
  await expect(desk.card('New', 'maya')).toContainText('another matter');
  await desk.earshot.close();
  expect(filesWith(folder, word)).toEqual([]);
});
