import { Worker } from 'node:worker_threads';
import type { Keeper } from '../core/keeper.ts';
import type { KeeperData, KeeperSaid } from './keeper-protocol.ts';

/** The first cards come first. */
const restMs = 1500;

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
  let ended: Promise<void> = Promise.resolve();
  const begin = setTimeout(() => {
    const workerData: KeeperData = { file };
    const begun = new Worker(script, { workerData });
    begun.unref();
    begun.on('message', ({ failed }: KeeperSaid) => onTrouble(new Error(failed)));
    begun.on('error', onTrouble);
    ended = new Promise((resolve) => begun.once('exit', () => resolve()));
    worker = begun;
  }, beginAfterMs);
  begin.unref();
  return {
    close() {
      clearTimeout(begin);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker?.postMessage('end');
      worker = undefined;
      return ended;
    },
  };
};
