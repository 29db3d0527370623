import type { ElectronApplication } from 'playwright/test';
import type { Settings } from '../../shared/settings.ts';
import { barriers } from '../axe.ts';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import type { Network } from '../network.ts';
import { hire } from '../people.ts';
import { unreachable } from '../reachable.ts';
import { leave, screens } from '../screens.ts';

const themes: Settings['theme'][] = ['dark', 'light', 'contrast'];

const wear = async (desk: Desk, theme: Settings['theme']): Promise<void> => {
  expect(await desk.ask('settings.save', { theme })).toMatchObject({ ok: true });
  await expect(desk.window.locator('html')).toHaveAttribute('data-theme', theme);
};

const someoneWrites = async (desk: Desk, network: Network): Promise<void> => {
  await network.say(
    'maya',
    '@HallamMobile no signal since six this morning, see https://status.example/leeds #outage',
  );
  await network.direct('maya', 'My number is 0113 496 0017');
  await network.say('yusuf', '@HallamMobile مرحبا، لا توجد إشارة');
  await network.say('yui', '@HallamMobile 今朝から電波がありません');
  await desk.fetchNow();
  await expect(desk.card('New', 'yui')).toBeVisible();
  await expect(desk.card('New', 'maya')).toContainText('DM');
  // Some screens are there only where there is somebody else.
  await hire(desk, 'Jo Bell');
};

test('the first screen has no barriers, in any theme', async ({ open }) => {
  const desk = await open();
  await expect(desk.window.getByRole('button', { name: 'Practice' })).toBeFocused();
  for (const theme of themes) {
    await wear(desk, theme);
    expect.soft(await barriers(desk.window), theme).toEqual([]);
  }
  await zoom(desk, 2);
  expect.soft(await unreachable(desk.window), 'at 200 %').toEqual([]);
});

test('a barrier would be found', async ({ open }) => {
  const { window } = await open();
  await expect(window.getByRole('button', { name: 'Practice' })).toBeFocused();
  await window.evaluate(() => {
    document.body.append(document.createElement('button'));
    document.querySelector<HTMLElement>('h1')?.style.setProperty('color', '#222');
    document.querySelector<HTMLElement>('main button')?.style.setProperty('margin-left', '-4000px');
  });
  expect((await barriers(window)).join()).toMatch(/button-name.*color-contrast|color-contrast.*button-name/s);
  expect((await unreachable(window)).join()).toContain('is cut off');
});

for (const theme of themes) {
  test(`no screen of the desk has barriers, ${theme}`, async ({ desk, network }) => {
    test.setTimeout(180_000);
    await someoneWrites(desk, network);
    await wear(desk, theme);
    for (const [name, go] of Object.entries(screens)) {
      await go(desk);
      expect.soft(await barriers(desk.window), name).toEqual([]);
      await leave(desk);
    }
  });
}

test('in high contrast a selected card keeps its words where they were, and the rail its names inside their frames', async ({
  desk,
  network,
}) => {
  await someoneWrites(desk, network);
  await wear(desk, 'contrast');
  await desk.press('1', 'Home');
  const words = desk.cards('New').first().locator('bdi').last();
  const before = await words.boundingBox();
  await desk.press('x');
  await expect(desk.window.getByRole('region', { name: 'Selection' })).toContainText('1 selected');
  expect(await words.boundingBox()).toEqual(before);
  const over = await desk.window
    .getByRole('navigation', { name: 'Desks' })
    .getByRole('button')
    .evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
    );
  expect(over).toEqual([]);
});

test('at 200 % nothing is cut off and nothing lies over anything', async ({ desk, network }) => {
  test.setTimeout(180_000);
  await someoneWrites(desk, network);
  await zoom(desk, 2);
  for (const [name, go] of Object.entries(screens)) {
    await go(desk);
    expect.soft(await unreachable(desk.window), name).toEqual([]);
    await leave(desk);
  }
});

const zoom = async (
  desk: Desk & { earshot: { app: ElectronApplication } },
  factor: number,
): Promise<void> => {
  const before = await desk.window.evaluate(() => innerWidth);
  await desk.earshot.app.evaluate(({ BrowserWindow }, factor) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor);
  }, factor);
  await expect.poll(() => desk.window.evaluate(() => innerWidth)).toBe(Math.round(before / factor));
};
