import type { ElectronApplication } from 'playwright/test';
import { barriers } from '../axe.ts';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import { kill } from '../kill.ts';
import type { Network } from '../network.ts';

const mayaWrites = async (desk: Desk, network: Network): Promise<void> => {
  await network.person('mayaokafor', { name: 'Maya Okafor' });
  await network.say('mayaokafor', '@HallamMobile no signal in LS1 since six this morning');
  await network.direct('mayaokafor', 'please call me, my number is 0113 496 0017');
  await expect
    .poll(
      async () => {
        await desk.fetchNow();
        return desk.card('New', 'mayaokafor').textContent();
      },
      { timeout: 30_000 },
    )
    .toContain('0113 496 0017');
};

/** From the columns to a promise on the board. */
const requestCall = async (desk: Desk): Promise<void> => {
  await desk.press('1');
  await desk.walkTo('New', 'mayaokafor');
  await desk.press('t');
  const slip = desk.window.getByRole('dialog', { name: 'Ask for a call to Maya Okafor' });
  await expect(slip.getByRole('textbox', { name: 'Number' })).toHaveValue('+44 113 496 0017');
  await expect(slip).toContainText('from their message at');
  await expect(slip.getByLabel('What it is about')).toHaveValue(/Wrote: please call me/);
  await desk.press('Control+Enter');
  await expect(slip.getByRole('alert')).toContainText('Nobody is called who has not agreed');
  const consent = slip.getByRole('checkbox');
  for (
    let step = 0;
    step < 6 && !(await consent.evaluate((box) => box === document.activeElement));
    step += 1
  )
    await desk.press('Tab');
  await desk.press('Space');
  await expect(consent).toBeChecked();
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  await desk.press('Control+Enter');
  await expect(slip).toBeHidden();
};

const softphone = async (desk: { earshot: { app: ElectronApplication } }) => {
  const { app } = desk.earshot;
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => Promise.resolve(void opened.push(url));
  });
  return () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
};

test('a call from the thread to the wrap-up, by keys alone', async ({ desk, network }) => {
  await mayaWrites(desk, network);
  const opened = await softphone(desk);
  await requestCall(desk);

  await desk.press('g', 'p');
  const requested = desk.window.getByRole('region', { name: 'Requested' });
  const card = requested.locator('[data-escalation-id]');
  await expect(card).toBeFocused();
  await expect(card).toContainText('Maya Okafor');
  await expect(card).toContainText('+44 ••• 0017');
  await expect(card).not.toContainText('496 0017');
  await expect(desk.window.getByRole('button', { name: /^Phones.*1 waiting$/ })).toBeVisible();
  expect(await barriers(desk.window, 'main')).toEqual([]);

  await desk.press('b');
  const book = desk.window.getByRole('dialog', { name: 'Book the call to Maya Okafor' });
  await expect(book.getByRole('textbox', { name: 'When' })).toBeFocused();
  await desk.window.keyboard.type('tomorrow 9');
  await expect(book).toContainText('09:00');
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  await desk.press('Enter');
  const booked = desk.window.getByRole('region', { name: 'Booked' }).locator('[data-escalation-id]');
  await expect(booked).toBeVisible();
  await desk.press('z');
  await expect(card).toBeFocused();

  await desk.press('c');
  const panel = desk.window.getByRole('region', { name: 'Call with Maya Okafor' });
  await expect(panel).toContainText('On the phone');
  expect(await opened()).toEqual(['tel:+441134960017']);
  const notes = panel.getByRole('textbox', { name: 'Notes of the call' });
  await expect(notes).toBeFocused();
  await desk.window.keyboard.type('New SIM in the post, back by Tuesday');
  await expect(desk.window.getByRole('region', { name: 'Attempted' })).toContainText('AB is calling now');
  expect(await barriers(desk.window, 'section:has([data-call-notes])')).toEqual([]);

  await desk.press('Tab', 'Tab', 'Tab');
  await expect(panel.getByRole('button', { name: 'Wrap up' })).toBeFocused();
  await desk.press('Enter');
  await expect(panel).toBeHidden();
  await expect(desk.window.getByRole('region', { name: 'Done', exact: true })).toContainText('Talked');
  await expect(desk.reply('mayaokafor')).toBeFocused();
  await expect(desk.reply('mayaokafor')).toHaveValue(/^Thanks for the call, Maya\./);
  await expect(desk.messages).toContainText('New SIM in the post');
  expect(await network.posted()).toEqual([]);
  await desk.press('Control+Enter');
  await expect
    .poll(async () => (await network.posted())[0]?.text)
    .toMatch(/Thanks for the call, Maya\..* \^AB$/);
});

test('a call that a crash interrupted is still there, with its notes', async ({ desk, network, open }) => {
  await mayaWrites(desk, network);
  await softphone(desk);
  await requestCall(desk);
  await desk.press('g', 'p');
  await expect(
    desk.window.getByRole('region', { name: 'Requested' }).locator('[data-escalation-id]'),
  ).toBeFocused();
  await desk.press('c');
  await expect(desk.window.getByRole('textbox', { name: 'Notes of the call' })).toBeFocused();
  await desk.window.keyboard.type('half a sentence');
  await desk.window.waitForTimeout(700);
  await kill(desk.earshot.app);

  const again = await open([`--simulator=${network.port}`]);
  await again.isOpen();
  const panel = again.window.getByRole('region', { name: 'Call with Maya Okafor' });
  await expect(panel).toContainText('Still talking?');
  await expect(panel.getByRole('textbox', { name: 'Notes of the call' })).toHaveValue('half a sentence');
});
