import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { checkIntegrity } from './integrity.ts';
import { megabytes, PrepareError, startProgress } from './say.ts';

export type Tarball = { spec: string; integrity: string; bytes: number };

/**
 * Downloads one published package into `folder` and returns the tarball's path.
 *
 * npm itself fetches: its registry, login, proxy and certificates are then the very ones `npm ci` used.
 * It shows no progress when it packs, so it gets a cache of its own, whose growth is the progress.
 */
export async function downloadTarball(tarball: Tarball, folder: string): Promise<string> {
  const npmCache = mkdtempSync(path.join(folder, '.npm-'));
  const progress = startProgress('downloaded');
  const timer = setInterval(() => {
    const done = Math.min(sizeOf(npmCache), tarball.bytes);
    progress.at(done / tarball.bytes, `${megabytes(done)} of ${megabytes(tarball.bytes)}`);
  }, 500);
  try {
    await npmPack(tarball.spec, folder, npmCache);
  } finally {
    clearInterval(timer);
    rmSync(npmCache, { recursive: true, force: true });
  }
  const name = readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  if (name === undefined) throw new PrepareError(`npm packed nothing for ${tarball.spec}.`);
  const file = path.join(folder, name);
  await checkIntegrity(file, tarball.integrity);
  return file;
}

function npmPack(spec: string, folder: string, npmCache: string): Promise<void> {
  const args = ['pack', spec, '--pack-destination', folder, '--cache', npmCache, '--loglevel', 'error'];
  // npm starts scripts with its own path in npm_execpath; by hand, the one on the PATH is used.
  const npmCli = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  const [command, first] = npmCli ? [process.execPath, [npmCli]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], {
      // Away from this project: `npm pack` would otherwise look at its package.json.
      cwd: homedir(),
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: npmCli === undefined && process.platform === 'win32',
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      reject(new PrepareError(`npm could not download ${spec}:\n${complaint.trim()}`));
    });
  });
}

function sizeOf(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    bytes += statSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}
