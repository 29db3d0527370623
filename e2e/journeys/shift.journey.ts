import type { Status } from '../../shared/model.ts';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import { hasCareTweets, replaying } from '../replaying.ts';
import { expectWhole } from '../whole.ts';

test.skip(!hasCareTweets, 'shared/data/care-tweets.csv is not on this machine');
test.describe.configure({ timeout: 360_000 });

const threads = 30;
const works = ['answer', 'snooze', 'note', 'tag', 'call', 'close'] as const;
type Work = (typeof works)[number];
type Worked = { id: string; inbound: number };

/** No two alike: the desk stops an answer that reads like one sent a moment ago. */
const answers = [
  'Which town are you in? Then we can see the mast from here',
  'That is on us. A new card goes out tonight, first post',
  'Could you send the order number in a direct message, please',
  'The app had a bad night; it should let you in again now',
  'Your driver is two stops away, I have just asked him',
];

test(
  'a shift: thirty threads of real conversations, by keys alone',
  { tag: '@slow' },
  async ({ open, folder }) => {
    await replaying(async (network) => {
      const desk = await open([`--simulator=${network.port}`]);
      await desk.isOpen();
      await desk.earshot.app.evaluate(({ shell }) => {
        shell.openExternal = () => Promise.resolve();
      });
      await expect
        .poll(() => count(desk, { status: 'new' }), { timeout: 90_000 })
        .toBeGreaterThan(threads + 5);

      const done: Record<Work, Worked[]> = { answer: [], snooze: [], note: [], tag: [], call: [], close: [] };
      for (let at = 0; at < threads; at += 1) {
        const work = works[at % works.length] ?? 'close';
        const { id, inbound } = await claimNext(desk);
        await perform[work](desk, Math.floor(at / works.length));
        done[work].push({ id, inbound });
        await backToColumns(desk);
      }
      await expect
        .poll(async () => (await network.posted()).length, { timeout: 30_000 })
        .toBe(done.answer.length);

      await makeCalls(desk, done.call.length);
      await expect
        .poll(async () => (await network.posted()).length, { timeout: 30_000 })
        .toBe(done.answer.length + done.call.length);

      for (const { id } of done.note) expect(await cardOf(desk, id)).toMatchObject({ notes: 1 });
      for (const { id } of done.tag) expect((await cardOf(desk, id)).tags).toHaveLength(1);
      // Whoever wrote again is back at once; nobody else is.
      for (const { id, inbound } of done.snooze) expect(await isOr(desk, id, 'snoozed', inbound)).toBe(true);
      for (const { id, inbound } of done.close) expect(await isOr(desk, id, 'resolved', inbound)).toBe(true);
      await desk.earshot.close();
      expectWhole(folder);
    });
  },
);

/** The first thread of New that may be answered in public; the keyboard ends in its pane, and it is mine. */
const claimNext = async (desk: Desk): Promise<Worked> => {
  await desk.press('1', '.', 'Home');
  const focused = desk.cards('New').and(desk.window.locator('[data-focused]'));
  await expect(focused).toBeFocused();
  for (let step = 0; step < 15; step += 1) {
    const id = (await focused.getAttribute('data-thread-id')) ?? '';
    const { replyRight, inbound } = await cardOf(desk, id);
    if (replyRight === 'may-reply') {
      await desk.press('Enter');
      await expect(desk.messages).toBeVisible();
      await desk.press('i');
      await expect.poll(async () => (await cardOf(desk, id)).assigneeInitials).not.toBeNull();
      return { id, inbound };
    }
    await desk.press('j');
    await expect(focused).not.toHaveAttribute('data-thread-id', id);
  }
  throw new Error('No thread of the first fifteen may be answered in public.');
};

