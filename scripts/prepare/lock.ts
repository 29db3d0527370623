import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder } from './cache.ts';
import { say } from './say.ts';

const heartbeatMs = 10_000;
const silentMs = 60_000;

/**
 * Two starts at once do a step once: the second waits. The lock is a file holding its owner's process
 * id, touched while the owner works. It is taken over when that process is gone, or silent: in a cache
 * shared by containers the same number may be somebody else's.
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
  const heart = setInterval(() => touch(file), heartbeatMs).unref();
  const release = (): void => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await run();
  } finally {
    clearInterval(heart);
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
    if (Date.now() - statSync(file).mtimeMs > silentMs) return true;
    // Between creation and writing the file is empty for a moment.
    return pid > 0 && !isAlive(pid);
  } catch {
    return false; // released just now
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // taken over while this machine slept: the work is published atomically anyway
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
