import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { prepare } from './prepare/prepare.ts';
import { say } from './prepare/say.ts';
import { buildIfStale } from './run/build.ts';
import { runTool, toolScript } from './run/child.ts';
import { main } from './run/main.ts';
import { root } from './run/root.ts';
import { stampOf } from './run/stamp.ts';

/**
 * `npm run pack:linux` packs the program for this machine into dist/linux-unpacked, around the Electron
 * that was prepared. `npm run dist:offline` makes a .deb as well, with nothing but dpkg at hand.
 */
await main(async () => {
  const targets = process.argv.slice(2);
  const electron = await prepare();
  await buildIfStale(electron);

  const made = path.join(root, 'dist', '.stamp');
  const inputs = ['out/.stamp', 'electron-builder.yml', 'package-lock.json', 'build'];
  const stamp = `${targets.join(' ')} ${electron.version} ${stampOf(root, inputs)}`;
  if (existsSync(made) && readFileSync(made, 'utf8') === stamp) return 0;
  rmSync(made, { force: true });

  say(`Packing with Electron ${electron.version} …`);
  const wanted = targets.length > 0 ? targets : ['dir'];
  const code = await runTool(
    toolScript('electron-builder'),
    [
      '--linux',
      ...wanted,
      '--publish',
      'never',
      `-c.electronDist=${electron.folder}`,
      `-c.electronVersion=${electron.version}`,
    ],
    await offlineTools(),
  );
  if (code === 0) writeFileSync(made, stamp);
  return code;
});

/** electron-builder would download these from a host that not every network reaches. */
async function offlineTools(): Promise<NodeJS.ProcessEnv> {
  const { path7za } = (await import('7zip-bin')) as { path7za: string };
  return {
    ELECTRON_BUILDER_7ZIP_PATH: path7za,
    CUSTOM_FPM_PATH: path.join(import.meta.dirname, 'pack', 'fpm-with-dpkg-deb.ts'),
    DEBUG: process.env.DEBUG ?? '',
  };
}
