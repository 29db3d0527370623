import { setTimeout as sleep } from 'node:timers/promises';
import { commands, type Command } from '../../shared/commands.ts';
import { expect, test } from '../fixtures.ts';
import { fromPalette } from '../screens.ts';

const everyLetter = Object.values<Command>(commands)
  .flatMap(({ keys }) => keys)
  .filter((key) => [...key].length === 1)
  .join('');

test.beforeEach(async ({ desk, network }) => {
  await network.say('maya', '@HallamMobile no signal');
  await network.say('nils', '@HallamMobile wrong bill');
  await desk.fetchNow();
  await expect(desk.card('New', 'maya')).toBeVisible();
  await expect(desk.card('New', 'nils')).toBeVisible();
  await desk.press('1');
});

test('single keys are letters while one types', async ({ desk }) => {
  await desk.walkTo('New', 'maya');
  await desk.press('r');
  const field = desk.reply('maya');
  await expect(field).toBeFocused();
  await desk.window.keyboard.type(`${everyLetter.toLowerCase()} ${everyLetter}`);
  await expect(field).toHaveValue(`${everyLetter.toLowerCase()} ${everyLetter}`);
  await expect(desk.window.getByRole('dialog')).toHaveCount(0);
  await expect(desk.card('New', 'maya')).toBeVisible();
  await expect(desk.cards('Mine')).toHaveCount(0);
});

test('nothing happens with Alt, which types letters elsewhere in the world', async ({ desk }) => {
  await desk.walkTo('New', 'maya');
  for (const key of ['e', 'i', 'r', 'd', 'z']) await desk.press(`Alt+${key}`, `Control+Alt+${key}`);
  await expect(desk.card('New', 'maya')).toBeFocused();
  await expect(desk.cards('Mine')).toHaveCount(0);
  await expect(desk.cards('New')).toHaveCount(2);
});

test('the palette finds a command and runs it where the agent was', async ({ desk }) => {
  await desk.walkTo('New', 'maya');
  await fromPalette(desk, 'Claim');
  await expect(desk.card('Mine', 'maya')).toBeVisible();
  await expect(desk.card('New', 'nils')).toBeVisible();
  await desk.press(';');
  await expect(desk.window.getByRole('dialog', { name: 'Find a command' })).toBeVisible();
  await desk.press('Escape');
  await expect(desk.window.getByRole('dialog')).toHaveCount(0);
});

test('what is typed right after the palette was asked for is in its field, and Esc gives the keys back at once', async ({
  desk,
}) => {
  await desk.walkTo('New', 'maya');
  await desk.press('Control+k');
  await desk.window.keyboard.type('claim');
  await expect(desk.window.getByRole('combobox')).toHaveValue('claim');
  await desk.press('Escape', 'i');
  await expect(desk.card('Mine', 'maya')).toBeVisible();
});

test('a command is chosen before the palette is on screen, and runs', async ({ desk }) => {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await desk.window.route(/palette/u, async (route) => {
    await held;
    await route.continue();
  });
  await desk.window.reload({ waitUntil: 'commit' });
  await expect(desk.cards('New').first()).toBeVisible();
  await desk.press('Control+k');
  await desk.type('all keyz');
  await desk.press('Backspace', 's', 'Enter');
  await expect(desk.window.getByRole('dialog')).toHaveCount(0);
  letGo();
  await expect(desk.dialog('All keys')).toBeVisible();
});

test('what is typed while the palette is on its way decides what Enter runs, to the last letter', async ({
  desk,
}) => {
  await desk.window.route(/palette/u, async (route) => {
    await sleep(60);
    await route.continue();
  });
  await desk.window.reload({ waitUntil: 'commit' });
  await expect(desk.cards('New').first()).toBeVisible();
  await desk.press('Control+k');
  await desk.window.keyboard.type('backup and repair', { delay: 8 });
  await desk.press('Enter');
  await expect(desk.dialog('Settings')).toContainText('Backup and repair');
});

test('help shows every key there is', async ({ desk }) => {
  await desk.press('?');
  const help = desk.window.getByRole('dialog', { name: 'All keys' });
  await expect(help).toBeVisible();
  for (const [id, command] of Object.entries<Command>(commands)) {
    if (command.keys.length === 0 || /^column\.\d$/.test(id)) continue;
    const row = help
      .locator('dl > div')
      .filter({ has: desk.window.getByText(command.title, { exact: true }) });
    await expect.soft(row, id).toHaveCount(1);
    await expect.soft(row.locator('kbd'), id).toHaveCount(command.keys.length);
  }
  await desk.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(desk.cards('New').first()).toBeFocused();
});

test('single keys can be switched off', async ({ desk }) => {
  await desk.walkTo('New', 'maya');
  await fromPalette(desk, 'Switch single-letter keys');
  await expect
    .poll(async () => desk.ask('desk.open', {}).then((reply) => reply.ok && reply.value.settings.singleKeys))
    .toBe(false);
  await desk.press('i', 'e');
  await expect(desk.cards('New')).toHaveCount(2);
  await expect(desk.cards('Mine')).toHaveCount(0);
});

test('columns and rows are walked with letters, arrows, digits, Home and End', async ({ desk }) => {
  await desk.press('Home');
  await expect(desk.cards('New').nth(0)).toBeFocused();
  await desk.press('ArrowDown');
  await expect(desk.cards('New').nth(1)).toBeFocused();
  await desk.press('k');
  await expect(desk.cards('New').nth(0)).toBeFocused();
  await desk.press('End');
  await expect(desk.cards('New').nth(1)).toBeFocused();
  await desk.press('0');
  await expect(desk.cards('All open').nth(0)).toBeFocused();
  await desk.press('h', 'h');
  await expect(desk.cards('New').nth(1)).toBeFocused();
  await desk.press('l', 'ArrowRight');
  await expect(desk.cards('All open').nth(0)).toBeFocused();
});

test('keys faster than the screen is drawn still land in the composer', async ({ desk }) => {
  await desk.walkTo('New', 'maya');
  // A busy machine: the next frame comes only when the answer is long open.
  const frames = await desk.window.evaluateHandle(() => {
    const late: FrameRequestCallback[] = [];
    globalThis.requestAnimationFrame = (draw) => late.push(draw);
    return late;
  });
  await desk.press('1', 'r');
  await expect(desk.reply('maya')).toBeFocused();
  await frames.evaluate((late) => {
    for (const draw of late.splice(0)) draw(performance.now());
  });
  await expect(desk.reply('maya')).toBeFocused();
});
