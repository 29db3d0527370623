import { AppError } from '../../../shared/errors.ts';
import type { CallId } from '../../../shared/ids.ts';
import type { Desk } from '../desk.ts';
import { beginCall, neverBegan } from './call.ts';
import { getEscalation } from './rows.ts';

/** How a number reaches the telephone on the agent's desk; rejects when the machine knows no such program. */
export type Softphone = (number: string) => Promise<void>;

/** Records the attempt, then dials it. A call that could not even be handed over is taken out again. */
export const dial = async (
  desk: Desk,
  softphone: Softphone,
  escalationId: string,
): Promise<{ callId: CallId }> => {
  const before = getEscalation(desk.db, escalationId);
  const { callId, number } = beginCall(desk, escalationId);
  try {
    await softphone(number);
  } catch {
    neverBegan(desk, callId, before);
    throw new AppError(
      'not-allowed',
      'No program on this machine took the call. Set up a softphone for telephone links, then dial again.',
    );
  }
  return { callId };
};
