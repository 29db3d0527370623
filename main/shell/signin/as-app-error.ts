import { AppError } from '../../../shared/errors.ts';
import { ProviderFailure } from '../../providers/provider.ts';

/** A network's failure, in the words of the desk. */
export const asAppError = (error: unknown): never => {
  if (!(error instanceof ProviderFailure)) throw error;
  throw new AppError(error.kind, error.message, error.retryAt ?? undefined);
};
