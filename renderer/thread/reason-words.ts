import type { ThreadAction } from '../../shared/action.ts';

type ResolveReason = Extract<ThreadAction, { do: 'resolve' }>['reason'];
type NoActionReason = Extract<ThreadAction, { do: 'no-action' }>['reason'];

/** Why it is done; in the order in which they are offered. */
export const resolveWords: Record<ResolveReason, string> = {
  answered: 'Answered',
  solved: 'Solved, the customer says so',
  'moved-to-phone': 'Moved to the phone',
  'no-reply': 'The customer no longer replies',
  other: 'Another reason',
};

/** Why it is no work. */
export const noActionWords: Record<NoActionReason, string> = {
  spam: 'Spam',
  banter: 'Banter',
  'answered-by-another': 'Answered by another customer',
  'not-for-us': 'Not for us',
  duplicate: 'Said already in another thread',
};

const all: Readonly<Record<string, string>> = { ...resolveWords, ...noActionWords };

/** The reason of a closed thread, as it is shown beside its status; null where it says nothing more. */
export const reasonWords = (reason: string | null): string | null =>
  reason === null || reason === 'answered' ? null : (all[reason]?.toLowerCase() ?? null);