const perform: Record<Work, (desk: Desk, turn: number) => Promise<void>> = {
  async answer(desk, turn) {
    await desk.press('r');
    const field = desk.pane.getByRole('textbox', { name: /^Reply to/u });
    await expect(field).toBeFocused();
    await desk.type(answers[turn] ?? `Answer ${turn}`);
    await sendFrom(desk, field);
  },
  async snooze(desk) {
    await desk.press('b');
    await expect(desk.dialog('Snooze until')).toBeVisible();
    await desk.type('in 2h');
    await desk.press('Enter');
    await expect(desk.pane).toContainText('Snoozed until');
  },
  async note(desk, turn) {
    await desk.press('w');
    await expect(desk.window.getByRole('textbox', { name: 'Note about this thread' })).toBeFocused();
    await desk.type(`Looked at it, turn ${turn}`);
    await desk.press('Control+Enter');
    await expect(desk.messages).toContainText(`Looked at it, turn ${turn}`);
  },
  async tag(desk) {
    await desk.press('#');
    await expect(desk.dialog('Tag')).toBeVisible();
    await desk.type('delivery');
    await desk.press('Enter');
    await expect(desk.pane).toContainText('delivery');
    await desk.press('Escape');
  },
  async call(desk, turn) {
    await desk.press('t');
    const slip = desk.dialog(/^Ask for a call/u);
    const number = slip.getByRole('textbox', { name: 'Number' });
    await expect(number).toBeFocused();
    await desk.press('Control+a');
    await desk.type(`07700 90012${turn}`);
    const consent = slip.getByRole('checkbox');
    for (let step = 0; step < 8 && !(await isFocused(consent)); step += 1) await desk.press('Tab');
    await desk.press('Space');
    await expect(consent).toBeChecked();
    await desk.press('Control+Enter');
    await expect(slip).toBeHidden();
  },
  async close(desk) {
    await desk.press('e');
    await expect(desk.pane.getByRole('button', { name: /^Reopen/u })).toBeVisible();
  },
};

/** Sends; if the customer wrote again meanwhile the desk says so first, and the agent looks and sends anyway. */
const sendFrom = async (desk: Desk, field: ReturnType<Desk['reply']>): Promise<void> => {
  await expect(async () => {
    await desk.press('Control+Enter');
    await expect(field).toHaveValue('', { timeout: 2000 });
  }).toPass({ timeout: 15_000 });
};

/** Every call of the board: dialled, talked, wrapped up, and its public close sent. */
const makeCalls = async (desk: Desk, calls: number): Promise<void> => {
  for (let made = 0; made < calls; made += 1) {
    await desk.press('g', 'p');
    const requested = desk.window.getByRole('region', { name: 'Requested' });
    await expect(requested.locator('[data-escalation-id]')).toHaveCount(calls - made);
    const focused = requested.locator('[data-escalation-id]:focus');
    // The keyboard is where the last call went; the next one stands further left.
    for (let step = 0; step < 5 && (await focused.count()) === 0; step += 1) await desk.press('h');
    await expect(focused).toBeVisible();
    await desk.press('c');
    const panel = desk.window.getByRole('region', { name: /^Call with/u });
    await expect(panel.getByRole('textbox', { name: 'Notes of the call' })).toBeFocused();
    await desk.type(`Sorted on the phone, call ${made}`);
    const wrapUp = panel.getByRole('button', { name: 'Wrap up' });
    for (let step = 0; step < 6 && !(await isFocused(wrapUp)); step += 1) await desk.press('Tab');
    await desk.press('Enter');
    await expect(panel).toBeHidden();
    const field = desk.pane.getByRole('textbox', { name: /^Reply to/u });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(/^Thanks for the call/u);
    await sendFrom(desk, field);
    await backToColumns(desk);
  }
};

const isFocused = (place: ReturnType<Desk['reply']>): Promise<boolean> =>
  place.evaluate((element) => element === document.activeElement);

const backToColumns = async (desk: Desk): Promise<void> => {
  await expect(async () => {
    await desk.press('Escape');
    expect(await desk.messages.count()).toBe(0);
  }).toPass({ intervals: [100], timeout: 10_000 });
  await desk.press('g', 'q');
  await expect(desk.column('New')).toBeVisible();
};

const isOr = async (desk: Desk, id: string, status: Status, inbound: number): Promise<boolean> => {
  const card = await cardOf(desk, id);
  return card.inbound > inbound ? card.status === 'open' : card.status === status;
};

const count = async (desk: Desk, filter: { status: 'new' }): Promise<number> =>
  (await desk.told('column.count', { filter })).count;

const cardOf = async (desk: Desk, id: string) => (await desk.told('thread.open', { threadId: id })).card;
