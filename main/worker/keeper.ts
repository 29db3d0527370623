import { parentPort, workerData as given } from 'node:worker_threads';
import { openKeeper } from '../db/open.ts';
import { keeperData } from './keeper-protocol.ts';

// The thread that carries what was committed from the log into the database, which else stopped the desk for 50 ms and
// more every four thousand pages. It stops nobody: a passive checkpoint waits for no reader and no writer.
const { file } = keeperData.parse(given);
const db = openKeeper(file);
let seen: unknown;

/** Often enough that a burst of 200 messages a second never fills the log up to where the desk does this itself. */
const everyMs = 1000;

const timer = setInterval(() => {
  const version: unknown = db.pragma('data_version', { simple: true });
  if (version === seen) return;
  seen = version;
  db.pragma('wal_checkpoint(PASSIVE)');
}, everyMs);

parentPort?.once('message', () => {
  clearInterval(timer);
  db.close();
});
