import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import { commandLine, electronPath, environment, root, type Earshot } from '../launch.ts';
import type { Network } from '../network.ts';

const endInTheMiddle = async (desk: Desk & { earshot: Earshot }, network: Network): Promise<void> => {
  await network.say('maya', '@HallamMobile my bill is wrong');
  await desk.fetchNow();
  await desk.startReply('maya');
  await desk.type('I am looking at your bill');
  await desk.earshot.close();
};

test('what was typed in the moment the program ends is there at the next start', async ({
  desk,
  network,
  open,
}) => {
  await endInTheMiddle(desk, network);
  const next = await open([`--simulator=${network.port}`]);
  await expect(next.reply('maya')).toHaveValue('I am looking at your bill');
});

test('a window whose page ends comes back by itself, with the thread that was open and what was typed', async ({
  desk,
  network,
  folder,
}) => {
  await endInTheMiddle(desk, network);
  const flags = [`--simulator=${network.port}`];
  const crashed = spawn(electronPath(), commandLine(folder, flags, [path.join(root, 'e2e/crashed.cjs')]), {
    env: environment(),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(await text(crashed.stdout)).toContain('after the crash: I am looking at your bill');
});

test('the last window that is closed by hand comes back where it was', async ({ desk, folder }) => {
  const { app } = desk.earshot;
  const ended = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds({ x: 40, y: 30, width: 1111, height: 777 });
    window?.close();
  });
  await ended;
  const kept = JSON.parse(readFileSync(path.join(folder, 'window.json'), 'utf8')) as { place: object }[];
  expect(kept).toMatchObject([{ place: { x: 40, y: 30, width: 1111, height: 777 } }]);
});
