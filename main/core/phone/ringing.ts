import type { EventName, Events } from '../../../shared/api.ts';
import type { IncomingCall } from '../../../shared/model.ts';
import type { Desk } from '../desk.ts';

/** A telephone that rings longer than this was answered elsewhere, or not at all. */
const ringsMs = 2 * 60_000;

/** Calls that the telephone system announces: told to every window, and kept for one that opens meanwhile. */
export type Ringing = { ring(from: string): Promise<void>; waiting(): IncomingCall | null };

export const createRinging = (
  desk: Desk,
  emit: <N extends EventName>(name: N, payload: Events[N]) => void,
): Ringing => {
  let last: IncomingCall | null = null;
  return {
    async ring(from) {
      last = (await import('./caller.ts')).whoCalls(desk, from);
      emit('call.came', last);
    },
    waiting: () => (last !== null && desk.now() - last.at < ringsMs ? last : null),
  };
};
