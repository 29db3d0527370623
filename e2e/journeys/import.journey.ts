import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { barriers } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import type { Earshot } from '../launch.ts';
import { fromPalette } from '../screens.ts';

/** The system's dialogs are answered with these files. */
const chooses = (app: Earshot['app'], opened: string, saved: string): Promise<void> =>
  app.evaluate(
    ({ dialog }, [file, place]) => {
      Object.assign(dialog, {
        showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [file] }),
        showSaveDialog: () => Promise.resolve({ canceled: false, filePath: place }),
      });
    },
    [opened, saved],
  );

const heads =
  'tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id,brand,source';
const invented = [
  heads,
  '1,mayaok,True,Tue Mar 03 09:00:00 +0000 2026,"@HallamMobile no signal &amp; no answer since six",2,,HallamMobile,x',
  '2,HallamMobile,False,Tue Mar 03 09:20:00 +0000 2026,"@mayaok Sorry, Maya. Which postcode? ^JB",3,1,HallamMobile,x',
  '3,mayaok,True,Tue Mar 03 09:25:00 +0000 2026,"@HallamMobile LS1, near the ""Corn Exchange""",,2,HallamMobile,x',
  '4,leew,True,Wed Apr 01 12:00:00 +0000 2026,@HallamMobile my bill is wrong,,,HallamMobile,x',
  '5,leew,True,the day after,@HallamMobile hello?,,,HallamMobile,x',
  '6,anna,True,Wed Apr 01 12:00:00 +0000 2026,@OtherBrand hello,,,OtherBrand,x',
  '',
].join('\n');

test('past conversations come in from a table, by keyboard, as history that wakes nobody', async ({
  desk,
  network,
  folder,
}) => {
  const { app } = desk.earshot;
  await network.say('maya', '@HallamMobile hello from today');
  await desk.fetchNow();
  await expect(desk.cards('New')).toHaveCount(1);
  const table = path.join(folder, 'care 2026.csv');
  const report = path.join(folder, 'refused.csv');
  writeFileSync(table, invented);
  await chooses(app, table, report);

  await fromPalette(desk, 'Import past conversations');
  const dialog = desk.dialog('Import past conversations');
  await expect(dialog.getByRole('button', { name: 'Choose a file…' })).toBeFocused();
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  await desk.press('Enter');
  await expect(dialog.getByText('4 messages of 2 customers, 3 Mar 2026 to 1 Apr 2026')).toBeVisible();
  await expect(dialog.getByText('2 threads, all of them history')).toBeVisible();
  await expect(dialog.getByText('Row 6 is refused: Its time can’t be read.')).toBeVisible();
  await expect(dialog.getByText('1 row left out')).toBeVisible();
  // Of the brands of this desk the file speaks of this one.
  await expect(dialog.getByLabel('Whose conversations these are').locator('option:checked')).toHaveText(
    '@hallammobile',
  );
  await expect(
    dialog.getByRole('cell', { name: '@HallamMobile no signal & no answer since six' }),
  ).toBeVisible();
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  if (process.env['SHOTS']) await desk.window.screenshot({ path: `${process.env['SHOTS']}/import-look.png` });

  // What columns mean can be said otherwise: without the text nothing is left to import.
  await desk.press('Shift+Tab', 'Shift+Tab', 'Shift+Tab');
  await expect(dialog.getByText('How the table is read')).toBeFocused();
  await desk.press('Enter');
  const says = dialog.getByLabel('What it says');
  await expect(says).toBeVisible();
  await says.focus();
  await says.selectOption('Choose…');
  await expect(dialog.getByRole('button', { name: 'Nothing new to import' })).toBeVisible();
  await says.selectOption({ index: 5 });
  await expect(dialog.getByRole('button', { name: 'Import 4 messages' })).toBeVisible();
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  if (process.env['SHOTS'])
    await desk.window.screenshot({ path: `${process.env['SHOTS']}/import-mapping.png` });
  await desk.tabTo(/^Import 4 messages$/u);
  await desk.press('Enter');

  await expect(
    dialog.getByText('4 messages imported in 2 new threads, 1 left out, 1 row refused.'),
  ).toBeVisible();
  await expect(dialog.getByRole('row', { name: '6 Its time can’t be read.' })).toBeVisible();
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  if (process.env['SHOTS']) await desk.window.screenshot({ path: `${process.env['SHOTS']}/import-done.png` });
  await desk.tabTo(/^Save what was refused/u);
  await desk.press('Enter');
  await expect.poll(() => readIfThere(report)).toBe('row,reason\r\n6,"Its time can’t be read."\r\n');
  await desk.press('Escape');

  await expect(desk.cards('New')).toHaveCount(1);
  const { cards } = await desk.told('column.page', {
    filter: { isOpen: false },
    order: 'newest',
    after: null,
    limit: 10,
  });
  expect(cards.map(({ handle, status }) => [handle, status])).toEqual([
    ['leew', 'no-action'],
    ['mayaok', 'no-action'],
  ]);

  // The same again: nothing to do, and it says so.
  await fromPalette(desk, 'Import past conversations');
  await expect(dialog.getByText('care 2026.csv')).toBeVisible();
  if (process.env['SHOTS'])
    await desk.window.screenshot({ path: `${process.env['SHOTS']}/import-choose.png` });
  await desk.tabTo(/^Choose a file…$/u);
  await desk.press('Enter');
  await expect(dialog.getByText('4 messages here already')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Nothing new to import' })).toBeVisible();
});

const readIfThere = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
