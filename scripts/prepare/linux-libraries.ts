import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installPackages } from './apt.ts';
import { displayPackages, readDistro, windowPackages } from './distro.ts';
import { PrepareError } from './say.ts';

/** The shared libraries Electron's window needs, and a virtual display where there is no real one. */
export async function prepareLinuxLibraries(executable: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = missingLibraries(executable);
  const needsDisplay = !hasDisplay() && !isOnPath('Xvfb');
  if (missing.length === 0 && !needsDisplay) return;

  const why = [
    missing.length > 0 ? `Electron lacks ${nameSome(missing)}.` : '',
    needsDisplay ? 'There is no display, and no Xvfb for a virtual one.' : '',
  ];
  await installPackages(why.filter(Boolean).join(' '), [
    ...(missing.length > 0 ? windowPackages(readDistro()) : []),
    ...(needsDisplay ? displayPackages : []),
  ]);
  const still = missingLibraries(executable);
  if (still.length > 0) throw new PrepareError(`Electron still lacks ${still.join(', ')}.`);
}

export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

export function isOnPath(command: string): boolean {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, command)));
}

/** On a bare Debian dozens are missing, and its packages say it all; elsewhere their names are what helps. */
function nameSome(libraries: readonly string[]): string {
  if (libraries.length <= 4 || !readDistro().isDebianLike) return libraries.join(', ');
  return `${libraries.slice(0, 3).join(', ')} and ${libraries.length - 3} more libraries`;
}

function missingLibraries(executable: string): string[] {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return parseMissing(stdout ?? '');
}

/** `libnss3.so => not found` → libnss3.so */
export function parseMissing(ldd: string): string[] {
  return [...ldd.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
}
