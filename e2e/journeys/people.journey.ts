import type { Page } from 'playwright/test';
import type { Input, Output } from '../../shared/api.ts';
import type { Reply } from '../../shared/errors.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { barriers } from '../axe.ts';
import { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import type { Earshot } from '../launch.ts';
import type { Network } from '../network.ts';
import { hire } from '../people.ts';
import { fromPalette } from '../screens.ts';

type Opened = Desk & { earshot: Earshot };

/** Another window on the same desk, with somebody else at it. */
const secondWindow = async (desk: Opened, as: string): Promise<Desk> => {
  const opening = desk.earshot.app.waitForEvent('window', { timeout: 10_000 });
  await desk.press('Control+Shift+N');
  const second = new Desk(await opening);
  await second.isOpen();
  await fromPalette(second, 'Work as someone');
  await expect(second.window.getByRole('combobox', { name: 'Work as someone else' })).toBeFocused();
  await second.window.keyboard.type(as);
  // The page that is pressed goes: whether the key was answered before that is no matter.
  second.press('Enter').catch(() => undefined);
  await expect(foot(second.window)).toHaveAccessibleName(new RegExp(as));
  await second.isOpen();
  return second;
};

const foot = (window: Page) => window.getByRole('button', { name: /, (on duty|away|off duty)$/ });

const someWrite = async (desk: Desk, network: Network, handles: readonly string[]): Promise<void> => {
  for (const handle of handles) await network.say(handle, `@HallamMobile no signal since six (${handle})`);
  await desk.fetchNow();
  await expect(desk.card('All open', handles.at(-1) ?? '')).toBeVisible();
};

const threadsOf = async (desk: Desk): Promise<ThreadId[]> => {
  const ids: ThreadId[] = [];
  let after: Input<'column.page'>['after'] = null;
  for (;;) {
    const page: Reply<Output<'column.page'>> = await desk.ask('column.page', {
      filter: { isOpen: true },
      order: 'newest',
      after,
      limit: 200,
    });
    if (!page.ok) throw new Error(page.error.message);
    ids.push(...page.value.cards.map(({ id }) => id));
    const last = page.value.cards.at(-1);
    if (!page.value.hasMore || !last) return ids;
    after = { sortAt: last.sortAt, deadlineAt: last.deadlineAt, id: last.id };
  }
};

test('a hand-over: everything finds a person, by keyboard alone, and one undo takes it back', async ({
  desk,
  network,
}) => {
  await hire(desk, 'Carla Dunn', { loadCap: 20 });
  await hire(desk, 'Eve Frost', { loadCap: 20 });
  await someWrite(desk, network, ['maya', 'yusuf', 'yui', 'piotr']);
  await desk.press('1');
  for (const handle of ['maya', 'yusuf', 'yui']) {
    await desk.walkTo('New', handle);
    await desk.press('i');
    await expect(desk.card('New', handle)).toBeHidden();
  }
  await desk.press('2');
  await desk.walkTo('Mine', 'maya');
  await desk.press('r');
  await expect(desk.reply('maya')).toBeFocused();
  await desk.window.keyboard.type('Half an answer');
  await desk.press('Escape', 'Escape');

  await fromPalette(desk, 'Go off duty');
  const sheet = desk.window.getByRole('dialog', { name: 'Hand over and go off duty' });
  await expect(sheet.getByRole('region', { name: 'Customers waiting' })).toContainText('@maya');
  await expect(sheet).toContainText('a draft of a public reply stays with its author');
  await expect(sheet.getByRole('button', { name: 'Hand over and go off duty' })).toBeFocused();
  expect.soft(await barriers(desk.window)).toEqual([]);
  // The baton and two threads go to the likeliest; one goes back.
  const yui = sheet.getByRole('combobox', { name: 'Customers waiting, @yui: goes to' });
  await yui.focus();
  await desk.press('End');
  await expect(yui).toHaveValue('');
  await desk.press('Control+Enter');
  await expect(sheet).toBeHidden();
  await expect(desk.window.getByText('Handed over: 3 threads. You are off duty.')).toBeVisible();
  await expect(foot(desk.window)).toHaveAccessibleName('Alex Berg, off duty');
  await expect(desk.card('New', 'yui')).toBeVisible();
  await expect(desk.card('All open', 'maya')).toContainText('CD');
  await expect(desk.window.getByTitle('Carla Dunn is accountable for @HallamMobile')).toBeVisible();

  await desk.press('z');
  await expect(foot(desk.window)).toHaveAccessibleName('Alex Berg, on duty');
  for (const handle of ['maya', 'yusuf', 'yui']) await expect(desk.card('Mine', handle)).toContainText('AB');
  await desk.walkTo('Mine', 'maya');
  await desk.press('r');
  await expect(desk.reply('maya')).toHaveValue('Half an answer');
});

test('the roster and the baton, by keyboard', async ({ desk }) => {
  await fromPalette(desk, 'roster');
  const settings = desk.window.getByRole('dialog', { name: 'Settings' });
  await expect(settings.getByRole('row', { name: /Alex Berg/ })).toContainText('Admin');
  expect.soft(await barriers(desk.window)).toEqual([]);
  await settings.getByRole('button', { name: 'Add a person' }).focus();
  await desk.press('Enter');
  await expect(settings.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await desk.window.keyboard.type('Carla Dunn');
  await desk.press('Tab');
  await desk.window.keyboard.type('ab');
  expect.soft(await barriers(desk.window)).toEqual([]);
  await desk.press('Enter');
  await expect(settings.getByRole('alert')).toContainText('Alex Berg already signs as ^AB');
  await desk.press('Control+a');
  await desk.window.keyboard.type('cd');
  await desk.press('Enter');
  await expect(settings.getByRole('row', { name: /Carla Dunn/ })).toContainText('off duty');
  await expect(settings.getByRole('button', { name: 'Add a person' })).toBeFocused();
  await desk.press('Escape');
  await expect(settings).toBeHidden();

  const opened = await desk.ask('desk.open', {});
  for (const { id, initials } of opened.ok ? opened.value.agents : []) {
    if (initials === 'CD') await desk.ask('duty.set', { agentId: id, duty: 'on' });
  }
  await fromPalette(desk, 'Pass the baton');
  await expect(desk.window.getByRole('dialog', { name: 'Pass the baton' })).toBeVisible();
  expect.soft(await barriers(desk.window)).toEqual([]);
  await desk.press('Tab', 'Tab', 'Tab', 'Enter');
  const accountable = desk.window.getByTitle('Carla Dunn is accountable for');
  await expect(accountable).toHaveCount(1);
  await desk.press('z');
  await expect(accountable).toHaveCount(0);
});

test('two windows, two people: a draft stays with its author, and each window comes back with its person', async ({
  open,
  network,
}) => {
  const flags = [`--simulator=${network.port}`];
  const first = await open(flags);
  await first.isOpen();
  await hire(first, 'Carla Dunn', { loadCap: 20 });
  await someWrite(first, network, ['maya']);
  await first.startReply('maya');
  await first.window.keyboard.type('Words of Alex');

  const second = await secondWindow(first, 'Carla');
  await expect(foot(first.window)).toHaveAccessibleName('Alex Berg, on duty');
  await second.startReply('maya');
  await expect(second.reply('maya')).toHaveValue('');
  await second.press('Escape', 'i');
  await expect(second.card('Mine', 'maya')).toContainText('CD');
  await expect(first.card('All open', 'maya')).toContainText('CD');
  await expect(first.reply('maya')).toHaveValue('Words of Alex');
  await first.earshot.close();

  const again = await open(flags);
  await expect.poll(() => again.earshot.app.windows().length).toBe(2);
  const windows = again.earshot.app.windows();
  const people = await Promise.all(
    windows.map(async (window) => {
      await expect(foot(window)).toBeVisible({ timeout: 20_000 });
      return foot(window).locator('.spoken').textContent();
    }),
  );
  expect(new Set(people)).toEqual(new Set(['Alex Berg, on duty', 'Carla Dunn, on duty']));

  const [alex, carla] = ['Alex Berg, on duty', 'Carla Dunn, on duty'].map(
    (who) => windows[people.indexOf(who)],
  );
  if (!alex || !carla) throw new Error('a window did not come back');
  const board = new Desk(alex);
  // Hers is the one thread that was claimed.
  const sheIsOn = async () =>
    (await board.told('team.board', {})).people.find(({ load }) => load === 1)?.lastThread?.handle;
  expect(await sheIsOn()).toBe('maya');
  await carla.close();
  await expect.poll(sheIsOn).toBeUndefined();
});

test('two windows of one desk contest 1,000 claims: one winner each', async ({ desk, network }) => {
  test.setTimeout(180_000);
  const carla = await hire(desk, 'Carla Dunn', { loadCap: 20 });
  // The network shows the newest 800 mentions and no more: they come in two helpings.
  for (const from of [0, 500]) {
    for (let at = from; at < from + 500; at += 50) {
      const handles = Array.from({ length: 50 }, (_, n) => `customer${at + n}`);
      await Promise.all(handles.map((handle) => network.say(handle, `@HallamMobile no signal (${handle})`)));
    }
    await desk.fetchNow();
    await expect
      .poll(async () => (await threadsOf(desk)).length, { timeout: 60_000, intervals: [1000] })
      .toBe(from + 500);
  }
  const ids = await threadsOf(desk);
  const second = await secondWindow(desk, 'Carla');
  // Both begin at the same moment, in an order of their own, some at a time: as near as two people can come.
  const startAt = Date.now() + 1000;
  const contest = (page: Page): Promise<{ won: string[]; told: string[] }> =>
    page.evaluate(
      async ({ ids, startAt }) => {
        const order = ids
          .map((id) => ({ id, key: Math.random() }))
          .sort((a, b) => a.key - b.key)
          .map(({ id }) => id);
        await new Promise((resolve) => setTimeout(resolve, startAt - Date.now()));
        const won: string[] = [];
        const told: string[] = [];
        for (let at = 0; at < order.length; at += 10) {
          await Promise.all(
            order.slice(at, at + 10).map(async (threadId) => {
              const packed = await window.earshot.invoke('thread.claim', { threadId, revision: 0 });
              const reply = JSON.parse(String(packed)) as Reply<unknown>;
              if (reply.ok) won.push(threadId);
              else told.push(`${reply.error.code}: ${reply.error.message}`);
            }),
          );
        }
        return { won, told };
      },
      { ids, startAt },
    );
  const [mine, hers] = await Promise.all([contest(desk.window), contest(second.window)]);
  expect(mine.won.length + hers.won.length).toBe(1000);
  expect(new Set([...mine.won, ...hers.won]).size).toBe(1000);
  expect(Math.min(mine.won.length, hers.won.length)).toBeGreaterThan(0);
  expect(new Set(mine.told)).toEqual(new Set(['taken: Carla Dunn (^CD) has this thread.']));
  expect(new Set(hers.told)).toEqual(new Set(['taken: Alex Berg (^AB) has this thread.']));
  const sheet = await desk.ask('duty.sheet', { agentId: carla.id });
  expect(sheet).toMatchObject({ ok: true });
  if (sheet.ok)
    expect(new Set(sheet.value.threads.map(({ threadId }) => threadId))).toEqual(new Set(hers.won));
});
