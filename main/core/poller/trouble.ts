import type { AccountDirection, Stream } from '../../../shared/model.ts';
import type { ProviderFailure } from '../../providers/provider.ts';

/** Said in a column's head; the window shortens some of them by how they begin (renderer/columns/fresh-words.ts). */
export const troubleOf = (failure: ProviderFailure): string => {
  switch (failure.kind) {
    case 'rate-limited':
      return 'Waiting: the network’s limit for this is used up.';
    case 'auth':
      return `The network refused our sign-in: ${failure.message}`;
    case 'network':
      return `Can’t reach the network: ${failure.message}`;
    case 'rejected':
    case 'gone':
    case 'unknown-outcome':
      return `The network refused this request: ${failure.message}`;
  }
};

/** The network answered; this machine could not keep it. */
export const unkeptWords = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'SQLITE_FULL'
    ? 'The disk is full: what is new on the network can’t be kept. Free some space.'
    : 'What is new on the network could not be kept here.';
};

export const directionOf: Record<Stream, AccountDirection> = {
  mentions: 'read-posts',
  own: 'read-posts',
  direct: 'read-directs',
};
