import { startSimulator } from '../../simulator/simulator.ts';
import { photograph, resize } from '../camera.ts';
import { expect, test } from '../fixtures.ts';
import { leave, screens } from '../screens.ts';

const sizes = [
  [1024, 700],
  [1280, 800],
  [1440, 900],
  [1920, 1080],
  [2560, 1440],
] as const;

test('the first screen', async ({ open }) => {
  const desk = await open();
  await expect(desk.window.getByRole('button', { name: 'Practice' })).toBeFocused();
  await resize(desk, 1440, 900);
  await photograph(desk, 'welcome');
});

test('an empty desk', async ({ desk }) => {
  await resize(desk, 1440, 900);
  await expect(desk.column('New')).toContainText('Nobody is waiting');
  await photograph(desk, 'empty');
});

test('a morning', async ({ open }) => {
  // The same customers write the same words each time.
  const simulator = await startSimulator({ seed: 'morning', rate: 0, opening: 40, rateLimitScale: 100 });
  const desk = await open([`--simulator=${simulator.port}`]);
  await desk.isOpen();
  await expect.poll(() => desk.cards('New').count()).toBeGreaterThan(5);
  await resize(desk, 1440, 900);
  await desk.press('1', 'Home', 'j', 'i', 'j', 'i', '1', 'Home', 'j');
  await expect(desk.cards('Mine')).toHaveCount(2);

  for (const [width, height] of sizes) {
    await resize(desk, width, height);
    await photograph(desk, `triage-${width}x${height}`);
  }
  for (const [width, height] of sizes) {
    await resize(desk, width, height);
    await screens['composer']?.(desk);
    await photograph(desk, `thread-${width}x${height}`);
    await leave(desk);
  }
  await resize(desk, 1440, 900);
  for (const theme of ['light', 'contrast', 'dark'] as const) {
    expect(await desk.ask('settings.save', { theme })).toMatchObject({ ok: true });
    await photograph(desk, `triage-${theme}`);
    await screens['composer']?.(desk);
    await photograph(desk, `thread-${theme}`);
    await leave(desk);
  }
  for (const name of ['palette', 'help', 'connect', 'name'] as const) {
    await screens[name]?.(desk);
    await photograph(desk, name);
    await leave(desk);
  }

  await zoom(desk, 2);
  await photograph(desk, 'zoom-200');
  await screens['composer']?.(desk);
  await photograph(desk, 'zoom-200-thread');
  await leave(desk);
  await zoom(desk, 1);

  await simulator.close();
  await desk.fetchNow();
  await expect(desk.column('New')).toContainText('Can’t reach');
  await photograph(desk, 'unreachable');
});

const zoom = (desk: Parameters<typeof photograph>[0], factor: number): Promise<void> =>
  desk.earshot.app.evaluate(({ BrowserWindow }, factor) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor);
  }, factor);
