import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { executable, machineFlags, root } from '../electron.ts';
import { canMeasureMemory, familyOf, memoryOf } from '../processes.ts';

export type Launch = { paintedMs: number; memoryMb: number | null };

/** Long enough for a start's own garbage to be gone and for lazy parts to have come. */
const restMs = 5_000;
const patienceMs = 60_000;

/** Starts a program, waits for its first paint, lets it rest if its memory is asked for, and ends it. */
export const launch = async (
  program: 'desk' | 'empty',
  args: readonly string[],
  measureMemory: boolean,
): Promise<Launch> => {
  const script = path.join(import.meta.dirname, `${program}.cjs`);
  const startedAt = Date.now();
  const child = spawn(executable(), [script, ...machineFlags(), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    const paintedAt = await new Promise<number>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const [, at] = /^painted (\d+)$/.exec(line) ?? [];
        if (at !== undefined) resolve(Number(at));
      });
      child.once('exit', (code) =>
        reject(new Error(`The ${program} window ended before it painted (${code}).`)),
      );
      setTimeout(() => reject(new Error(`The ${program} window has not painted.`)), patienceMs).unref();
    });
    let memoryMb: number | null = null;
    if (measureMemory && canMeasureMemory && child.pid !== undefined) {
      await sleep(restMs);
      memoryMb = memoryOf(familyOf(child.pid));
    }
    return { paintedMs: paintedAt - startedAt, memoryMb };
  } finally {
    child.kill();
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await exited;
    clearTimeout(timer);
  }
};
