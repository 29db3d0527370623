import { photograph, resize } from '../camera.ts';
import { expect, test } from '../fixtures.ts';
import { aMorningAgo } from './history.ts';
import { settleIn } from './team.ts';

const sections = [
  'display',
  'keys',
  'notifications',
  'phone',
  'people',
  'queues',
  'clocks',
  'tags',
  'snippets',
] as const;

test('every section of the settings', async ({ open }) => {
  const { simulator, network } = await aMorningAgo();
  const desk = await open([`--simulator=${network.port}`]);
  await desk.isOpen();
  await settleIn(desk);
  for (const [name, kind, text] of [
    ['Sorry, by name', 'opening', 'Hello {first}, I am sorry about that.'],
    ['Mast works', 'fact', 'The mast in {place} is being repaired and is expected back at noon.'],
  ] as const) {
    await desk.told('snippet.save', { id: null, name, kind, text, lang: 'en' });
  }
  await resize(desk, 1280, 800);
  await desk.press('1', '.', 'Control+,');
  const settings = desk.window.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toBeVisible();
  for (const id of sections) {
    await settings.locator(`[data-section="${id}"]`).click();
    await photograph(desk, `settings-${id}`);
  }
  await simulator.close();
});
