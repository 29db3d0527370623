import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { barriers } from '../axe.ts';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import { commandLine, electronPath, environment } from '../launch.ts';

const picture = async (desk: Desk, name: string): Promise<void> => {
  if (process.env.SHOTS) await desk.window.screenshot({ path: `${process.env.SHOTS}/phone-${name}.png` });
};

/** What a telephone system does: it opens a link, which starts the program a second time. */
const ring = async (folder: string, link: string): Promise<void> => {
  const second = spawn(electronPath(), commandLine(folder, [link]), { env: environment(), stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
};

const isHere = async (desk: Desk, handle: string): Promise<void> => {
  await expect
    .poll(
      async () => {
        await desk.fetchNow();
        return desk.card('New', handle).count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
};

test('a call is announced to somebody who types: the draft and the cursor stay', async ({
  desk,
  network,
  folder,
}) => {
  await network.person('mayaokafor', { name: 'Maya Okafor' });
  await network.direct('mayaokafor', 'call me on 0113 496 0017');
  await network.say('jonasweber', '@HallamMobile where is my parcel');
  await isHere(desk, 'mayaokafor');
  await isHere(desk, 'jonasweber');
  await desk.press('1');
  await desk.walkTo('New', 'mayaokafor');
  const threadId = await desk.card('New', 'mayaokafor').getAttribute('data-thread-id');
  expect(
    await desk.ask('phone.request', {
      threadId: threadId as never,
      number: '0113 496 0017',
      hasConsent: true,
      messageId: null,
      fromAt: null,
      untilAt: null,
      lang: 'en',
      summary: '',
      assigneeId: null,
    }),
  ).toMatchObject({ ok: true });

  await desk.walkTo('New', 'jonasweber');
  await desk.press('r');
  const composer = desk.reply('jonasweber');
  await expect(composer).toBeFocused();
  await desk.window.keyboard.type('Sorry Jonas, it is on ');
  const calls = desk.window.getByText('Call from');

  // Whatever is not a call is refused, in silence.
  await ring(folder, 'earshot://call?from=<script>alert(1)</script>');
  await ring(folder, 'earshot://open?thread=1');
  await expect(calls).toHaveCount(0);

  await ring(folder, 'earshot://call?from=+441134960017');
  await expect(calls).toContainText('Call from Maya Okafor (+44 ••• 0017)');
  await expect(composer).toBeFocused();
  await desk.window.keyboard.type('its way.');
  await expect(composer).toHaveValue('Sorry Jonas, it is on its way.');
  expect(await barriers(desk.window, 'output:has(button)')).toEqual([]);

  await desk.press('F6');
  await expect(calls).toHaveCount(0);
  await expect(desk.messages).toContainText('call me on 0113 496 0017');
  await desk.press('Escape');
  await desk.walkTo('New', 'jonasweber');
  await desk.press('r');
  await expect(composer).toHaveValue('Sorry Jonas, it is on its way.');

  await ring(folder, 'earshot://call?from=07700900123');
  await expect(calls).toContainText('unknown number +44 7700 900123');
  await desk.press('Shift+F6');
  await expect(calls).toHaveCount(0);
  await expect(composer).toBeFocused();

  // Nobody types now: the thread comes up by itself.
  await desk.press('Escape', 'Escape');
  await expect(desk.messages).toBeHidden();
  await ring(folder, 'earshot://call?from=%2B441134960017');
  await expect(desk.messages).toContainText('call me on 0113 496 0017');
});

test('a link that starts the program is heard once the window is there', async ({ network, open }) => {
  const desk = await open([`--simulator=${network.port}`, 'earshot://call?from=07700900123']);
  await desk.isOpen();
  await expect(desk.window.getByText('Call from')).toContainText('unknown number +44 7700 900123');
});

test('an unknown number has a card: whose it turns out to be is kept with their consent', async ({
  desk,
  network,
  folder,
}) => {
  await network.person('jonasweber', { name: 'Jonas Weber' });
  await network.say('jonasweber', '@HallamMobile where is my parcel');
  await isHere(desk, 'jonasweber');
  await desk.press('1');
  const calls = desk.window.getByText('Call from');
  await ring(folder, 'earshot://call?from=07700900123');
  await expect(calls).toContainText('unknown number +44 7700 900123');
  const card = desk.window.locator('output').filter({ has: calls });
  await expect(card).toContainText('United Kingdom');
  await expect(card).toContainText('first call since the desk was opened');
  await picture(desk, 'unknown');
  await desk.press('Shift+F6');
  await ring(folder, 'earshot://call?from=07700900123');
  await expect(card).toContainText(/rang at \d\d:\d\d too/u);
  expect(await barriers(desk.window, 'output:has(button)')).toEqual([]);

  await desk.press('F6');
  await expect(desk.dialog('Whose number is +44 7700 900123?')).toBeVisible();
  await desk.type('jonas');
  await picture(desk, 'find');
  await desk.press('Enter');
  const keep = desk.dialog(/\+44 7700 900123 belongs to Jonas Weber/u);
  await expect(keep.getByRole('checkbox')).toBeFocused();
  await desk.press('Enter');
  await expect(keep.getByRole('alert')).toContainText('No number is kept without consent');
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  await picture(desk, 'consent');
  await desk.press('Space', 'Enter');
  await expect(keep).toHaveCount(0);
  await expect(calls).toHaveCount(0);
  await expect(desk.messages).toContainText('where is my parcel');
  await desk.press('c');
  const numbers = desk.window.getByRole('list', { name: 'Telephone numbers of Jonas Weber' });
  await expect(numbers).toContainText('+44 ••• 0123');
  await picture(desk, 'kept');

  await desk.press('c', 'Escape');
  await expect(desk.messages).toBeHidden();
  await ring(folder, 'earshot://call?from=%2B447700900123');
  await expect(desk.messages).toContainText('where is my parcel');
  await desk.press('z');
  await expect(desk.window.getByText('Undone: Keeping of the number of @jonasweber.')).toBeVisible();
  await ring(folder, 'earshot://call?from=%2B447700900123');
  await expect(calls).toContainText('unknown number +44 7700 900123');
});
