import { barriers } from '../axe.ts';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';

const runs = async (desk: Desk, command: string): Promise<void> => {
  await desk.press('Control+k');
  await expect(desk.window.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
  await desk.window.keyboard.type(command);
  await desk.press('Enter');
};

/** Tab until something of this name has the keyboard: nothing on a screen is out of its reach. */
const tabTo = async (desk: Desk, name: RegExp): Promise<void> => {
  const isThere = (): Promise<boolean> =>
    desk.window.evaluate((wanted) => {
      const at = document.activeElement;
      const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : undefined;
      const words = [at?.getAttribute('aria-label'), label, at?.textContent];
      return words.some((said) => new RegExp(wanted, 'u').test(said ?? ''));
    }, name.source);
  for (let step = 0; step < 60; step += 1) {
    if (await isThere()) return;
    await desk.press('Tab');
  }
  throw new Error(`${name.source} is out of the keyboard’s reach`);
};

test('a supervisor makes a queue, tests it, and moves a thread out of it', async ({ desk, network }) => {
  await network.say('maya', '@HallamMobile my bill is wrong again');
  await network.say('lee', '@HallamMobile no signal since six');
  await desk.fetchNow();
  await expect(desk.card('All open', 'lee')).toBeVisible();

  await runs(desk, 'Queues and their rules');
  const settings = desk.window.getByRole('dialog', { name: 'Settings' });
  await expect(settings.getByText('No queues yet')).toBeVisible();
  await tabTo(desk, /^New queue$/u);
  await desk.press('Enter');
  await expect(settings.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await desk.window.keyboard.type('Billing');
  await tabTo(desk, /^Any of these words$/u);
  await desk.window.keyboard.type('bill, refund, 😡');
  await tabTo(desk, /^A message to test$/u);
  await desk.window.keyboard.type('Where is my REFUND?');
  await expect(settings.getByText('Billing gets it: rule 1, “refund”.')).toBeVisible();
  await expect(settings.getByRole('row', { name: 'Billing 0 1' })).toBeVisible();
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('Enter');

  await expect(settings.getByRole('button', { name: /^Billing/u })).toBeFocused();
  await expect(settings.getByText('1 open · 1 waiting · 1 nobody’s').first()).toBeVisible();
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('Shift+Tab', 'Enter');
  await desk.window.keyboard.type('Network');
  await tabTo(desk, /^Any of these words$/u);
  await desk.window.keyboard.type('no signal, #outage');
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
  const move = desk.window.getByRole('dialog', { name: 'Move to a queue' });
  await expect(move.getByRole('option', { name: /Billing/u })).toContainText('it is here');
  expect(await barriers(desk.window)).toEqual([]);
  await desk.window.keyboard.type('net');
  await desk.press('Enter');
  await expect(desk.pane.getByText(/in Network/u)).toBeVisible();
  await desk.press('z');
  await expect(desk.pane.getByText(/in Billing/u)).toBeVisible();
});

test('waiting threads are given in turns, and nobody gets more than their cap', async ({ desk, network }) => {
  const people = ['Ben Carr', 'Dee Earl'].map(async (name) => {
    const initials = name.replaceAll(/[^A-Z]/gu, '');
    const person = {
      name,
      initials,
      role: 'agent' as const,
      teams: [],
      skills: [],
      languages: [],
      loadCap: 1,
    };
    const reply = await desk.ask('roster.save', { person });
    if (!reply.ok) throw new Error(reply.error.message);
    expect(await desk.ask('duty.set', { agentId: reply.value.id, duty: 'on' })).toMatchObject({ ok: true });
    return reply.value.id;
  });
  const ids = await Promise.all(people);
  const me = await desk.ask('desk.open', {});
  if (!me.ok) throw new Error(me.error.message);
  expect(await desk.ask('duty.set', { agentId: me.value.agent.id, duty: 'away' })).toMatchObject({
    ok: true,
  });
  const queue = {
    name: 'Everything',
    rules: [{}],
    assignment: 'round-robin' as const,
    skill: null,
    isLanguage: false,
    isSticky: true,
    returnAfterMs: null,
  };
  expect(await desk.ask('queue.save', { id: 'q1', revision: null, queue })).toMatchObject({
    ok: true,
  });
  for (const handle of ['ann', 'bob', 'cat']) await network.say(handle, `@HallamMobile help (${handle})`);
  await desk.fetchNow();
  await expect(desk.cards('All open')).toHaveCount(3);
  const owners = async (): Promise<(string | null)[]> => {
    const page = await desk.ask('column.page', {
      filter: { isOpen: true },
      order: 'oldest',
      after: null,
      limit: 10,
    });
    return page.ok ? page.value.cards.map(({ assigneeId }) => assigneeId) : [];
  };
  await expect.poll(async () => new Set(await owners())).toEqual(new Set([...ids, null]));
  expect(await owners()).toHaveLength(3);
});
