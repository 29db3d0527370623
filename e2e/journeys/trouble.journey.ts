import { expect, test } from '../fixtures.ts';

test.beforeEach(async ({ desk, network }) => {
  await network.say('lena', '@HallamMobile no signal');
  await network.say('milo', '@HallamMobile wrong bill');
  await desk.fetchNow();
  await expect(desk.card('New', 'milo')).toBeVisible();
  await expect(desk.card('New', 'lena')).toBeVisible();
});

test('a network that is gone is said in words, and the desk stays usable', async ({ desk, simulator }) => {
  await simulator.close();
  await desk.fetchNow();
  for (const title of ['New', 'Mine', 'All open']) {
    await expect(desk.column(title)).toContainText(/Can’t reach (X|the network)/);
  }
  await desk.press('1');
  await desk.walkTo('New', 'lena');
  await desk.press('i');
  await expect(desk.card('Mine', 'lena')).toBeVisible();
  await desk.press('2');
  await desk.walkTo('Mine', 'lena');
  await desk.press('r');
  await expect(desk.reply('lena')).toBeFocused();
  await desk.window.keyboard.type('We will call you');
  await desk.press('Escape', 'Escape', 'e');
  await expect(desk.card('Mine', 'lena')).toBeHidden();
});

test('a withdrawn sign-in pauses its account, says why, and keeps the text', async ({ desk, network }) => {
  await desk.startReply('lena');
  await desk.window.keyboard.type('I am looking into it');
  await network.endTokens('revoke');
  await desk.fetchNow();
  await expect(desk.column('New')).toContainText('@hallammobile is paused');
  await expect(desk.pane).toContainText(/X no longer accepts|sign(ed|-)?.?in|authori[sz]/i);
  await expect(desk.reply('lena')).toHaveValue('I am looking into it');
  await expect(desk.pane.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
  await desk.press('Control+Enter');
  await expect(desk.pane.getByRole('alert')).toContainText('Your text is kept');
  expect(await network.posted()).toEqual([]);
});

test('a used-up allowance says when it goes on', async ({ desk, network }) => {
  await network.fault({ kind: '429', path: '/2/users/*/mentions', ms: 90_000 });
  await desk.fetchNow();
  await expect(desk.column('New')).toContainText(/limit|allowance/i);
  await expect(desk.column('New')).toContainText(/\d\d:\d\d|in \d+ ?(s|m)\b|next \d+/);
});
