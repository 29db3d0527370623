import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { installCommand, readDistro } from './distro.ts';
import { withLock } from './lock.ts';
import { PrepareError, say, startProgress, type Progress } from './say.ts';

/**
 * Installs Debian packages when we may (root on a Debian), else stops with the command to type.
 * `why` completes the sentence "… needs".
 */
export async function installPackages(why: string, packages: readonly string[]): Promise<void> {
  const distro = readDistro();
  if (!distro.isDebianLike || process.getuid?.() !== 0) {
    throw new PrepareError(`${why} Install with:\n  ${installCommand(distro, packages)}`);
  }
  await withLock('apt', async () => {
    say(`${why} Installing ${packages.join(' ')} …`);
    await aptGet(['update']);
    await aptGet(['install', '-y', '--no-install-recommends', ...packages], startProgress('installed'));
  });
}

function aptGet(args: string[], progress?: Progress): Promise<void> {
  // Status lines on descriptor 3 carry apt's own percentage; a lock held by another apt is waited for.
  const options = [
    '-q',
    '-o',
    'APT::Status-Fd=3',
    '-o',
    'DPkg::Lock::Timeout=300',
    '-o',
    'Acquire::Retries=3',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn('apt-get', [...options, ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    let log = '';
    child.stdout?.on('data', (chunk: Buffer) => (log += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
    createInterface({ input: child.stdio[3] as Readable }).on('line', (line) => {
      const percent = parseStatus(line);
      if (percent !== undefined) progress?.at(percent / 100, `${Math.round(percent)} %`);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      const end = log.trim().split('\n').slice(-12).join('\n');
      reject(new PrepareError(`apt-get ${args.join(' ')} failed:\n${end}`));
    });
  });
}

/** `pmstatus:libgtk-3-0:42.3:Unpacking …` → 42.3; downloads count as the first third. */
export function parseStatus(line: string): number | undefined {
  const match = /^(dlstatus|pmstatus):[^:]*(?::[^:]+)?:([\d.]+):/.exec(line);
  if (match === null) return undefined;
  const percent = Number(match[2]);
  return match[1] === 'dlstatus' ? percent / 3 : 100 / 3 + (percent * 2) / 3;
}
