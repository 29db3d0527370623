import type { AccountDirection } from '../../../shared/model.ts';
import { ProviderFailure, type Probe } from '../provider.ts';
import type { Call } from './api.ts';
import { directQuery } from './fields.ts';
import { missingScopes, type Session } from './session.ts';

type Trial = {
  /** What the person must have allowed. */
  scopes: readonly string[];
  call(session: Session): Call;
};

const minuteMs = 60_000;

/**
 * Nobody sees these. Reading asks for what almost never exists (mentions of the last minute, people who joined a chat), for what
 * is read costs money. Writing sends a message without any content, which X must refuse: only the way it refuses tells something.
 */
const trials: Record<AccountDirection, Trial> = {
  'read-posts': {
    scopes: ['tweet.read', 'users.read'],
    call: ({ me, settings }) => ({
      method: 'GET',
      path: `users/${me.remoteId}/mentions`,
      query: {
        max_results: '5',
        start_time: new Date(settings.now() - minuteMs).toISOString().replace(/\.\d+Z$/, 'Z'),
      },
    }),
  },
  'read-directs': {
    scopes: ['dm.read'],
    call: ({ settings }) => ({
      method: 'GET',
      path: 'dm_events',
      query: { ...directQuery[settings.vocabulary], event_types: 'ParticipantsJoin', max_results: '1' },
    }),
  },
  'write-posts': { scopes: ['tweet.write'], call: () => ({ method: 'POST', path: 'tweets', body: {} }) },
  'write-directs': {
    scopes: ['dm.write'],
    call: ({ me }) => ({
      method: 'POST',
      path: `dm_conversations/with/${me.remoteId}/messages`,
      body: { attachments: [] },
    }),
  },
};

export const probe = async (session: Session, direction: AccountDirection): Promise<Probe> => {
  const { scopes, call } = trials[direction];
  const missing = await missingScopes(session, scopes);
  if (missing.length > 0) {
    return {
      state: 'refused',
      reason: `The permission ${missing.join(', ')} was not given when signing in.`,
    };
  }
  try {
    await session.api(call(session));
    return { state: 'works', reason: null };
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    return judged(error, direction.startsWith('write'));
  }
};

const judged = (failure: ProviderFailure, isWriting: boolean): Probe => {
  switch (failure.kind) {
    case 'auth':
      return { state: 'refused', reason: failure.message };
    case 'rate-limited':
      return { state: 'unknown', reason: failure.message };
    case 'rejected':
    case 'gone':
      return isWriting
        ? { state: 'unknown', reason: 'The permission is given; the first message that is sent will tell.' }
        : { state: 'refused', reason: failure.message };
    case 'network':
    case 'unknown-outcome':
      throw failure;
  }
};
