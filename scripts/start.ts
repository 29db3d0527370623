import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { prepare } from './prepare/prepare.ts';
import { say } from './prepare/say.ts';
import { buildIfStale } from './run/build.ts';
import { untilExit } from './run/child.ts';
import { openDisplay, sandboxFlags, type Display } from './run/display.ts';
import { main } from './run/main.ts';
import { root } from './run/root.ts';

/** `npm start [-- --practice …]`: prepares, builds, opens the desk. */
await main(async () => {
  const args = process.argv.slice(2);
  const electron = await prepare();
  await buildIfStale(electron);
  const display = await openDisplay();
  const env = { ...display.env, ...(display.isVirtual ? tellOfPicture(args) : {}) };
  try {
    return await launch(electron.executable, args, env, display);
  } finally {
    display.stop();
  }
});

function tellOfPicture(args: readonly string[]): NodeJS.ProcessEnv {
  const picture = process.env.EARSHOT_PICTURE ?? path.join(root, 'out', 'window.png');
  say('There is no display: the desk runs in a virtual one. Ctrl+C ends it.');
  say(`Once messages have arrived, a picture of the window is saved as ${picture}`);
  if (!args.some((word) => word === '--practice' || word.startsWith('--replay'))) {
    say('Nobody can click in it; `npm start -- --practice` brings messages by itself.');
  }
  return { EARSHOT_PICTURE: picture };
}

async function launch(
  executable: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { isVirtual }: Display,
): Promise<number> {
  const child = spawn(executable, [root, ...sandboxFlags(), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', isVirtual ? 'pipe' : 'inherit'],
  });
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    const [, picture] = /^earshot ready (.+)$/.exec(line) ?? [];
    console.log(picture === undefined ? line : `The picture is there: ${picture}`);
  });
  if (child.stderr) {
    // A bare machine has no session bus and no graphics card; Chromium repeats that endlessly.
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (
        !/:(ERROR|WARNING):(bus|object_proxy|gpu|viz|vaapi|angle|gl|display|sandbox|dbus)\w*\.cc/i.test(line)
      ) {
        console.error(line);
      }
    });
  }
  return untilExit(child);
}
