import { barriers } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { fromPalette } from '../screens.ts';

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
  const why = desk.dialog('Why this deadline');
  await expect(why.getByRole('heading', { name: 'First response within 1 hour' })).toBeVisible();
  await expect(why.getByText(/^started \d\d:\d\d/u).first()).toBeVisible();
  await expect(why.getByText(/^due /u).first()).toBeVisible();
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('Escape');

  await fromPalette(desk, 'Deadlines and business hours');
  const settings = desk.dialog('Settings');
  await expect(settings.getByRole('region', { name: 'Policies' })).toContainText('Everyone');
  expect(await barriers(desk.window)).toEqual([]);

  await desk.tabTo(/^New calendar$/u);
  await desk.press('Enter');
  await expect(settings.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await desk.type('Never on weekdays');
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
    await desk.tabTo(new RegExp(`^${day}`, 'u'));
    await desk.retype(day === 'Monday' ? 'nine' : 'closed');
  }
  await desk.press('Enter');
  await expect(settings.getByRole('alert')).toContainText('Monday: write hours as 09:00–17:00');
  await settings.getByRole('textbox', { name: 'Monday' }).focus();
  await desk.retype('9-17');
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('Enter');
  await expect(settings.getByRole('list', { name: 'Calendars' })).toContainText('Never on weekdays');

  await desk.tabTo(/^Everyone/u);
  await desk.press('Enter');
  await desk.tabTo(/^First response, normal$/u);
  await desk.retype('2m');
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('Enter');
  await expect(settings.getByRole('region', { name: 'Policies' })).toContainText('15m · 30m · 2m · 4h');
  await desk.press('Escape');
  await expect(desk.card('New', 'maya').getByText(/First response (due now, in|missed)/u)).toBeVisible();

  await desk.press('z');
  await expect(desk.card('New', 'maya').getByText('First response due in')).toBeVisible();
});
