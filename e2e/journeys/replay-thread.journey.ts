import { startSimulator } from '../../simulator/simulator.ts';
import { barriers } from '../axe.ts';
import { resize } from '../camera.ts';
import { expect, test } from '../fixtures.ts';
import { Network } from '../network.ts';
import { hire } from '../people.ts';
import { fromPalette } from '../screens.ts';
import { shot } from '../shot.ts';

test('a thread is replayed by the keyboard, to the delay that missed its deadline, with no network', async ({
  open,
}) => {
  let minutesAgo = 190;
  const simulator = await startSimulator({
    ...{ rate: 0, opening: 0, customers: false, rateLimitScale: 100 },
    now: () => Date.now() - minutesAgo * 60_000,
  });
  const network = new Network(simulator.port);
  await network.person('mayaokafor', { name: 'Maya Okafor', followers: 1200 });
  const complaint = await network.say('mayaokafor', '@HallamMobile no signal in LS1 since six this morning');
  minutesAgo = 0;
  const desk = await open([`--simulator=${network.port}`]);
  await desk.isOpen();
  await hire(desk, 'Jo Bell');
  await desk.fetchNow();
  await expect(desk.card('New', 'mayaokafor').getByText(/First response missed/u)).toBeVisible();

  // What there is to tell: a claim, a note, an edit, an answer.
  await desk.press('1');
  await desk.walkTo('New', 'mayaokafor');
  await desk.press('i');
  await expect(desk.card('Mine', 'mayaokafor')).toContainText('AB');
  await desk.press('2');
  await desk.walkTo('Mine', 'mayaokafor');
  await desk.press('w');
  await expect(desk.window.getByRole('textbox', { name: 'Note about this thread' })).toBeFocused();
  await desk.type('Mast TX114 is down');
  await desk.press('Control+Enter');
  await expect(desk.messages).toContainText('Mast TX114 is down');
  await network.edit(complaint.id, '@HallamMobile no signal in LS1 since six. Still none at noon');
  await expect(async () => {
    await desk.fetchNow();
    await expect(desk.messages).toContainText('Still none at noon', { timeout: 1000 });
  }).toPass();
  await desk.press('r');
  await expect(desk.reply('mayaokafor')).toBeFocused();
  await desk.type('Sorry, the mast is being repaired. It should be back by two.');
  await desk.press('Control+Enter');
  await expect(desk.messages).toContainText(/Sent \d\d:\d\d by AB/u);
  await simulator.close();

  // The past, with nobody to ask.
  await desk.press('Escape');
  await fromPalette(desk, 'Replay: this thread as it happened');
  const replay = desk.pane.getByRole('region', { name: 'Replay' });
  await expect(replay.getByRole('heading', { name: /^As it was on / })).toBeVisible();
  await expect(replay).toBeFocused();
  const then = replay.getByRole('region', { name: 'Messages then' });
  await expect(then).toContainText('It should be back by two');
  await expect(desk.pane.getByRole('textbox')).toHaveCount(0);
  const happened = replay.getByRole('list', { name: /^What happened/u });
  await expect(happened.locator('[aria-current]')).toContainText(/Answer|accepted|Waiting for the customer/u);
  expect(await barriers(desk.window)).toEqual([]);
  await shot(desk, 'replay-end');

  await desk.press('Home');
  await expect(then).toContainText('since six this morning');
  await expect(then).not.toContainText('Still none at noon');
  await expect(then).not.toContainText('Mast TX114');
  await expect(happened.locator('[aria-current]')).toContainText('The thread began');
  await desk.press('ArrowRight');
  await expect(happened.locator('[aria-current]')).toHaveAttribute('class', /./u);
  const slider = replay.getByRole('slider', { name: 'Time' });
  await expect(slider).toHaveAttribute('aria-valuenow', '2');
  await desk.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuenow', '1');

  for (let step = 0; step < 20 && (await then.getByText('Mast TX114').count()) === 0; step += 1) {
    await desk.press('l');
  }
  await expect(then).toContainText('Note by');
  await expect(then.getByRole('button', { name: 'Remove' })).toHaveCount(0);
  await expect(then).not.toContainText('It should be back by two');

  await desk.press('b');
  await expect(replay).toContainText(/Waited 3 h \d+ min for a first answer, unassigned\. It was due/u);
  expect(await barriers(desk.window)).toEqual([]);
  await shot(desk, 'replay-delay');

  // Nothing changes the past.
  await desk.press('z', 'r', 'e');
  await expect(desk.pane.getByRole('textbox')).toHaveCount(0);
  await expect(replay).toBeFocused();

  await desk.press('4', 'Space');
  await expect(replay.getByRole('button', { name: 'Pause' })).toBeVisible();
  await desk.press('Space');
  await expect(replay.getByRole('button', { name: 'Play' })).toBeVisible();
  await desk.press('End');
  await expect(then).toContainText('It should be back by two');

  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await resize(desk, width, height);
    for (const theme of ['light', 'contrast', 'dark'] as const) {
      await desk.told('settings.save', { theme });
      await expect(desk.window.locator(`:root[data-theme="${theme}"]`)).toBeAttached();
      expect(await barriers(desk.window), theme).toEqual([]);
      await shot(desk, `replay-${theme}-${width}`);
    }
  }

  await desk.press('Escape');
  await expect(desk.messages).toBeVisible();
  await expect(desk.pane.getByRole('textbox').first()).toBeVisible();
  await desk.press('Shift+R');
  await expect(replay).toBeVisible();
  await desk.press('Escape', 'Escape');
  await expect(replay).toHaveCount(0);
});
