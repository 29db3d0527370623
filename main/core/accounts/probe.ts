import { AppError } from '../../../shared/errors.ts';
import { directions, type DirectionState } from '../../../shared/model.ts';
import { ProviderFailure, type Connection } from '../../providers/provider.ts';
import { assertMay } from '../agents.ts';
import type { Desk } from '../desk.ts';
import { directionsOf, learnDirection } from './directions.ts';

/** Tries each direction of an account; what can't be tried unseen goes on working if it did. Throws in the network's words. */
export const probeAccount = async (
  desk: Desk,
  accountId: string,
  connection: Connection | undefined,
): Promise<DirectionState[]> => {
  assertMay(desk, 'account.manage');
  if (!connection) throw new AppError('auth', 'This account is not signed in. Re-authorise it first.');
  for (const direction of directions) {
    const { state, reason } = await connection.probe(direction).catch(inDeskWords);
    const known = directionsOf(desk.db, accountId).find((one) => one.direction === direction);
    // A refusal of before may be over: permissions are given anew at the network.
    if (state === 'unknown' && known?.state === 'works') continue;
    learnDirection(desk, accountId, direction, state, reason);
  }
  return directionsOf(desk.db, accountId);
};

const inDeskWords = (error: unknown): never => {
  if (!(error instanceof ProviderFailure)) throw error;
  throw new AppError(error.kind, error.message, error.retryAt ?? undefined);
};
