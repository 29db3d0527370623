import { parentPort, workerData as given } from 'node:worker_threads';
import { indexSome, isBehind } from '../core/search/indexing.ts';
import { openKeeper } from '../db/open.ts';
import { keeperData, type KeeperSaid } from './keeper-protocol.ts';

// The thread that does what else would stop the desk for a moment again and again (ADR 32): it indexes what was said, a few
// texts in a transaction, and carries what was committed from the log into the database by a checkpoint that waits for nobody.
const { file } = keeperData.parse(given);
const db = openKeeper(file);

const lookMs = 20;
const checkpointMs = 1000;
/** So many texts a turn, and so many pages of the index merged after: about five milliseconds in which the desk can't write. */
const perTurn = 16;
const pagesPerTurn = 10;
/** While others write, the desk and its window need the machine; so long after the last of it they do not. */
const busyMs = 1000;
const apartMs = { busy: 70, quiet: 15 };
/** A full disk, a file that is damaged: said each time, and tried again. */
const againMs = 30_000;

let seen: unknown;
let changedAt = -Infinity;
let indexAt = 0;
let checkpointAt = 0;
let mayBeBehind = true;
let isDirty = true;

const look = (): void => {
  const now = performance.now();
  const version: unknown = db.raw.pragma('data_version', { simple: true });
  if (version !== seen) {
    if (seen !== undefined) changedAt = now;
    seen = version;
    mayBeBehind = isDirty = true;
  }
  if (mayBeBehind && now >= indexAt) {
    if (isBehind(db)) {
      indexSome(db, perTurn, pagesPerTurn);
      isDirty = true;
      indexAt = performance.now() + (now - changedAt < busyMs ? apartMs.busy : apartMs.quiet);
    } else mayBeBehind = false;
  }
  if (isDirty && now >= checkpointAt) {
    db.raw.pragma('wal_checkpoint(PASSIVE)');
    isDirty = false;
    checkpointAt = now + checkpointMs;
  }
};

const turn = (): void => {
  try {
    look();
  } catch (error) {
    indexAt = checkpointAt = performance.now() + againMs;
    const said: KeeperSaid = { failed: error instanceof Error ? error.message : 'unknown' };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort?.postMessage(said);
  }
};
const timer = setInterval(turn, lookMs);

parentPort?.once('message', () => {
  clearInterval(timer);
  db.close();
});
