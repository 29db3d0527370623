import { parentPort, workerData as given } from 'node:worker_threads';
import { createSearch } from '../core/search/search.ts';
import { deadlineMs } from '../core/search/searching.ts';
import { openReader } from '../db/open.ts';
import { job, workerData, type Done } from './protocol.ts';

// The thread for what takes long: it reads on a connection of its own, and writes nothing.
const { file, stop } = workerData.parse(given);
const stopped = new Int32Array(stop);
const search = createSearch(openReader(file));

const run = (raw: unknown): Done => {
  const { id, search: asked } = job.parse(raw);
  const end = performance.now() + deadlineMs;
  const goesOn = (): boolean => Atomics.load(stopped, 0) !== id && performance.now() < end;
  try {
    return { id, answer: search(asked, goesOn) };
  } catch (error) {
    // Without the text that was looked for.
    return { id, failed: error instanceof Error ? error.message : 'unknown' };
  }
};

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.on('message', (raw) => parentPort?.postMessage(run(raw)));
