import type { SearchAnswer } from '../../../shared/api/search.ts';
import type { AgentId } from '../../../shared/ids.ts';
import type { Looks } from './looks.ts';

/** The words of direct messages that a search shows are seen by whoever searched. */
export const sawFound = (looks: Looks, who: AgentId, answer: SearchAnswer | null): void => {
  for (const { threadId, hits } of answer?.threads ?? []) {
    const shown = hits.filter(({ message }) => message?.kind === 'dm' && message.gone === null);
    looks.saw(who, 'found', { threadId, ids: shown.map(({ id }) => id) });
  }
};
