import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cacheFolder } from './cache.ts';
import { megabytes, startProgress } from './say.ts';
import { extractZip } from './zip.ts';

const require = createRequire(import.meta.url);
const fromElectron = createRequire(require.resolve('electron/package.json'));

export const officialVersion = (require('electron/package.json') as { version: string }).version;

/** The part of the `electron` package's own downloader that is used here. */
type Downloader = {
  downloadArtifact: (request: object) => Promise<string>;
  initializeProxy: () => void;
};

const releases = 'https://github.com/electron/electron/releases/download';

const request = {
  version: `v${officialVersion}`,
  artifactName: 'electron',
  platform: process.platform,
  arch: process.arch,
};

/** Downloads the official build, its checksum verified, and extracts it into `folder`. */
export async function fillFromOfficial(folder: string): Promise<void> {
  const { downloadArtifact } = loadDownloader();
  const progress = startProgress('downloaded');
  const zip = await downloadArtifact({
    ...request,
    checksums: fromElectron('./checksums.json') as Record<string, string>,
    cacheRoot: path.join(folder, '.download'),
    downloadOptions: {
      quiet: true,
      getProgressCallback: ({ transferred, total }: { transferred: number; total: number | null }) => {
        if (total) progress.at(transferred / total, `${megabytes(transferred)} of ${megabytes(total)}`);
      },
    },
  });
  await extractZip(zip, folder, (name) => name);
  rmSync(path.join(folder, '.download'), { recursive: true, force: true });
}

/** Whether the official build's host answers. A mirror somebody named is taken to answer. */
export async function isHostReachable(now: number, timeoutMs = 4000): Promise<boolean> {
  if (isRemembered(memory(), now)) return false;
  if (mirror() !== undefined) return true;
  const file = `electron-${request.version}-${request.platform}-${request.arch}.zip`;
  loadDownloader(); // sets the proxy up
  try {
    const answer = await fetch(`${releases}/${request.version}/${file}`, {
      signal: AbortSignal.timeout(timeoutMs),
    });
    await answer.body?.cancel();
    if (answer.ok) return true;
  } catch {
    // No name, no route, no answer: all the same here.
  }
  rememberUnreachable(now);
  return false;
}

/** So that every start of the day does not wait for a host that is not to be had here. */
export function rememberUnreachable(now: number): void {
  mkdirSync(path.dirname(memory()), { recursive: true });
  writeFileSync(memory(), JSON.stringify(noteOf(now)));
}

export function isRemembered(file: string, now: number): boolean {
  try {
    return readFileSync(file, 'utf8') === JSON.stringify(noteOf(now));
  } catch {
    return false;
  }
}

// Another version, another mirror or another day is tried again.
function noteOf(now: number): Record<string, string | undefined> {
  return { version: officialVersion, mirror: mirror(), day: new Date(now).toISOString().slice(0, 10) };
}

function mirror(): string | undefined {
  return process.env.npm_config_electron_mirror ?? process.env.ELECTRON_MIRROR;
}

function memory(): string {
  return path.join(cacheFolder(), 'electron', 'unreachable.json');
}

function loadDownloader(): Downloader {
  const downloader = fromElectron('@electron/get') as Downloader;
  if (process.env.HTTPS_PROXY ?? process.env.https_proxy) downloader.initializeProxy();
  return downloader;
}
