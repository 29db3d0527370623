import { barriers } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { hire, sitDown } from '../people.ts';

test('a post is scheduled, read by a second person, stopped, let go, and sent', async ({ desk, network }) => {
  await hire(desk, 'Jo Bell', { role: 'supervisor' });
  await desk.press('g', 'l');
  await expect(desk.window.getByRole('main', { name: 'Scheduled' })).toContainText('Nothing is scheduled.');
  expect(await barriers(desk.window, 'main')).toEqual([]);

  await desk.press('n');
  const dialog = desk.dialog('Schedule a post');
  await expect(dialog.getByRole('textbox', { name: 'What it says' })).toBeFocused();
  await desk.type('The mast in Leeds is up again');
  await expect(dialog).toContainText('33 of 280, with your signature');
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  await dialog.getByRole('textbox', { name: 'When' }).focus();
  await desk.type('in 3h');
  await desk.press('Enter');
  const row = desk.window.locator('article[data-mail-id]');
  await expect(row).toContainText('Waits for a second person. Then this machine sends it.');
  await expect(row).toBeFocused();
  await desk.press('a');
  await expect(desk.window.getByRole('contentinfo')).toContainText('who wrote a message does not decide');

  await sitDown(desk, 'Jo Bell');
  await desk.press('g', 'l');
  await expect(row).toBeFocused();
  await desk.press('a');
  await expect(row).toContainText('Approved by JB. This machine sends it.');
  expect(await barriers(desk.window, 'main')).toEqual([]);
  await desk.window.getByRole('button', { name: 'Stop all' }).click();
  await expect(desk.window.getByRole('main')).toContainText(
    /Stopped by JB at \d\d:\d\d: nothing scheduled leaves/u,
  );
  expect(await barriers(desk.window, 'main')).toEqual([]);
  await row.focus();
  await desk.press('s');
  await expect(desk.window.getByRole('contentinfo')).toContainText('Everything scheduled is stopped');
  expect(await network.posted()).toEqual([]);
  await desk.window.getByRole('button', { name: 'Let it go on' }).click();
  await row.focus();
  await desk.press('s');
  await expect(row).toHaveCount(0);
  await expect.poll(() => network.posted()).toMatchObject([{ text: 'The mast in Leeds is up again ^AB' }]);

  await desk.press('g', 'o');
  const sent = desk.window.getByRole('region', { name: 'Sent' });
  await expect(sent).toContainText('The mast in Leeds is up again');
  await expect(sent).toContainText(/Sent \d\d:\d\d by AB/u);
  expect(await barriers(desk.window, 'main')).toEqual([]);
});

test('an answer leaves later: its words go from the composer into the plan, and come back to be changed', async ({
  desk,
  network,
}) => {
  await network.say('mayaokafor', '@HallamMobile no signal in LS1 since six this morning');
  await desk.fetchNow();
  await desk.startReply('mayaokafor');
  await desk.type('How is it today?');
  await desk.press('Control+Shift+L');
  const dialog = desk.dialog('Send to @mayaokafor later');
  await expect(dialog.getByRole('textbox', { name: 'When' })).toBeFocused();
  await desk.type('tomorrow 9');
  await desk.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(desk.reply('mayaokafor')).toHaveValue('');

  await desk.press('Escape', 'Escape', 'g', 'l');
  const row = desk.window.locator('article[data-mail-id]');
  await expect(row).toContainText('How is it today?');
  await expect(row).toContainText('@mayaokafor');
  await desk.press('e');
  await desk.dialog('Other words or another time').getByRole('textbox', { name: 'What it says' }).focus();
  await desk.retype('How is it now?');
  await desk.press('Tab', 'Enter');
  await expect(row).toContainText('How is it now?');
  await desk.press('x');
  await expect(row).toHaveCount(0);
  await desk.press('z');
  await expect(row).toContainText('How is it now?');
  expect(await network.posted()).toEqual([]);
});
