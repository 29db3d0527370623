import { readFileSync } from 'node:fs';

/** What /etc/os-release tells about a Linux. */
export type Distro = { id: string; version: number; isDebianLike: boolean };

export function readDistro(file = '/etc/os-release'): Distro {
  try {
    return parseDistro(readFileSync(file, 'utf8'));
  } catch {
    return { id: 'linux', version: 0, isDebianLike: false };
  }
}

export function parseDistro(text: string): Distro {
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const match = /^([A-Z_]+)="?([^"]*)"?$/.exec(line.trim());
    if (match) fields.set(match[1] ?? '', match[2] ?? '');
  }
  const id = fields.get('ID') ?? 'linux';
  const family = [id, ...(fields.get('ID_LIKE') ?? '').split(' ')];
  const isDebianLike = family.includes('debian') || family.includes('ubuntu');
  return { id, version: Number(fields.get('VERSION_ID') ?? 0) || 0, isDebianLike };
}

/** The packages an Electron window needs on a bare machine, under this release's names. */
export function windowPackages(distro: Distro): string[] {
  // The move to 64-bit time renamed these (Debian 13, Ubuntu 24.04).
  const isRenamed = distro.version >= (distro.id === 'debian' ? 13 : 24);
  const renamed = ['libgtk-3-0', 'libasound2'].map((name) => (isRenamed ? `${name}t64` : name));
  const kept = ['libnss3', 'libgbm1', 'libxss1', 'libxtst6', 'libnotify4', 'libsecret-1-0'];
  return [...renamed, ...kept, 'fonts-dejavu-core', 'fonts-droid-fallback', 'fonts-noto-color-emoji'];
}

export const displayPackages = ['xvfb', 'xauth'];
export const compilerPackages = ['python3', 'make', 'g++'];

/** What to type, for this distribution; other families than Debian's get the names they must look up. */
export function installCommand(distro: Distro, packages: readonly string[]): string {
  if (distro.isDebianLike) {
    return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  }
  return `your package manager, for what Debian calls: ${packages.join(' ')}`;
}
