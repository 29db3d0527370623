import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { ElectronApplication, Locator } from 'playwright/test';
import { barriers } from '../axe.ts';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import type { Network } from '../network.ts';
import { shot } from '../shot.ts';

const rows = (desk: Desk): Locator =>
  desk.window
    .getByRole('main', { name: 'Audit' })
    .getByRole('listitem')
    .filter({ has: desk.window.locator('time') });

/** They wrote in public and in private. */
const wrote = async (desk: Desk, network: Network, handles: readonly string[]): Promise<void> => {
  for (const handle of handles) {
    await network.say(handle, `@HallamMobile no signal in LS1 (${handle})`);
    await network.direct(handle, 'My number is 0113 496 0017');
  }
  await desk.fetchNow();
  for (const handle of handles)
    await expect(desk.card('All open', handle)).toContainText('DM', { timeout: 20_000 });
};

const openThread = async (desk: Desk, handle: string): Promise<void> => {
  await desk.press('3');
  await desk.walkTo('All open', handle);
  await desk.press('Enter');
  await expect(desk.messages).toContainText('My number is');
};

/** The keyboard is on the newest act. */
const toAudit = async (desk: Desk): Promise<void> => {
  await desk.press('g', 'w');
  await expect(rows(desk).first()).toBeFocused();
};

const savesTo = (app: ElectronApplication, filePath: string): Promise<void> =>
  app.evaluate(({ dialog }, place) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: place });
  }, filePath);

const verified = (desk: Desk, words: RegExp): Promise<void> =>
  expect(desk.window.getByRole('region', { name: 'The log' })).toContainText(words, { timeout: 15_000 });

test('who saw a direct message: by thread, by person, verified, exported, by keyboard', async ({
  desk,
  network,
  folder,
}) => {
  await toAudit(desk);
  await expect(desk.window.getByRole('region', { name: 'The log' })).toContainText(/Fingerprint at/);
  await shot(desk, 'audit-little');
  await desk.press('g', 'q');
  await wrote(desk, network, ['maya', 'yusuf']);
  await openThread(desk, 'maya');
  await desk.press('Escape', 'i');
  await openThread(desk, 'yusuf');

  await toAudit(desk);
  await expect(rows(desk).filter({ hasText: 'Opened a direct message' })).toHaveCount(2);
  await expect(rows(desk).filter({ hasText: 'Claimed' })).toContainText('@maya');
  expect(await barriers(desk.window)).toEqual([]);
  await shot(desk, 'audit-full');

  // Only what was seen, chosen in a field, and back to the list.
  await desk.press('f', 'Tab');
  await expect(desk.window.getByRole('combobox', { name: 'What' })).toBeFocused();
  await desk.type('Saw');
  await expect(rows(desk).filter({ hasText: 'Claimed' })).toHaveCount(0);
  await desk.tabTo(/Opened a direct message/u);
  await desk.press('j', 't');
  await expect(desk.window.getByText('Thread of @maya')).toBeVisible();
  await expect(desk.window.getByRole('region', { name: 'Who saw this thread' })).toContainText(
    /Alex Berg saw direct messages once/,
  );
  await expect(rows(desk).filter({ hasText: 'yusuf' })).toHaveCount(0);
  expect(await barriers(desk.window)).toEqual([]);
  await shot(desk, 'audit-thread');

  // From a row to its thread, from the thread to who saw it, and back.
  await desk.press('Enter');
  await expect(desk.messages).toContainText('no signal in LS1 (maya)');
  await desk.press('Shift+W');
  await expect(desk.window.getByText('Thread of @maya')).toBeVisible();
  await desk.press('x');
  await expect(desk.window.getByText('Thread of @maya')).toBeHidden();

  await desk.press('y');
  await expect(desk.dialog('Verify the log')).toBeVisible();
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  await shot(desk, 'audit-verify');
  await desk.press('Enter');
  await verified(desk, /rows read: as they were written\. Compared with what is kept apart/);
  await shot(desk, 'audit-verified');
  await desk.told('settings.save', { theme: 'light' });
  await expect(desk.window.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await barriers(desk.window)).toEqual([]);
  await shot(desk, 'audit-light');

  const file = path.join(folder, 'audit.csv');
  await savesTo(desk.earshot.app, file);
  await desk.press('e');
  await expect.poll(() => existsSync(file)).toBe(true);
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(
    /Alex Berg,Opened a direct message,@(?:yusuf|maya)|Alex Berg,Opened a direct message,'@/u,
  );
  expect(text).toMatch(/Fingerprint of the log up to row \d+: (?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/u);
  await expect(rows(desk).filter({ hasText: 'Exported this audit' })).toBeVisible();
});

test('a log that was changed in its file is found, and said in words', async ({ open, network, folder }) => {
  const flags = [`--simulator=${network.port}`];
  const before = await open(flags);
  await before.isOpen();
  await wrote(before, network, ['maya']);
  await openThread(before, 'maya');
  await before.earshot.close();

  const db = new Database(path.join(folder, 'practice.db'));
  const { seq } = db.prepare("SELECT seq FROM changes WHERE op = 'account.ingest'").get() as { seq: number };
  db.prepare("UPDATE changes SET agent = 'somebody-else' WHERE seq = ?").run(seq);
  db.prepare('DELETE FROM changes WHERE seq = (SELECT max(seq) FROM changes)').run();
  db.close();

  const desk = await open(flags);
  await desk.isOpen();
  await toAudit(desk);
  await desk.press('y');
  await expect(desk.dialog('Verify the log')).toBeVisible();
  await desk.type('7KQ4-7KQ4-7KQ4-7KQ4');
  await desk.press('Enter');
  await verified(desk, new RegExp(`Row ${seq} was changed after being written`, 'u'));
  await verified(desk, /is not the one that stood there|is missing/);
  await verified(desk, /The fingerprint 7KQ4-7KQ4-7KQ4-7KQ4 belongs to no row/);
  expect(await barriers(desk.window)).toEqual([]);
  await shot(desk, 'audit-wrong');
});
