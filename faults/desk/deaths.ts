import { appendFileSync } from 'node:fs';
import { failpoints } from '../../main/core/failpoint.ts';
import type { Connection } from '../../main/providers/provider.ts';
import type { Death } from './order.ts';

/** These lives erase nobody and import nothing: kills there are tried beside the rooms themselves. */
const begunByHand = /^(?:erase|retention|import|export|backup|restore)\./u;

/** Where a life may end: at every failpoint of the core, and around every call. */
export const points: readonly string[] = [
  ...failpoints.filter((name) => !begunByHand.test(name)),
  ...['before send', 'after send', 'before poll', 'after poll', 'after lookup', 'after sign-in'],
];

export type Passing = (point: string) => void;

/**
 * Ends this process at the chosen point, as a power cut would: with no time to say goodbye. Where it died is written to
 * `tombstones`, a line for each.
 */
export const dyingAt =
  (death: Death | null, tombstones: string): Passing =>
  (point) => {
    if (death === null || death.at !== point) return;
    death.afterPassing -= 1;
    if (death.afterPassing >= 0) return;
    appendFileSync(tombstones, `${point}\n`);
    process.kill(process.pid, 'SIGKILL');
  };

/** The same connection, passing a point before and after every call. */
export const watched = (connection: Connection, pass: Passing): Connection => ({
  ...connection,
  async send(item) {
    pass('before send');
    try {
      return await connection.send(item);
    } finally {
      pass('after send');
    }
  },
  async poll(stream, cursor, signal) {
    pass('before poll');
    const answer = await connection.poll(stream, cursor, signal);
    pass('after poll');
    return answer;
  },
  async lookup(...asked) {
    const answer = await connection.lookup(...asked);
    pass('after lookup');
    return answer;
  },
});
