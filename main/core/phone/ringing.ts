import type { IncomingCall } from '../../../shared/model.ts';
import type { Desk } from '../desk.ts';

/** A telephone that rings longer than this was answered elsewhere, or not at all. */
const ringsMs = 2 * 60_000;

/** Tells the window in front; false when there is none that could hear it yet. */
export type Tell = (call: IncomingCall) => boolean;

/** Calls that the telephone system announces: to the one window in front, or to the first that opens meanwhile. */
export type Ringing = { ring(from: string, tell: Tell): Promise<void>; waiting(): IncomingCall | null };

export const createRinging = (desk: Desk): Ringing => {
  let untold: IncomingCall | null = null;
  return {
    async ring(from, tell) {
      const call = (await import('./caller.ts')).whoCalls(desk, from);
      untold = tell(call) ? null : call;
    },
    waiting() {
      const call = untold;
      untold = null;
      return call !== null && desk.now() - call.at < ringsMs ? call : null;
    },
  };
};
