import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { hasDisplay } from '../prepare/linux-libraries.ts';
import { PrepareError } from '../prepare/say.ts';

/** The screen windows open on: the real one, or a virtual one that `stop` ends. */
export type Display = { isVirtual: boolean; env: NodeJS.ProcessEnv; stop: () => void };

export async function openDisplay(): Promise<Display> {
  if (hasDisplay()) return { isVirtual: false, env: {}, stop: () => undefined };
  // It picks a free number itself and tells it on descriptor 3. In a group of its own, so that Ctrl+C
  // in a terminal does not take the screen away from a window that is still closing.
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const stop = (): void => void xvfb.kill();
  process.once('exit', stop);
  const number = await new Promise<string>((resolve, reject) => {
    xvfb.once('error', reject);
    xvfb.once('exit', (code) => reject(new PrepareError(`The virtual display ended at once (${code}).`)));
    (xvfb.stdio[3] as Readable).once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
  xvfb.removeAllListeners('exit');
  xvfb.unref();
  (xvfb.stdio[3] as Readable & { unref?: () => void }).unref?.();
  return { isVirtual: true, env: { DISPLAY: `:${number}` }, stop };
}

/** Chromium's own sandbox cannot run for root; the renderer's sandbox flag stays on. */
export function sandboxFlags(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
