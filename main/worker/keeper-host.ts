import { Worker } from 'node:worker_threads';
import type { Keeper } from '../core/keeper.ts';
import type { KeeperData, KeeperSaid } from './keeper-protocol.ts';

/** The first cards come first. */
const restMs = 1500;
/** A checkpoint under way is waited for so long. */
const patienceMs = 1000;

/**
 * A thread for as long as the desk is open. Should it end before, the desk checkpoints by itself, seldom, and what is new
 * can be found after the next start.
 */
export const createKeeper = (
  file: string,
  script: string | URL,
  onTrouble: (error: unknown) => void,
  beginAfterMs = restMs,
): Keeper => {
  let worker: Worker | undefined;
  const begin = setTimeout(() => {
    const workerData: KeeperData = { file };
    worker = new Worker(script, { workerData });
    worker.unref();
    worker.on('message', ({ failed }: KeeperSaid) => onTrouble(new Error(failed)));
    worker.on('error', onTrouble);
    worker.on('exit', () => (worker = undefined));
  }, beginAfterMs);
  begin.unref();
  return {
    async close() {
      clearTimeout(begin);
      const ending = worker;
      if (!ending) return;
      const ended = new Promise((resolve) => ending.once('exit', resolve));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      ending.postMessage('end');
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
    },
  };
};
