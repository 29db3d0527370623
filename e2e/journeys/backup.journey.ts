import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { barriers } from '../axe.ts';
import { connect } from '../connecting.ts';
import { expect, test } from '../fixtures.ts';
import { shot } from '../shot.ts';

type Open = Parameters<Parameters<typeof test>[2]>[0]['open'];
type Network = Parameters<Parameters<typeof test>[2]>[0]['network'];

/** The live desk, on a network that only this journey speaks in. */
const live = async (open: Open, network: Network) => {
  const desk = await open([`--stand-in=${network.port}`]);
  await connect(desk, network.port, 'hallammobile');
  await desk.press('Enter');
  await desk.isOpen();
  await network.say('lena', '@HallamMobile no signal since six');
  await desk.fetchNow();
  await expect(desk.card('New', 'lena')).toBeVisible({ timeout: 15_000 });
  return desk;
};

const say = async (desk: Awaited<ReturnType<Open>>, words: string): Promise<void> => {
  await desk.press('Control+k');
  await desk.type(words);
  await desk.press('Enter');
};

test('a backup is made, read back and gone back to by keyboard; what left since is not sent again', async ({
  open,
  network,
  folder,
}) => {
  const desk = await live(open, network);
  await say(desk, 'Backup and repair');
  const settings = desk.dialog('Settings');
  await expect(settings.getByText('Never yet.').first()).toBeVisible();
  await desk.tabTo(/^Back up now$/);
  await desk.press('Enter');
  await expect(settings.getByText(/1 messages?.*read back whole/)).toBeVisible({ timeout: 30_000 });
  await desk.tabTo(/^Check now$/);
  await desk.press('Enter');
  await expect(settings.getByText(/The file is whole/)).toBeVisible({ timeout: 30_000 });
  await shot(desk, 'backup-settings');
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('Escape');
  expect(readdirSync(path.join(folder, 'backups'))).toHaveLength(1);

  await desk.startReply('lena');
  await desk.type('We have found the broken mast');
  await desk.press('Control+Enter');
  await expect.poll(() => network.posted()).toHaveLength(1);

  await say(desk, 'Backup and repair');
  await desk.tabTo(/^Restore…$/);
  await desk.press('Enter');
  await desk.tabTo(/^Today.*1 message/);
  await desk.press(' ');
  await expect(settings.getByText(/Fetched again.*1 answer sent since/)).toBeVisible({ timeout: 15_000 });
  await shot(desk, 'backup-restore');
  expect(await barriers(desk.window)).toEqual([]);
  await desk.tabTo(/^Type “restore”/);
  await desk.type('restore');
  await desk.press('Enter');
  await expect(settings).toBeHidden({ timeout: 30_000 });
  await desk.isOpen();

  // The desk is as it was then; our answer comes back from the network, and is not sent by anybody.
  await desk.fetchNow();
  await expect(async () => {
    await desk.fetchNow();
    expect(await network.posted()).toHaveLength(1);
    await expect(desk.card('All open', 'lena')).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 20_000 });
  await desk.press('3');
  await desk.walkTo('All open', 'lena');
  await desk.press('Enter');
  await expect(desk.messages).toContainText('We have found the broken mast', { timeout: 20_000 });
  expect(await network.posted()).toHaveLength(1);
  expect(readdirSync(path.join(folder, 'set-aside')).join()).toMatch(/before-restore/);
});

test('a damaged file is explained and repaired by keyboard: what was typed is there', async ({
  open,
  network,
  folder,
}) => {
  const before = await live(open, network);
  await before.startReply('lena');
  await before.type('Half a sentence that is not');
  await before.press('Escape');
  await expect(before.card('All open', 'lena')).toBeVisible();
  await before.earshot.close();

  const file = path.join(folder, 'desk.db');
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 0, 100);
  writeFileSync(file, bytes);

  const desk = await open([`--stand-in=${network.port}`]);
  const page = desk.window.getByRole('main');
  await expect(page.getByRole('heading', { name: 'The desk’s file is damaged' })).toBeVisible({
    timeout: 20_000,
  });
  await expect(desk.window.getByRole('button', { name: 'Repair the file' })).toBeFocused();
  await shot(desk, 'repair');
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('Enter');
  await expect(page.getByText(/Saved: 1 message, 1 thread, 1 draft/)).toBeVisible({ timeout: 60_000 });
  await shot(desk, 'repaired');
  expect(await barriers(desk.window)).toEqual([]);
  await expect(desk.window.getByRole('button', { name: 'Open the desk' })).toBeFocused();
  await desk.press('Enter');
  await expect(desk.card('All open', 'lena')).toBeVisible({ timeout: 30_000 });
  // The thread that was open is open again, with its draft.
  await expect(desk.reply('lena')).toHaveValue('Half a sentence that is not');
  expect(readdirSync(path.join(folder, 'set-aside')).join()).toMatch(/damaged/);
});

test('a desk that can’t be shown, and one that is closed by hand, are gone back to a backup by keyboard', async ({
  open,
  network,
  folder,
}) => {
  const before = await live(open, network);
  await before.told('settings.save', { theme: 'light' });
  await before.told('backup.now', {});
  await expect(async () => {
    expect((await before.told('backup.state', {})).lastBackup?.isOk).toBe(true);
  }).toPass({ timeout: 20_000 });

  await before.told('desk.toRepair', {});
  const restore = before.window.getByRole('button', { name: 'Restore this backup' });
  await expect(restore).toBeVisible({ timeout: 20_000 });
  await before.earshot.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setSize(1280, 800),
  );
  await shot(before, 'repair-light');
  expect(await barriers(before.window)).toEqual([]);
  await before.tabTo(/^Restore this backup$/u);
  await before.press('Enter');
  await expect(before.card('All open', 'lena')).toBeVisible({ timeout: 30_000 });
  await before.press('Control+k');
  await before.type('Backup and repair');
  await before.press('Enter');
  await expect(before.dialog('Settings').getByText('Never yet.').first()).toBeVisible();
  await shot(before, 'backup-settings-light');
  expect(await barriers(before.window)).toEqual([]);
  await before.earshot.close();

  // Every list that is empty: its one page is gone.
  const file = path.join(folder, 'desk.db');
  const bytes = readFileSync(file);
  for (let at = 4096; at < bytes.length; at += 4096) {
    const isLeaf = bytes[at] === 10 || bytes[at] === 13;
    if (isLeaf && bytes.readUInt16BE(at + 3) === 0) bytes.fill(0xa5, at, at + 4096);
  }
  writeFileSync(file, bytes);
  const desk = await open([`--stand-in=${network.port}`]);
  await expect(desk.window.getByRole('heading', { name: 'The desk’s file is damaged' })).toBeVisible({
    timeout: 20_000,
  });
  await desk.press('Enter');
  await expect(desk.window.getByText(/pages \d+ could not be read/)).toBeVisible({ timeout: 60_000 });
  await desk.press('Enter');
  await expect(desk.card('All open', 'lena')).toBeVisible({ timeout: 30_000 });
});
