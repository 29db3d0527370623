import { Worker } from 'node:worker_threads';
import type { SearchAnswer } from '../../shared/api/search.ts';
import { AppError } from '../../shared/errors.ts';
import type { Search } from '../core/search/search.ts';
import type { Searching } from '../core/search/searching.ts';
import type { Done, Job, WorkerData } from './protocol.ts';

/** A thread costs memory from its first moment: it ends when nobody has searched for so long. */
const idleMs = 5 * 60_000;

type Waiting = Job & {
  key: string;
  resolve(answer: SearchAnswer | null): void;
  reject(error: unknown): void;
};

/**
 * Runs searches in a thread, one after the other, begun with the first one. A later search with the same key takes the
 * place of an earlier one: what waits is dropped, what runs is told to stop. Those nobody waits for come last, and one of
 * them is told to stop when somebody comes.
 */
export const createSearchHost = (file: string, script: string | URL): Searching => {
  const stop = new SharedArrayBuffer(4);
  const stopped = new Int32Array(stop);
  let worker: Worker | undefined;
  let running: Waiting | undefined;
  let waiting: Waiting[] = [];
  let lastId = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  const next = (): void => {
    if (running) return;
    running = waiting.shift();
    clearTimeout(idle);
    if (!running) {
      idle = setTimeout(() => void end(), idleMs);
      idle.unref();
      return;
    }
    worker ??= begin();
    const { id, search } = running;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage({ id, search } satisfies Job);
  };

  const begin = (): Worker => {
    const workerData: WorkerData = { file, stop };
    const begun = new Worker(script, { workerData });
    begun.unref();
    begun.on('message', (done: Done) => {
      const job = running;
      if (job?.id !== done.id) return;
      running = undefined;
      if ('failed' in done) job.reject(broken(done.failed));
      else job.resolve(Atomics.load(stopped, 0) === job.id ? null : done.answer);
      next();
    });
    const died = (why: string): void => {
      if (worker !== begun) return;
      worker = undefined;
      running?.reject(broken(why));
      running = undefined;
      next();
    };
    begun.on('error', (error) => died(String(error)));
    begun.on('exit', (code) => died(`ended with ${code}`));
    return begun;
  };

  const end = async (): Promise<void> => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };

  return {
    run: (search: Search, key) =>
      new Promise((resolve, reject) => {
        for (const job of waiting) if (job.key === key) job.resolve(null);
        waiting = waiting.filter((job) => job.key !== key);
        const isInTheWay = running?.search.isAside === true && search.isAside !== true;
        if (running && (running.key === key || isInTheWay)) Atomics.store(stopped, 0, running.id);
        const job = { id: (lastId += 1), search, key, resolve, reject };
        const asides = waiting.findIndex((other) => other.search.isAside === true);
        if (search.isAside === true || asides < 0) waiting.push(job);
        else waiting.splice(asides, 0, job);
        next();
      }),
    async close() {
      clearTimeout(idle);
      for (const job of [...waiting, ...(running ? [running] : [])]) job.resolve(null);
      waiting = [];
      running = undefined;
      await end();
    },
  };
};

const broken = (why: string): AppError =>
  new AppError(
    'internal',
    `The search ended before it had an answer (${why}). Nothing was changed; search again.`,
  );
