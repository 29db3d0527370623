import { barriers } from '../axe.ts';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import { hire } from '../people.ts';
import { fromPalette } from '../screens.ts';
import { shot } from '../shot.ts';

const hasNoBarriers = async (desk: Desk, where: string): Promise<void> => {
  expect.soft(await barriers(desk.window), where).toEqual([]);
};

test('a thread is worked from the keyboard: note, tag, priority, snooze, wake, resolve, and each taken back', async ({
  desk,
  network,
}) => {
  await hire(desk, 'Jo Bell');
  const complaint = await network.say('mayaokafor', '@HallamMobile no signal in LS1 since six this morning');
  await network.say('dana', '@HallamMobile is the shop open today?');
  await desk.fetchNow();
  await expect(desk.card('New', 'mayaokafor')).toBeVisible();

  await desk.press('1');
  await desk.walkTo('New', 'mayaokafor');
  await desk.press('i');
  await expect(desk.card('Mine', 'mayaokafor')).toContainText('AB');
  await desk.press('2');
  await desk.walkTo('Mine', 'mayaokafor');

  await desk.press('w');
  const note = desk.window.getByRole('textbox', { name: 'Note about this thread' });
  await expect(note).toBeFocused();
  await desk.type('Mast TX114 again, ask @j');
  await expect(desk.window.getByRole('option', { name: /Jo Bell/u })).toBeVisible();
  await expect(desk.window.getByRole('list', { name: 'Keys' })).toContainText('add note');
  await shot(desk, 'note');
  await hasNoBarriers(desk, 'note');
  await desk.press('Enter');
  await desk.type('before noon');
  await expect(note).toHaveValue('Mast TX114 again, ask @JB before noon');
  await desk.press('Control+Enter');
  await expect(desk.messages).toContainText('Mast TX114 again');
  await expect(desk.messages).toContainText('Note by');
  expect(await network.posted(), 'a note is never sent').toEqual([]);

  await desk.press('z');
  await expect(desk.messages).not.toContainText('Mast TX114');
  await desk.press('w');
  await expect(note).toHaveValue('Mast TX114 again, ask @JB before noon');
  await desk.press('Control+Enter');
  await expect(desk.messages).toContainText('Mast TX114 again');

  await desk.press('Shift+Digit3');
  await expect(desk.dialog('Tag')).toBeVisible();
  await desk.type('outage');
  await hasNoBarriers(desk, 'tag');
  await desk.press('Enter');
  await expect(desk.card('Mine', 'mayaokafor')).toContainText('outage');

  await desk.press('Shift+Digit1');
  await expect(desk.dialog('Priority')).toBeVisible();
  await hasNoBarriers(desk, 'priority');
  await desk.press('0');
  await expect(desk.card('Mine', 'mayaokafor')).toContainText('urgent');

  await desk.press('b');
  await expect(desk.dialog('Snooze until')).toBeVisible();
  await desk.type('yesterday');
  await expect(desk.window.getByRole('status').filter({ hasText: 'Not a time yet' })).toBeVisible();
  await desk.press('Control+a');
  await desk.type('tomorrow 9');
  await expect(desk.dialog('Snooze until')).toContainText('09:00');
  await hasNoBarriers(desk, 'snooze');
  await desk.press('Enter');
  await expect(desk.card('All open', 'mayaokafor')).toContainText('until');
  await expect(desk.pane).toContainText('Snoozed until');

  await fromPalette(desk, 'Wake');
  await expect(desk.pane).not.toContainText('Snoozed until');
  await desk.press('z');
  await expect(desk.pane).toContainText('Snoozed until');
  await network.say('mayaokafor', '@HallamMobile still nothing', { replyTo: complaint.id });
  await desk.fetchNow();
  await expect(desk.messages).toContainText('still nothing');
  await expect(desk.pane).not.toContainText('Snoozed until');

  await desk.press('c');
  await expect(desk.pane.getByRole('region', { name: 'Customer' })).toContainText('@mayaokafor');
  await hasNoBarriers(desk, 'customer');
  await desk.press('c');

  await desk.press('e');
  await expect(desk.card('All open', 'mayaokafor')).toBeHidden();
  await desk.press('z');
  await expect(desk.card('All open', 'mayaokafor')).toBeVisible();
});

