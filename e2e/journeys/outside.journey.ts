import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import type { Earshot } from '../launch.ts';

/** The next file that is saved goes there, without the system's dialog. */
const savesTo = (app: Earshot['app'], place: string): Promise<void> =>
  app.evaluate(({ session }, file) => {
    session.defaultSession.once('will-download', (_, item) => item.setSavePath(file));
  }, place);

const openKeys = async (desk: Desk) => {
  await desk.press('Control+,', 'ArrowDown');
  const dialog = desk.dialog('Settings');
  await expect(dialog.getByRole('tab', { name: 'Keys' })).toBeFocused();
  return dialog;
};

test('keys go out as a file and come back from one; what is no such file changes nothing', async ({
  desk,
  folder,
}) => {
  const dialog = await openKeys(desk);
  await dialog.getByRole('button', { name: 'Claim: record a key', exact: true }).focus();
  await desk.press('Enter', 'Control+j');
  await expect(dialog.getByText('Claim: Ctrl+J.')).toBeVisible();
  const file = path.join(folder, 'keys.json');
  await savesTo(desk.earshot.app, file);
  await dialog.getByRole('button', { name: 'Export…' }).focus();
  await desk.press('Enter');
  const kept = (): unknown => JSON.parse(readFileSync(file, 'utf8'));
  await expect.poll(() => attempt(kept)).toMatchObject({ keys: { 'thread.claim': ['I', 'Mod+J'] } });

  await dialog.getByRole('button', { name: 'Reset all' }).focus();
  await desk.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Claim: take Ctrl+J away' })).toHaveCount(0);
  const bring = async (from: string): Promise<void> => {
    await dialog.getByLabel('File of keys').setInputFiles(from);
  };
  const other = path.join(folder, 'other.json');
  writeFileSync(other, '{"shopping": ["milk"]}');
  await bring(other);
  await expect(dialog.getByText('other.json is no file of keys. Nothing was changed.')).toBeVisible();
  await bring(file);
  await expect(dialog.getByText('Taken: 1 command with other keys.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Claim: take Ctrl+J away' })).toBeVisible();
});

const attempt = (job: () => unknown): unknown => {
  try {
    return job();
  } catch {
    return null;
  }
};

test('a column is dragged by its head to the place of another, and goes back by keys', async ({ desk }) => {
  const titles = () =>
    desk.window
      .locator('[data-column]')
      .evaluateAll((columns) => columns.map((column) => column.getAttribute('aria-label')));
  await expect.poll(titles).toEqual(['New', 'Mine', 'All open']);
  const head = (title: string) => desk.column(title).getByRole('heading', { name: title });
  await head('All open').dragTo(head('New'));
  await expect.poll(titles).toEqual(['All open', 'New', 'Mine']);
  await desk.press('v', 'l', 'v', 'l');
  await expect.poll(titles).toEqual(['New', 'Mine', 'All open']);
});

type Told = { title: string; state: 'shown' | 'closed' };

/** Counts in place of showing: the machine that runs journeys has nobody to show anything to. */
const listenForNotices = (app: Earshot['app']): Promise<void> =>
  app.evaluate(({ Notification }) => {
    const told: Told[] = [];
    Object.assign(globalThis, { told });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      told.push({ title: this.title, state: 'shown' });
    };
    Notification.prototype.close = function close(this: Electron.Notification) {
      told.push({ title: this.title, state: 'closed' });
    };
  });

const told = (app: Earshot['app']): Promise<Told[]> =>
  app.evaluate(() => (globalThis as unknown as { told: Told[] }).told);

test('a customer who writes again is told outside the window, and no more once they are read', async ({
  desk,
  network,
}) => {
  await network.say('maya', '@HallamMobile no signal');
  await desk.fetchNow();
  await expect(desk.card('New', 'maya')).toBeVisible();
  await desk.press('1', 'i');
  await expect(desk.card('Mine', 'maya')).toBeVisible();
  const { app } = desk.earshot;
  await listenForNotices(app);
  // Somebody who looks at the window is told nothing outside it.
  await desk.window.evaluate(() => (document.hasFocus = () => false));
  // What comes in the moment somebody does something to a thread is taken for their own doing.
  await desk.window.waitForTimeout(1500);
  await network.say('maya', '@HallamMobile still nothing');
  await desk.fetchNow();
  await expect.poll(() => told(app)).toEqual([{ title: 'A customer of yours wrote', state: 'shown' }]);
  await desk.press('2');
  await desk.walkTo('Mine', 'maya');
  await desk.press('Enter');
  await expect(desk.messages).toContainText('still nothing');
  await expect.poll(() => told(app)).toContainEqual({ title: 'A customer of yours wrote', state: 'closed' });
});

test('where less motion is asked for nothing moves', async ({ desk, network }) => {
  await network.say('maya', '@HallamMobile no signal');
  await desk.fetchNow();
  await expect(desk.card('New', 'maya')).toBeVisible();
  await desk.window.emulateMedia({ reducedMotion: 'reduce' });
  const moving = () =>
    desk.window.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
          const times = [transitionDuration, animationName === 'none' ? '0s' : animationDuration];
          return times.some((time) => time.split(',').some((one) => Number.parseFloat(one) > 0));
        })
        .map((element) => element.className),
    );
  await desk.press('1', 'Enter');
  await expect(desk.messages).toContainText('no signal');
  expect(await moving()).toEqual([]);
  await desk.press('Control+k');
  await expect(desk.dialog('Find a command')).toBeVisible();
  expect(await moving()).toEqual([]);
});
