import { barriers } from '../axe.ts';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import { fromPalette } from '../screens.ts';

const shots = process.env['EARSHOT_SHOTS'];
const shot = async (desk: Desk, name: string): Promise<void> => {
  if (shots) await desk.window.screenshot({ path: `${shots}/search-${name}.png` });
};

const field = (desk: Desk) => desk.window.getByRole('combobox', { name: 'Search everything that was said' });
const places = (desk: Desk) => desk.window.getByRole('feed', { name: 'Found' }).getByRole('article');

test('a half-remembered phrase is found, walked through, opened at its place and kept as a column that stays live', async ({
  desk,
  network,
}) => {
  await network.say(
    'maya',
    '@HallamMobile there has been no signal since six this morning in LS1, any idea?',
  );
  await network.say('nils', '@HallamMobile my bill is wrong again, no signal either');
  for (let n = 0; n < 30; n += 1) await network.say('zofia', `@HallamMobile still waiting, day ${n}`);
  await network.say('pia', '@HallamMobile signal has been fine since yesterday, thank you');
  await desk.fetchNow();
  await expect(desk.card('New', 'pia')).toBeVisible();

  // From anywhere, and what is typed at once is in the field.
  await desk.press('1', '/');
  await expect(field(desk)).toBeFocused();
  await expect(desk.window.getByRole('heading', { name: 'For example' })).toBeVisible();
  expect(await barriers(desk.window)).toEqual([]);
  await shot(desk, 'beginning');
  await desk.type('no signal');
  await expect(places(desk)).toHaveCount(2);
  await expect(places(desk).first()).toContainText('my bill is wrong again');
  await expect(places(desk).first().locator('mark')).toHaveText(['no', 'signal']);
  await shot(desk, 'found');

  // A wrong part is explained where it stands, and what was meant is one key away.
  await desk.type(' is:brached');
  await expect(desk.window.getByText('is can’t be “brached”', { exact: false })).toBeVisible();
  await shot(desk, 'mistake');
  await desk.press('Tab');
  await expect(field(desk)).toHaveValue('no signal is:breached ');
  await expect(desk.window.getByText('Nothing was found.')).toBeVisible();
  await expect(desk.window.getByRole('button', { name: 'without is:breached' })).toBeVisible();
  expect(await barriers(desk.window)).toEqual([]);
  await shot(desk, 'nothing');

  // A phrase instead; through what it finds by key, and into the thread at the place.
  await desk.press('Control+a');
  await desk.type('"since six"');
  await expect(places(desk)).toHaveCount(1);
  await desk.retype('waiting');
  await expect(places(desk).first()).toContainText('day 29');
  await desk.press('Enter');
  await expect(places(desk).first()).toBeFocused();
  await desk.press('j', 'ArrowDown', 'j', 'k');
  await expect(places(desk).filter({ hasText: 'waiting, day 27' })).toBeFocused();
  await desk.press('Home', 'j', 'j', 'j', 'j', 'j', 'j', 'j', 'j', 'j', 'j', 'j', 'j', 'j', 'j', 'j');
  await expect(places(desk).filter({ hasText: 'waiting, day 14' })).toBeFocused();
  await desk.press('Enter');
  const sought = desk.messages.locator('[data-sought]');
  await expect(sought).toContainText('day 14');
  await expect(sought).toBeInViewport();
  expect(await barriers(desk.window)).toEqual([]);
  await shot(desk, 'opened');

  // Back in the list where one was, then in the field.
  await desk.press('Escape');
  await expect(places(desk).filter({ hasText: 'waiting, day 14' })).toBeFocused();
  await desk.press('Escape');
  await expect(field(desk)).toBeFocused();

  // By form: the same search, both ways.
  await desk.retype('signal from:maya');
  await desk.press('Control+f');
  const form = desk.window.getByRole('form', { name: 'Search by form' });
  await expect(form.getByLabel('All of these words')).toHaveValue('signal');
  await expect(form.getByLabel('From', { exact: true })).toHaveValue('maya');
  await desk.tabTo(/^From$/u);
  await desk.press('Control+a', 'Delete');
  await expect(field(desk)).toHaveValue('signal');
  await expect(places(desk)).toHaveCount(3);
  await form.getByLabel('After').fill('some day');
  await expect(form.getByRole('alert')).toContainText('is no day');
  expect(await barriers(desk.window)).toEqual([]);
  await shot(desk, 'form');
  await form.getByLabel('After').fill('');
  await desk.press('Control+f');
  await expect(form).toHaveCount(0);

  // Kept: it is a column, takes in what comes, and moves nothing for it.
  await desk.press('Control+s');
  await expect(desk.dialog('Keep this search as a column')).toBeVisible();
  expect(await barriers(desk.window)).toEqual([]);
  await desk.type('Signal');
  await shot(desk, 'keep');
  await desk.press('Enter');
  // The keyboard is in the field again; from there Esc leads to where one came from.
  await expect(field(desk)).toBeFocused();
  await desk.press('Escape');
  await expect(desk.cards('Signal')).toHaveCount(3);
  await network.say('olga', '@HallamMobile the signal is gone in LS2 as well');
  await desk.fetchNow();
  await expect(desk.column('Signal')).toContainText('1 new', { timeout: 15_000 });
  await expect(desk.cards('Signal')).toHaveCount(3);
  await desk.press('4', '.');
  await expect(desk.card('Signal', 'olga')).toBeVisible();
  await expect(desk.cards('Signal')).toHaveCount(4);
  expect(await barriers(desk.window)).toEqual([]);
  await shot(desk, 'column');

  // Another name, away, and back.
  await desk.press('4');
  await fromPalette(desk, 'Change this column');
  await expect(desk.dialog('Change the column')).toBeVisible();
  await desk.retype('Signals');
  await desk.press('Enter');
  await expect(desk.column('Signals')).toBeVisible();
  await fromPalette(desk, 'Remove this column');
  await expect(desk.column('Signals')).toHaveCount(0);
  await desk.press('z');
  await expect(desk.cards('Signals')).toHaveCount(4);
});

test('a kept search and what was looked for last are there after a restart, without any network', async ({
  open,
  simulator,
  network,
}) => {
  const desk = await open([`--simulator=${network.port}`]);
  await desk.isOpen();
  await network.say('maya', '@HallamMobile where is my refund?');
  await desk.fetchNow();
  await expect(desk.card('New', 'maya')).toBeVisible();
  await desk.press('/');
  await desk.type('refu');
  await expect(places(desk)).toHaveCount(1);
  await desk.press('Enter', 'Control+s');
  await expect(desk.dialog('Keep this search as a column')).toBeVisible();
  await desk.press('Enter');
  await expect(desk.window.getByText('Kept: refu* is the last column of Triage.')).toBeVisible();
  await desk.earshot.close();
  await simulator.close();

  const again = await open([`--simulator=${network.port}`]);
  await expect(again.card('refu*', 'maya')).toBeVisible({ timeout: 20_000 });
  await again.press('/');
  await expect(again.window.getByRole('button', { name: 'refu*', exact: true })).toBeVisible();
  await again.tabTo(/^refu\*$/u);
  await again.press('Enter');
  await expect(places(again)).toHaveCount(1);
  await again.press('ArrowDown', 'Enter');
  await expect(again.messages.locator('[data-sought]')).toContainText('where is my refund');
});
