import { parentPort, workerData as given } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import { runWork } from '../core/jobs/long.ts';
import { openReader } from '../db/open.ts';
import { longData, type LongSaid } from './long-protocol.ts';

// A thread for one long work: it ends with it.
const { file, stop, name, input } = longData.parse(given);
const stopped = new Int32Array(stop);

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
const say = (said: LongSaid): void => parentPort?.postMessage(said);

/** As often as it is worth the way between two threads. */
const everyMs = 100;
let said = 0;

const run = async (): Promise<void> => {
  const db = openReader(file);
  try {
    const answer: unknown = await runWork(db, name, input as never, {
      goesOn: () => Atomics.load(stopped, 0) === 0,
      report: (done, of) => {
        if (performance.now() - said < everyMs) return;
        said = performance.now();
        say({ done, of });
      },
    });
    say({ answer });
  } catch (error) {
    if (error instanceof AppError) say({ code: error.code, failed: error.message });
    else say({ code: null, failed: error instanceof Error ? error.message : String(error) });
  } finally {
    db.close();
  }
};

void run();
