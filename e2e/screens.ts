import { expect } from 'playwright/test';
import type { ThreadId } from '../shared/ids.ts';
import type { Desk } from './desk.ts';

/** Every screen of the desk, and how the keyboard gets there from the columns. Each is left with Escape. */
export const screens: Record<string, (desk: Desk) => Promise<void>> = {
  desk: async (desk) => {
    await desk.press('1');
    await expect(desk.cards('New').first()).toBeFocused();
  },
  thread: async (desk) => {
    await desk.press('1', 'Enter');
    await expect(desk.messages).toBeVisible();
  },
  composer: async (desk) => {
    await desk.press('1', 'r');
    await expect(desk.pane.getByRole('textbox')).toBeFocused();
    await desk.press('Control+a');
    await desk.window.keyboard.insertText('Sorry to hear that. Which town are you in?');
  },
  note: async (desk) => {
    await desk.press('1', 'w');
    await expect(desk.window.getByRole('textbox', { name: 'Note about this thread' })).toBeFocused();
    await desk.window.keyboard.insertText('The mast again.');
  },
  customer: async (desk) => {
    await desk.press('1', 'c');
    await expect(desk.pane.getByRole('region', { name: 'Customer' })).toBeVisible();
  },
  snooze: async (desk) => {
    await desk.press('1', 'b');
    await expect(desk.window.getByRole('dialog', { name: 'Snooze until' })).toBeVisible();
    await desk.window.keyboard.insertText('tomorrow 9');
  },
  tag: async (desk) => {
    await desk.press('1', 'Shift+Digit3');
    await expect(desk.window.getByRole('dialog', { name: 'Tag' })).toBeVisible();
    await desk.window.keyboard.insertText('outage');
  },
  priority: async (desk) => {
    await desk.press('1', 'Shift+Digit1');
    await expect(desk.window.getByRole('dialog', { name: 'Priority' })).toBeVisible();
  },
  palette: async (desk) => {
    await desk.press('1', 'Control+k');
    await expect(desk.window.getByRole('option').first()).toBeVisible();
  },
  help: async (desk) => {
    await desk.press('1', '?');
    await expect(desk.window.getByRole('dialog', { name: 'All keys' })).toBeVisible();
  },
  connections: async (desk) => {
    await desk.press('1', 'g', 'c');
    await expect(desk.window.getByRole('dialog', { name: 'Connections' })).toBeVisible();
  },
  connect: async (desk) => {
    await fromPalette(desk, 'Connect an account');
    await expect(desk.window.getByRole('dialog', { name: 'Connect an account on X' })).toBeVisible();
  },
  name: async (desk) => {
    await fromPalette(desk, 'Change my name');
    await expect(desk.window.getByRole('dialog', { name: 'My name and initials' })).toBeVisible();
  },
  roster: async (desk) => {
    await fromPalette(desk, 'People: the roster');
    await expect(desk.window.getByRole('row', { name: /Alex Berg/ })).toBeVisible();
  },
  'hand-over': async (desk) => {
    await fromPalette(desk, 'Go off duty');
    await expect(desk.window.getByRole('dialog', { name: 'Hand over and go off duty' })).toBeVisible();
  },
  switch: async (desk) => {
    await fromPalette(desk, 'Work as someone else');
    await expect(desk.window.getByRole('dialog', { name: 'Work as someone else' })).toBeVisible();
  },
  resolve: async (desk) => {
    await desk.press('1');
    await fromPalette(desk, 'Resolve, with a reason');
    await expect(desk.window.getByRole('dialog', { name: 'Resolve' })).toBeVisible();
  },
  assign: async (desk) => {
    await desk.press('1', 'Shift+I');
    await expect(desk.window.getByRole('dialog', { name: 'Assign the thread' })).toBeVisible();
  },
  ask: async (desk) => {
    await desk.press('1', 'q');
    await expect(desk.window.getByRole('dialog', { name: 'Ask a colleague' })).toBeVisible();
  },
  'phone slip': async (desk) => {
    await desk.press('1', 't');
    await expect(desk.window.getByRole('dialog', { name: 'Ask for a call' })).toBeVisible();
  },
  column: async (desk) => {
    await desk.press('1', 'v', 'a');
    await expect(desk.window.getByRole('dialog', { name: 'Add a column' })).toBeVisible();
  },
  selection: async (desk) => {
    await desk.press('1', 'x');
    await expect(desk.window.getByRole('region', { name: 'Selection' })).toContainText('1 selected');
  },
  ...Object.fromEntries(
    [
      'Display',
      'Keys',
      'Writing',
      'Notifications',
      'Phone',
      'Accounts',
      'Network',
      'Backup and repair',
      'Keeping and erasing',
      'People',
      'Queues',
      'Deadlines and hours',
      'Tags',
      'Facts and openings',
    ].map((title) => [`settings: ${title}`, (desk: Desk) => settings(desk, title)]),
  ),
  archive: async (desk) => {
    await desk.press('1', '/');
    await expect(searchField(desk)).toBeFocused();
    await desk.retype('signal OR 電波 lang:klingon');
    await expect(desk.window.getByRole('feed', { name: 'Found' })).toBeVisible();
    await expect(desk.window.getByText('is no code of a language', { exact: false })).toBeVisible();
  },
  'search by form': async (desk) => {
    await desk.press('1', '/');
    await expect(searchField(desk)).toBeFocused();
    await desk.retype('signal is:public');
    await desk.press('Control+f');
    await expect(desk.window.getByRole('form', { name: 'Search by form' })).toBeVisible();
  },
  replay: async (desk) => {
    await desk.press('1', 'Enter');
    await expect(desk.messages).toBeVisible();
    await fromPalette(desk, 'Replay: this thread as it happened');
    await expect(desk.pane.getByRole('slider', { name: 'Time' })).toBeVisible();
  },
  export: async (desk) => {
    await desk.press('1', 'Control+Shift+E');
    await expect(desk.window.getByRole('dialog', { name: /^Export/u })).toBeVisible();
  },
  jobs: async (desk) => {
    await desk.press('1', 'g', 'j');
    await expect(desk.window.getByRole('dialog')).toBeVisible();
  },
  import: async (desk) => {
    await fromPalette(desk, 'Import past conversations');
    await expect(desk.window.getByRole('dialog', { name: /^Import/u })).toBeVisible();
  },
  hold: async (desk) => {
    await desk.press('1');
    await fromPalette(desk, 'Hold: keep this whatever happens');
    await expect(desk.window.getByRole('dialog')).toBeVisible();
  },
  erase: async (desk) => {
    await desk.press('1');
    await fromPalette(desk, 'Erase this person');
    await expect(desk.window.getByRole('dialog', { name: /^Erase/u })).toBeVisible();
  },
  left: async (desk) => {
    await desk.press('1');
    const first = desk.cards('New').first();
    const threadId = (await first.getAttribute('data-thread-id')) as ThreadId;
    // Not by a key of this window, as if a colleague had done it: what one does oneself leaves at once.
    const done = await desk.ask('bulk.apply', {
      target: { threadIds: [threadId] },
      action: { do: 'resolve', reason: 'solved' },
    });
    expect(done).toMatchObject({ ok: true });
    await expect(first).toHaveAttribute('data-left');
  },
  phones: async (desk) => {
    await desk.press('g', 'p');
    await expect(desk.window.getByRole('main', { name: 'Phones' })).toBeVisible();
  },
  team: async (desk) => {
    await desk.press('g', 's');
    await expect(desk.window.getByRole('region', { name: 'Board' }).getByRole('row').first()).toBeVisible();
  },
  audit: async (desk) => {
    await desk.press('g', 'w');
    await expect(
      desk.window
        .getByRole('main', { name: /^Audit/u })
        .getByRole('heading')
        .first(),
    ).toBeVisible();
  },
  review: async (desk) => {
    await desk.press('g', 'r');
    await expect(
      desk.window
        .getByRole('main', { name: /^Review/u })
        .getByRole('heading')
        .first(),
    ).toBeVisible();
  },
  'draw a sample': async (desk) => {
    await desk.press('g', 'r');
    await fromPalette(desk, 'Draw a sample');
    await expect(desk.window.getByRole('dialog')).toBeVisible();
  },
  'form of reviews': async (desk) => {
    await desk.press('g', 'r');
    await fromPalette(desk, 'Change the form of reviews');
    await expect(desk.window.getByRole('dialog')).toBeVisible();
  },
};

