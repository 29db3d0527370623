import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const abandonedAfterMs = 24 * 60 * 60 * 1000;

/** Outside the work tree, so that a fresh clone or `npm ci` does not download again. */
export function cacheFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string {
  if (env.EARSHOT_CACHE) return path.resolve(env.EARSHOT_CACHE);
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'earshot');
  if (platform === 'win32')
    return path.join(env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'earshot', 'cache');
  return path.join(env.XDG_CACHE_HOME || path.join(home, '.cache'), 'earshot');
}

/**
 * Fills a staging folder and moves it to `target` in one rename: whoever is killed in the middle, or
 * comes second, leaves nothing half-made behind.
 */
export async function publish(target: string, fill: (staging: string) => Promise<void>): Promise<void> {
  const parent = path.dirname(target);
  mkdirSync(parent, { recursive: true });
  removeAbandoned(parent);
  const staging = mkdtempSync(path.join(parent, '.staging-'));
  try {
    await fill(staging);
    chmodSync(staging, 0o755); // temporary folders are private; the cache need not be
    rmSync(target, { recursive: true, force: true });
    renameSync(staging, target);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith('.staging-')) continue;
    const folder = path.join(parent, name);
    const ageMs = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (ageMs > abandonedAfterMs) rmSync(folder, { recursive: true, force: true });
  }
}
