import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../fixtures.ts';

test('a token is nowhere but in the memory of the main process', async ({
  desk,
  network,
  simulator,
  folder,
}) => {
  const tokens = simulator.brands
    .flatMap(({ id }) => simulator.context.grants.ofUser(id))
    .flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken ?? accessToken]);
  expect(tokens.length).toBeGreaterThan(1);

  // Trouble of every kind is what makes programs talkative.
  await network.fault({ kind: 'status', path: '/2/users/*/mentions', times: 2 });
  await network.fault({ kind: '401', path: '/2/dm_events', times: 1 });
  await network.fault({ kind: 'bad-json', path: '/2/users/*/tweets', times: 1 });
  await network.say('canary', '@HallamMobile is anybody there');
  await expect
    .poll(
      async () => {
        await desk.fetchNow();
        return desk.card('New', 'canary').count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);

  const heap = path.join(folder, 'window.heapsnapshot');
  await desk.earshot.app.evaluate(
    ({ BrowserWindow }, heap) => BrowserWindow.getAllWindows()[0]?.webContents.takeHeapSnapshot(heap),
    heap,
  );
  const places: Record<string, string> = {
    'the window’s memory': readFileSync(heap, 'utf8'),
    'command lines': commandLines(desk.earshot.app.process().pid ?? 0),
  };
  await desk.earshot.close();
  for (const file of filesIn(folder))
    if (file !== heap) places[path.relative(folder, file)] = readFileSync(file, 'latin1');

  // The customer's handle must be found, or the looking itself is broken.
  expect(places['the window’s memory']).toContain('canary');
  expect(places['practice.db']).toContain('canary');
  for (const [place, text] of Object.entries(places)) {
    expect
      .soft(
        tokens.filter((token) => text.includes(token)),
        place,
      )
      .toEqual([]);
  }
});

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

/** Of the program and everything it started. */
const commandLines = (group: number): string => {
  if (process.platform !== 'linux') return '';
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [, , groupOf] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return Number(groupOf) === group ? readFileSync(`/proc/${name}/cmdline`, 'utf8') : '';
      } catch {
        return '';
      }
    })
    .join('\n');
};
