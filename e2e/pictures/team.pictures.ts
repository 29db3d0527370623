import { photograph, resize } from '../camera.ts';
import { expect, test } from '../fixtures.ts';
import { fromPalette, leave } from '../screens.ts';
import { aMorningAgo } from './history.ts';
import { inTheme, muteSoftphone, photographDesk } from './shown.ts';
import { promiseCalls, settleIn } from './team.ts';

test('the desks of a team at noon', async ({ open }) => {
  const { simulator, network } = await aMorningAgo();
  const desk = await open([`--simulator=${network.port}`]);
  await desk.isOpen();
  await muteSoftphone(desk);
  const team = await settleIn(desk);
  const { window } = desk;

  await desk.press('1', '.');
  await expect(desk.cards('New').first()).toBeFocused();
  await photographDesk(desk, 'columns');
  await inTheme(desk, 'contrast', () => photograph(desk, 'columns-contrast'));
  await resize(desk, 1024, 700);
  await photograph(desk, 'columns-1024x700');
  await resize(desk, 1280, 800);

  await desk.press('x', 'Shift+J');
  await expect(window.getByRole('region', { name: 'Selection' })).toContainText('2 selected');
  await photograph(desk, 'selection');
  await desk.press('Shift+I');
  await window.keyboard.type('carla');
  await expect(window.getByRole('status', { name: 'What would change' })).toContainText('2 of 2');
  await photograph(desk, 'assign-many');
  await desk.press('Escape', 'Escape');
  await desk.press('1', 'Shift+I');
  await expect(window.getByRole('dialog', { name: /^Assign/u })).toBeVisible();
  await photograph(desk, 'assign');
  await leave(desk);

  await fromPalette(desk, 'Go off duty');
  await expect(window.getByRole('dialog', { name: 'Hand over and go off duty' })).toBeVisible();
  await photograph(desk, 'hand-over');
  await leave(desk);

  await desk.press('g', 's');
  await expect(window.getByRole('row', { name: /^Carla Dunn/u })).toBeVisible();
  await desk.press('j', 'Enter');
  await photographDesk(desk, 'team');
  await inTheme(desk, 'contrast', () => photograph(desk, 'team-contrast'));

  await promiseCalls(desk, team);
  await desk.press('g', 'p');
  await expect(window.getByRole('region', { name: 'Requested' })).toContainText('Maya Okafor');
  await photographDesk(desk, 'phones');
  await inTheme(desk, 'contrast', () => photograph(desk, 'phones-contrast'));
  await window.locator('[data-escalation-id]', { hasText: 'Maya Okafor' }).focus();
  await desk.press('c');
  await expect(window.getByRole('textbox', { name: 'Notes of the call' })).toBeFocused();
  await window.keyboard.type('Signal gone since six, the mast in Hyde Park');
  await photograph(desk, 'phones-call');

  // What waits before a colleague.
  for (const [handle, text] of [
    ['yasminhaigh', 'Is TX114 down? When is it back?'],
    ['tomfoley', 'Does LS6 hang on the same mast?'],
  ] as const) {
    const dueAt = Date.now() + 15 * 60_000;
    await desk.told('question.ask', {
      threadId: (await team.thread(handle)).id,
      expertId: team.jo,
      text,
      dueAt,
    });
  }
  await desk.ask('agent.switch', { agentId: team.jo }).catch(() => undefined);
  await expect(window.getByRole('button', { name: /^Jo Bell/u })).toBeVisible();
  await desk.isOpen();
  await desk.press('g', 'e');
  await expect(desk.cards('Asked of me')).toHaveCount(2);
  await desk.press('1', 'Enter');
  await expect(window.getByRole('textbox', { name: /^Answer to/u })).toBeVisible();
  await photographDesk(desk, 'questions');
  await simulator.close();
});

test('the same desks before anything has happened', async ({ desk }) => {
  await resize(desk, 1280, 800);
  for (const [key, name] of [
    ['m', 'mine'],
    ['s', 'team'],
    ['p', 'phones'],
  ] as const) {
    await desk.press('g', key);
    await photograph(desk, `${name}-empty`);
  }
});
