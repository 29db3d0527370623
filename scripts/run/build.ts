import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Electron } from '../prepare/electron.ts';
import { withLock } from '../prepare/lock.ts';
import { PrepareError, say } from '../prepare/say.ts';
import { runTool, toolScript } from './child.ts';
import { root } from './root.ts';
import { stampOf } from './stamp.ts';

const sources = ['main', 'shared', 'renderer', 'simulator', 'electron.vite.config.ts', 'package-lock.json'];
const stampFile = path.join(root, 'out', '.stamp');

/** Builds main, preload and window into out/, unless what is there is made from these very sources. */
export async function buildIfStale(electron: Electron): Promise<void> {
  if (isFresh()) return;
  // Named after this work tree: another clone's build is none of our business.
  const name = `build-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`;
  await withLock(name, async () => {
    if (isFresh()) return;
    say('Building …');
    const stamp = stampOf(root, sources); // before: what changes meanwhile is built next time
    rmSync(stampFile, { force: true });
    const code = await runTool(
      toolScript('electron-vite'),
      ['build', '--logLevel', 'warn'],
      viteEnv(electron),
    );
    if (code !== 0) throw new PrepareError('The build failed.');
    mkdirSync(path.dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, stamp);
  });
}

/** electron-vite asks the `electron` package where Electron is; ours may be elsewhere. */
function viteEnv({ executable, version }: Electron): NodeJS.ProcessEnv {
  return { ELECTRON_EXEC_PATH: executable, ELECTRON_MAJOR_VER: version.split('.', 1)[0] };
}

function isFresh(): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOf(root, sources);
}
