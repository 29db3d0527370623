import type { AgentId } from '../../../shared/ids.ts';
import type { IncomingCall } from '../../../shared/model.ts';
import { newId, type Desk } from '../desk.ts';
import type { Ring } from './caller.ts';

/** A telephone that rings longer than this was answered elsewhere, or not at all. */
const ringsMs = 2 * 60_000;
/** So many calls are remembered, and no longer than the program runs. */
const remembered = 200;

/** The call as one person may see it. */
type CallFor = (who: AgentId) => IncomingCall;

/** Tells the window in front; false when there is none that could hear it yet. */
export type Tell = (callFor: CallFor) => boolean;

/** Calls that the telephone system announces: to the one window in front, or to the first that opens meanwhile. */
export type Ringing = {
  ring(from: string, tell: Tell): Promise<void>;
  waiting(who: AgentId): IncomingCall | null;
};

export const createRinging = (desk: Desk): Ringing => {
  let untold: { ring: Ring; callFor: CallFor } | null = null;
  let rung: Ring[] = [];
  return {
    async ring(from, tell) {
      const rangAt = rung.filter((other) => other.from === from).map(({ at }) => at);
      const ring: Ring = { id: newId(desk), at: desk.now(), from, rangAt };
      rung = [...rung, ring].slice(-remembered);
      const { whoCalls } = await import('./caller.ts');
      const callFor: CallFor = (me) => whoCalls({ db: desk.db, me }, ring);
      untold = tell(callFor) ? null : { ring, callFor };
    },
    waiting(who) {
      const call = untold;
      untold = null;
      return call !== null && desk.now() - call.ring.at < ringsMs ? call.callFor(who) : null;
    },
  };
};
