import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import type { LongWorks, Watch, WorkAnswer, WorkInput, WorkName } from '../core/jobs/long.ts';
import type { LongData, LongSaid } from './long-protocol.ts';

/** A thread for each work, from its beginning to its end. */
export const createLongHost = (file: string, script: string | URL): LongWorks => {
  const running = new Set<Worker>();
  return {
    run: <N extends WorkName>(
      name: N,
      input: WorkInput<N>,
      { report = () => {}, signal }: Watch = {},
    ): Promise<WorkAnswer<N>> =>
      new Promise((resolve, reject) => {
        const stop = new SharedArrayBuffer(4);
        const workerData: LongData = { file, stop, name, input };
        const worker = new Worker(script, { workerData });
        running.add(worker);
        const end = (): void => {
          Atomics.store(new Int32Array(stop), 0, 1);
        };
        signal?.addEventListener('abort', end, { once: true });
        if (signal?.aborted) end();
        let settle = (code: number): void => reject(new Error(`a long work (${name}) ended with ${code}`));
        worker.on('message', (said: LongSaid) => {
          if ('done' in said) report(said.done, said.of);
          else if ('failed' in said) settle = () => reject(failureOf(said));
          else settle = () => resolve(said.answer as WorkAnswer<N>);
        });
        worker.on('error', (error) => (settle = () => reject(error)));
        // Only now: whoever has the answer may move the file, and nobody has it open any more.
        worker.on('exit', (code) => {
          running.delete(worker);
          signal?.removeEventListener('abort', end);
          settle(code);
        });
      }),
    async close() {
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
};

const failureOf = ({ code, failed }: Extract<LongSaid, { failed: string }>): Error =>
  code === null ? new Error(failed) : new AppError(code, failed);
