import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder } from './cache.ts';
import { say } from './say.ts';

/**
 * Two starts at once do a step once: the second waits. The lock is a file holding its owner's process
 * id; a file whose owner is gone (killed) is taken over.
 */
export async function withLock<T>(name: string, run: () => Promise<T>, folder = cacheFolder()): Promise<T> {
  const file = path.join(folder, `${name}.lock`);
  mkdirSync(folder, { recursive: true });
  let isTold = false;
  while (!tryTake(file)) {
    if (!isTold) say(`Another start is at "${name}"; waiting for it …`);
    isTold = true;
    await sleep(500);
  }
  const release = (): void => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await run();
  } finally {
    process.off('exit', release);
    release();
  }
}

function tryTake(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (isOwnerGone(file)) rmSync(file, { force: true });
  return false;
}

function isOwnerGone(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // Between creation and writing the file is empty for a moment: give its owner time.
    if (!Number.isInteger(pid) || pid <= 0) return Date.now() - statSync(file).mtimeMs > 5000;
    return !isAlive(pid);
  } catch {
    return false; // released just now
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
