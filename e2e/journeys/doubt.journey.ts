import { expect, test } from '../fixtures.ts';
import { rowsOf } from '../kept.ts';
import { kill } from '../kill.ts';

// The desk waits thirty seconds of its own clock before it looks for a doubtful post, and nothing shortens that: a build that
// could be told to wait less could be told to send twice. So these two take about forty seconds, and may take longer.
test.describe.configure({ timeout: 150_000 });

const posting = { method: 'POST', path: '/2/tweets' } as const;

test('an answer whose fate is unknown is looked for, never sent twice', async ({ desk, network }) => {
  await network.say('noor', '@HallamMobile still no signal');
  await desk.fetchNow();
  await expect(desk.card('New', 'noor')).toBeVisible();
  await network.fault({ ...posting, kind: 'reset-after', times: 1 });
  await desk.startReply('noor');
  await desk.window.keyboard.type('We are on our way');
  await desk.press('Control+Enter');
  await expect(desk.pane).toContainText('Not known yet whether X took this');
  await expect(desk.card('All open', 'noor')).toContainText('being checked');
  expect(await network.posted()).toHaveLength(1);

  await expect(desk.messages).toContainText(/Sent \d\d:\d\d by AB/, { timeout: 60_000 });
  await expect(desk.card('All open', 'noor')).not.toContainText('being checked');
  await expect(desk.messages.getByText('We are on our way ^AB')).toHaveCount(1);
  expect(await network.posted()).toHaveLength(1);
});

test('a death right after Ctrl+Enter leaves one post at most, and the text in any case', async ({
  open,
  network,
  folder,
}) => {
  const customers = ['ada', 'ben', 'cai', 'dee'];
  for (const customer of customers) await network.say(customer, '@HallamMobile hello?');
  // A slow network makes sure that some deaths come while the answer is on its way.
  await network.fault({ ...posting, kind: 'slow', ms: 150 });
  for (const [at, customer] of customers.entries()) {
    const desk = await open([`--simulator=${network.port}`]);
    await desk.isOpen();
    await expect(desk.card('All open', customer)).toBeVisible();
    await desk.press('3');
    await desk.walkTo('All open', customer);
    await desk.press('r');
    await expect(desk.reply(customer)).toBeFocused();
    await desk.window.keyboard.type(`Hello ${customer}`);
    await expect.poll(() => drafts(folder)).toContain(`Hello ${customer}`);
    await desk.press('Control+Enter');
    await desk.window.waitForTimeout(at * 60);
    await kill(desk.earshot.app);
  }

  const desk = await open([`--simulator=${network.port}`]);
  await desk.isOpen();
  await expect.poll(() => rowsOf(folder, unsettled), { timeout: 90_000, intervals: [1000] }).toEqual([]);
  const posted = (await network.posted()).map(({ text }) => text);
  const waiting = drafts(folder);
  for (const customer of customers) {
    const posts = posted.filter((text) => text.endsWith(`Hello ${customer} ^AB`));
    const isKept = waiting.includes(`Hello ${customer}`);
    expect.soft(posts.length + Number(isKept), customer).toBe(1);
  }
  expect(posted.length).toBeGreaterThan(0);
});

const unsettled = "SELECT id, state FROM outbox WHERE state <> 'sent'";

const drafts = (folder: string): string[] =>
  rowsOf(folder, "SELECT text FROM drafts WHERE text <> ''").map((row) => (row as { text: string }).text);
