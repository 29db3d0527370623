import { barriers } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { hire } from '../people.ts';
import { fromPalette } from '../screens.ts';

test('a supervisor makes a queue, tests it, and moves a thread out of it', async ({ desk, network }) => {
  await network.say('maya', '@HallamMobile my bill is wrong again');
  await network.say('lee', '@HallamMobile no signal since six');
  await desk.fetchNow();
  await expect(desk.card('All open', 'lee')).toBeVisible();

  await fromPalette(desk, 'Queues and their rules');
  const settings = desk.dialog('Settings');
  await expect(settings.getByText('No queues yet')).toBeVisible();
  await desk.tabTo(/^New queue$/u);
  await desk.press('Enter');
  await expect(settings.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await desk.type('Billing');
  await desk.tabTo(/^Any of these words$/u);
  await desk.type('bill, refund, 😡');
  await desk.tabTo(/^A message to test$/u);
  await desk.type('Where is my REFUND?');
  await expect(settings.getByText('Billing gets it: rule 1, “refund”.')).toBeVisible();
  await expect(settings.getByRole('row', { name: 'Billing 0 1' })).toBeVisible();
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('Enter');

  await expect(settings.getByRole('button', { name: /^Billing/u })).toBeFocused();
  await expect(settings.getByText('1 open · 1 waiting · 1 nobody’s').first()).toBeVisible();
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('Shift+Tab', 'Enter');
  await desk.type('Network');
  await desk.tabTo(/^Any of these words$/u);
  await desk.type('no signal, #outage');
  await desk.press('Enter');
  await expect(settings.getByRole('button', { name: /^Network/u })).toBeFocused();
  await desk.press('Shift+ArrowUp');
  const names = settings.getByRole('list', { name: /^Queues/u }).getByRole('listitem');
  await expect(names.first()).toContainText('Network');
  await expect(settings.getByText('1 open · 1 waiting · 1 nobody’s')).toHaveCount(2);
  await desk.press('Escape');

  await desk.walkTo('New', 'maya');
  await desk.press('Enter');
  await expect(desk.pane.getByText(/in Billing/u)).toBeVisible();
  await desk.press('m');
  const move = desk.dialog('Move to a queue');
  await expect(move.getByRole('option', { name: /Billing/u })).toContainText('it is here');
  expect(await barriers(desk.window)).toEqual([]);
  await desk.type('net');
  await desk.press('Enter');
  await expect(desk.pane.getByText(/in Network/u)).toBeVisible();
  await desk.press('z');
  await expect(desk.pane.getByText(/in Billing/u)).toBeVisible();
});

test('waiting threads are given in turns, and nobody gets more than their cap', async ({ desk, network }) => {
  const ben = await hire(desk, 'Ben Carr', { loadCap: 1 });
  const dee = await hire(desk, 'Dee Earl', { loadCap: 1 });
  const { agent } = await desk.told('desk.open', {});
  await desk.told('duty.set', { agentId: agent.id, duty: 'away' });
  const queue = {
    name: 'Everything',
    rules: [{}],
    assignment: 'round-robin' as const,
    skill: null,
    isLanguage: false,
    isSticky: true,
    returnAfterMs: null,
  };
  await desk.told('queue.save', { id: 'q1', revision: null, queue });
  for (const handle of ['ann', 'bob', 'cat']) await network.say(handle, `@HallamMobile help (${handle})`);
  await desk.fetchNow();
  await expect(desk.cards('All open')).toHaveCount(3);
  const owners = async (): Promise<(string | null)[]> => {
    const { cards } = await desk.told('column.page', {
      filter: { isOpen: true },
      order: 'oldest',
      after: null,
      limit: 10,
    });
    return cards.map(({ assigneeId }) => assigneeId);
  };
  await expect.poll(async () => new Set(await owners())).toEqual(new Set([ben.id, dee.id, null]));
  expect(await owners()).toHaveLength(3);
});
