import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { exportAs, savesTo } from '../exporting.ts';
import { expect, test } from '../fixtures.ts';
import { hire, sitDown } from '../people.ts';
import { answerAll, inList, joWorks } from '../reviewing.ts';
import { fromPalette } from '../screens.ts';

test('on a train: a conversation is found by half a phrase, replayed, scored and exported, by keys, with no network', async ({
  desk,
  network,
  simulator,
  folder,
}) => {
  test.setTimeout(180_000);
  await hire(desk, 'Jo Bell');
  await hire(desk, 'Rae Voss', { role: 'reviewer', loadCap: null });
  await joWorks(desk, network);
  await sitDown(desk, 'Rae Voss');
  await simulator.close();
  await expect(desk.window.getByRole('contentinfo')).toContainText('Offline', { timeout: 20_000 });

  await desk.press('/');
  await desk.type('charge off your bi');
  await expect(desk.window.getByRole('feed', { name: 'Found' }).getByRole('article')).toHaveCount(1);
  await desk.press('ArrowDown', 'Enter');
  await expect(desk.messages.locator('[data-sought]')).toContainText('taken that charge off your bill');

  await fromPalette(desk, 'Replay: this thread as it happened');
  const replay = desk.pane.getByRole('region', { name: 'Replay' });
  const then = replay.getByRole('region', { name: 'Messages then' });
  await expect(then).toContainText('taken that charge');
  await desk.press('Home');
  await expect(then).toContainText('could you help me please');
  await expect(then).not.toContainText('taken that charge');
  await desk.press('Escape');
  await expect(replay).toHaveCount(0);

  const pdf = path.join(folder, 'tomas.pdf');
  await savesTo(desk.earshot.app, pdf);
  await desk.press('Control+Shift+e');
  await exportAs(desk, /^PDF/u);
  await expect.poll(() => existsSync(pdf), { timeout: 30_000 }).toBe(true);
  expect(readFileSync(pdf).toString('latin1').startsWith('%PDF-')).toBe(true);

  await desk.press('Escape', 'g', 'r');
  await desk.press('d');
  await expect(desk.dialog('Draw a sample')).toBeVisible();
  await desk.press('Enter');
  await expect(inList(desk, 'To review')).toHaveCount(3);
  await answerAll(desk, '4');
  await desk.press('Control+Enter');
  await expect(inList(desk, 'Done last')).toHaveCount(1);
});
