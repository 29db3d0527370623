import { photograph } from '../camera.ts';
import { expect, test } from '../fixtures.ts';
import { hire, sitDown } from '../people.ts';
import { inTheme, muteSoftphone, photographDesk } from './shown.ts';

const posting = { method: 'POST', path: '/2/tweets' } as const;

test('the outbox in all its states', async ({ desk, network }) => {
  await muteSoftphone(desk);
  await desk.press('g', 'o');
  await expect(desk.window.getByRole('main', { name: 'Outbox' })).toContainText('Nothing is on its way');
  await photographDesk(desk, 'outbox-empty');
  const said = {
    maya: 'We found the fault: the mast lost power at six. It should be back by noon.',
    noor: 'Sorry about the wait. Could you send us your postcode in a direct message?',
    tariq: 'That bill is wrong, and we have put it right. You will see it by Friday.',
    ewa: 'Thank you, Ewa. We have told the shop in Kraków.',
  };
  for (const who of Object.keys(said))
    await network.say(who, '@HallamMobile no signal in LS1 since six this morning');
  await desk.fetchNow();
  await desk.press('g', 'q');
  for (const who of Object.keys(said)) await expect(desk.card('New', who)).toBeVisible();
  await desk.told('settings.save', { undoSendSeconds: 0 });
  const send = async (who: string): Promise<void> => {
    await desk.press('3');
    await desk.walkTo('All open', who);
    await desk.press('r');
    await expect(desk.reply(who)).toBeFocused();
    await desk.type(said[who as keyof typeof said]);
    await desk.press('Control+Enter');
    await expect(desk.pane.getByText(said[who as keyof typeof said].slice(0, 20))).toBeVisible();
    await desk.press('Escape', 'Escape');
  };
  await send('maya');
  await expect.poll(() => network.posted()).toHaveLength(1);
  await network.fault({ ...posting, kind: 'reset-after', times: 1 });
  await send('noor');
  await expect.poll(() => network.posted()).toHaveLength(2);
  await network.fault({ ...posting, kind: 'status', status: 403, times: 1 } as never);
  await send('tariq');
  await desk.told('settings.save', { undoSendSeconds: 30 });
  await send('ewa');
  await desk.press('g', 'o');
  await photographDesk(desk, 'outbox-full');
  await inTheme(desk, 'contrast', () => photograph(desk, 'outbox-contrast'));
});

test('what is scheduled', async ({ desk, network }) => {
  await hire(desk, 'Jo Bell', { role: 'supervisor' });
  await network.say('mayaokafor', '@HallamMobile no signal in LS1 since six this morning');
  await desk.fetchNow();
  await expect(desk.card('New', 'mayaokafor')).toBeVisible();
  await desk.press('g', 'l');
  await photographDesk(desk, 'scheduled-empty');
  const texts = [
    'The mast in Leeds is up again. If yours is not, tell us your postcode in a direct message.',
    'On Sunday night we work on the network in York, from 01:00 to 04:00.',
    'Our shop in Hull opens at ten tomorrow, not at nine.',
  ];
  for (const [at, text] of texts.entries()) {
    await desk.press('n');
    const dialog = desk.dialog('Schedule a post');
    await expect(dialog.getByRole('textbox', { name: 'What it says' })).toBeFocused();
    await desk.type(text);
    await dialog.getByRole('textbox', { name: 'When' }).focus();
    await desk.type(['in 3h', 'tomorrow 9', 'tomorrow 16:30'][at] ?? '');
    if (at === 0) await photographDesk(desk, 'schedule-dialog');
    await desk.press('Enter');
    await expect(dialog).toBeHidden();
  }
  await sitDown(desk, 'Jo Bell');
  await desk.press('g', 'l');
  await expect(desk.window.locator('article[data-mail-id]').first()).toBeFocused();
  await desk.press('a', 'j', 'r');
  await expect(desk.dialog('Refuse this message').getByRole('textbox')).toBeFocused();
  await desk.type('The works were put off by a week.');
  await desk.press('Enter');
  await expect(desk.window.getByRole('main')).toContainText('Refused by JB');
  await photographDesk(desk, 'scheduled');
  await desk.window.getByRole('button', { name: 'Stop all' }).click();
  await photographDesk(desk, 'scheduled-stopped');
});
