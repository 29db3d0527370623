import { photograph, resize } from '../camera.ts';
import { expect, test } from '../fixtures.ts';
import { leave, screens } from '../screens.ts';
import { aMorningAgo } from './history.ts';
import { muteSoftphone, photographDesk } from './shown.ts';
import { promiseCalls, settleIn } from './team.ts';

test('one thread, with everything that can be in it', async ({ open }) => {
  const { simulator, network } = await aMorningAgo();
  const desk = await open([`--simulator=${network.port}`]);
  await desk.isOpen();
  await muteSoftphone(desk);
  const team = await settleIn(desk);
  const { id: threadId } = await team.thread('bethasquith');
  await desk.told('bulk.apply', {
    target: { threadIds: [threadId] },
    action: { do: 'assign', to: (await desk.told('desk.open', {})).agent.id },
  });
  await desk.told('note.add', {
    threadId,
    about: 'thread',
    text: 'Billed for two lines, has one. Ask @JB.',
    mentions: [team.jo],
  });
  await desk.told('note.add', {
    threadId,
    about: 'customer',
    text: 'Works nights: never before noon.',
    mentions: [],
  });
  await promiseCalls(desk, team);
  const dueAt = Date.now() + 15 * 60_000;
  await desk.told('question.ask', {
    threadId,
    expertId: team.jo,
    text: 'Which tariff was in force in June?',
    dueAt,
  });

  await resize(desk, 1280, 800);
  await desk.press('1', '.', '2');
  await desk.walkTo('Mine', 'bethasquith');
  await desk.press('Enter');
  await expect(desk.messages).toContainText('two lines');
  await photographDesk(desk, 'work');
  await desk.press('c');
  await expect(desk.pane.getByRole('region', { name: 'Customer' })).toContainText('@bethasquith');
  await photograph(desk, 'customer');
  await desk.press('c');
  await leave(desk);

  for (const name of ['note', 'snooze', 'tag', 'priority'] as const) {
    await screens[name]?.(desk);
    await photograph(desk, name);
    await leave(desk);
  }
  await desk.press('2');
  await desk.walkTo('Mine', 'jonasberg');
  await desk.press('t');
  await expect(desk.window.getByRole('dialog', { name: /^Ask for a call/u })).toBeVisible();
  await photograph(desk, 'slip');
  await leave(desk);

  await desk.press('1', 'v', 'a');
  const dialog = desk.window.getByRole('dialog', { name: 'Add a column' });
  await expect(dialog.getByRole('combobox', { name: 'Shows' })).toBeFocused();
  await desk.window.keyboard.type('is:open queue:Billing colour:red');
  await expect(dialog.getByText('There is no part “colour”.')).toBeVisible();
  await photograph(desk, 'column-mistake');
  await leave(desk);
  await simulator.close();
});
