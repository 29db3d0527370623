import { barriers } from '../axe.ts';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';

const runs = async (desk: Desk, command: string): Promise<void> => {
  await desk.press('Control+k');
  await expect(desk.window.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
  await desk.window.keyboard.type(command);
  await desk.press('Enter');
};

/** Tab until something of this name has the keyboard: nothing on a screen is out of its reach. */
const tabTo = async (desk: Desk, name: RegExp): Promise<void> => {
  const isThere = (): Promise<boolean> =>
    desk.window.evaluate((wanted) => {
      const at = document.activeElement;
      const isField = at instanceof HTMLInputElement || at instanceof HTMLSelectElement;
      const words = [at?.getAttribute('aria-label'), isField ? at.labels?.[0]?.textContent : at?.textContent];
      return words.some((said) => new RegExp(wanted, 'u').test(said ?? ''));
    }, name.source);
  for (let step = 0; step < 80; step += 1) {
    if (await isThere()) return;
    await desk.press('Tab');
  }
  throw new Error(`${name.source} is out of the keyboard’s reach`);
};

const retype = async (desk: Desk, text: string): Promise<void> => {
  await desk.press('Control+a');
  await desk.window.keyboard.type(text);
};

test('a deadline is on the card, is explained by a key, and follows its policy and its hours', async ({
  desk,
  network,
}) => {
  await network.say('maya', '@HallamMobile no signal since six');
  await network.say('lee', '@HallamMobile my bill is wrong again');
  await desk.fetchNow();
  const pill = desk.card('New', 'maya').getByText('First response due in');
  await expect(pill).toBeVisible();

  await desk.press('j', 'y');
  const why = desk.window.getByRole('dialog', { name: 'Why this deadline' });
  await expect(why.getByRole('heading', { name: 'First response within 1 hour' })).toBeVisible();
  await expect(why.getByText(/^started \d\d:\d\d/u).first()).toBeVisible();
  await expect(why.getByText(/^due /u).first()).toBeVisible();
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('Escape');

  await runs(desk, 'Deadlines and business hours');
  const settings = desk.window.getByRole('dialog', { name: 'Settings' });
  await expect(settings.getByRole('region', { name: 'Policies' })).toContainText('Everyone');
  expect(await barriers(desk.window)).toEqual([]);

  await tabTo(desk, /^New calendar$/u);
  await desk.press('Enter');
  await expect(settings.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await desk.window.keyboard.type('Never on weekdays');
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
    await tabTo(desk, new RegExp(`^${day}`, 'u'));
    await retype(desk, day === 'Monday' ? 'nine' : 'closed');
  }
  await desk.press('Enter');
  await expect(settings.getByRole('alert')).toContainText('Monday: write hours as 09:00–17:00');
  await settings.getByRole('textbox', { name: 'Monday' }).focus();
  await retype(desk, '9-17');
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('Enter');
  await expect(settings.getByRole('list', { name: 'Calendars' })).toContainText('Never on weekdays');

  await tabTo(desk, /^Everyone/u);
  await desk.press('Enter');
  await tabTo(desk, /^First response, normal$/u);
  await retype(desk, '2m');
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('Enter');
  await expect(settings.getByRole('region', { name: 'Policies' })).toContainText('15m · 30m · 2m · 4h');
  await desk.press('Escape');
  await expect(desk.card('New', 'maya').getByText(/First response (due now, in|missed)/u)).toBeVisible();

  await desk.press('z');
  await expect(desk.card('New', 'maya').getByText('First response due in')).toBeVisible();
});
