import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import type { LongWorks, WorkAnswer, WorkInput, WorkName } from '../core/jobs/long.ts';
import type { LongData, LongSaid } from './long-protocol.ts';

/** A thread for each work, from its beginning to its end. */
export const createLongHost = (file: string, script: string | URL): LongWorks => ({
  run: <N extends WorkName>(
    name: N,
    input: WorkInput<N>,
    {
      report = () => {},
      signal,
    }: { report?(done: number, of: number | null): void; signal?: AbortSignal } = {},
  ) =>
    new Promise<WorkAnswer<N>>((resolve, reject) => {
      const stop = new SharedArrayBuffer(4);
      const workerData: LongData = { file, stop, name, input };
      const worker = new Worker(script, { workerData });
      const end = (): void => {
        Atomics.store(new Int32Array(stop), 0, 1);
      };
      signal?.addEventListener('abort', end, { once: true });
      if (signal?.aborted) end();
      worker.on('message', (said: LongSaid) => {
        if ('done' in said) report(said.done, said.of);
        else if ('failed' in said)
          reject(said.code === null ? new Error(said.failed) : new AppError(said.code, said.failed));
        else resolve(said.answer as WorkAnswer<N>);
      });
      worker.on('error', reject);
      worker.on('exit', (code) => {
        signal?.removeEventListener('abort', end);
        // Has no effect after an answer.
        reject(new Error(`a long work (${name}) ended with ${code}`));
      });
    }),
});