test('the row of actions is never cut off, and the rest is in a menu that the keyboard reaches', async ({
  desk,
  network,
}) => {
  await network.say('mayaokafor', '@HallamMobile no signal in LS1');
  await desk.fetchNow();
  await expect(desk.card('New', 'mayaokafor')).toBeVisible();
  expect(await desk.ask('settings.save', { paneWidth: 420 })).toMatchObject({ ok: true });
  await desk.press('1');
  await desk.walkTo('New', 'mayaokafor');
  await desk.press('Enter');
  await expect(desk.messages).toBeVisible();
  await desk.press('i');
  await expect(desk.card('Mine', 'mayaokafor')).toBeVisible();
  const bar = desk.pane.getByRole('toolbar', { name: 'Thread' });
  const isCut = await bar.evaluate((row) => row.scrollWidth > row.clientWidth);
  expect(isCut).toBe(false);

  await bar.getByRole('button', { name: 'More' }).focus();
  await desk.press('Enter');
  const menu = desk.window.getByRole('menu');
  await expect(menu.getByRole('menuitem', { name: /Priority/u })).toBeVisible();
  await hasNoBarriers(desk, 'menu');
  await menu.getByRole('menuitem', { name: /No action/u }).press('Enter');
  await expect(desk.dialog('No action')).toBeVisible();
  await desk.press('1');
  await expect(desk.pane).toContainText('No action: spam');
  await desk.press('z');
  await expect(desk.pane).not.toContainText('No action: spam');
});

test('an answer by another customer is seen, thanked for and closes the thread', async ({
  desk,
  network,
}) => {
  const ask = await network.say('mayaokafor', '@HallamMobile no signal after the update, any idea?');
  await desk.fetchNow();
  await expect(desk.card('New', 'mayaokafor')).toBeVisible();
  await desk.press('1');
  await desk.walkTo('New', 'mayaokafor');
  await desk.press('Enter');
  await expect(desk.messages).toBeVisible();
  await desk.press('i');
  await expect(desk.card('Mine', 'mayaokafor')).toBeVisible();

  await network.say('helpfulham', '@HallamMobile switch flight mode on and off, that did it', {
    replyTo: ask.id,
  });
  await desk.fetchNow();
  const answered = desk.pane.getByRole('region', { name: 'Answered by another customer' });
  await expect(answered).toContainText('@helpfulham');
  await expect(desk.card('Mine', 'mayaokafor')).toContainText('1 answered by another');
  await shot(desk, 'answered');
  await hasNoBarriers(desk, 'answered');

  await fromPalette(desk, 'Thank the customer');
  await expect(desk.reply('mayaokafor')).toBeFocused();
  await expect(desk.reply('mayaokafor')).toHaveValue(/^Thank you @helpfulham/u);
  await expect(answered).toContainText('Sending closes this thread');
  await desk.type('Glad it works, Maya.');
  await desk.press('Control+Enter');
  await expect(desk.pane).toContainText('No action: answered by another customer');
  expect(await network.posted()).toHaveLength(1);
});

test('two handles become one person and two again; a new matter begins with a message', async ({
  desk,
  network,
}) => {
  await network.say('mayaokafor', '@HallamMobile no signal in LS1');
  await network.say('mayaatwork', '@HallamMobile this is Maya from my work account');
  await desk.fetchNow();
  await expect(desk.card('New', 'mayaokafor')).toBeVisible();
  await expect(desk.card('New', 'mayaatwork')).toBeVisible();
  await desk.press('1');
  await desk.walkTo('New', 'mayaokafor');
  await desk.press('Enter');
  await expect(desk.messages).toBeVisible();

  await fromPalette(desk, 'Merge with');
  await expect(desk.dialog(/Merge @mayaokafor/u)).toBeVisible();
  await desk.type('atwork');
  await hasNoBarriers(desk, 'merge');
  await desk.press('Enter');
  await expect(desk.cards('New')).toHaveCount(1);
  await expect(desk.messages).toContainText('from my work account');
  await expect(desk.messages).toContainText('no signal in LS1');

  const said = desk.messages.locator('[data-message-id]');
  await expect(said).toHaveCount(2);
  await fromPalette(desk, 'New matter');
  await expect(desk.dialog('New matter from')).toBeVisible();
  await desk.press('Enter');
  await expect(said).toHaveCount(1);
  await expect(desk.messages).toContainText('1 earlier thread');
  await desk.press('z');
  await expect(said).toHaveCount(2);
  await desk.press('z');
  await expect(desk.cards('New')).toHaveCount(2);
});