const searchField = ({ window }: Desk) =>
  window.getByRole('combobox', { name: 'Search everything that was said' });

/** Down the list to the section: where it stands there is nobody's business. */
/** One section of the settings, by the keyboard. */
export const settings = async (desk: Desk, title: string): Promise<void> => {
  await desk.press('Control+,', 'Home');
  const tabs = desk.window.getByRole('tab');
  await expect(tabs.first()).toBeFocused();
  const at = (await tabs.allTextContents()).indexOf(title);
  for (let step = 0; step < at; step += 1) await desk.press('ArrowDown');
  await expect(desk.window.getByRole('tabpanel', { name: title })).toBeVisible();
};

export const fromPalette = async (desk: Desk, command: string): Promise<void> => {
  await desk.press('Control+k');
  const palette = desk.dialog('Find a command');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await desk.window.keyboard.type(command);
  await expect(palette.getByRole('option').first()).toContainText(command);
  await desk.press('Enter');
};

/** Back to the columns, from wherever. */
export const leave = async (desk: Desk): Promise<void> => {
  await expect(async () => {
    await desk.press('Escape');
    // A closed dialog is out of sight a moment before it is out of the page, and until then it has the keys.
    expect(await desk.window.locator('dialog').or(desk.messages).or(searchField(desk)).count()).toBe(0);
  }).toPass({ intervals: [50] });
};
