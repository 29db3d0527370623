import type { SearchAnswer } from '../../../shared/api/search.ts';
import type { AgentId } from '../../../shared/ids.ts';
import type { Said } from '../../../shared/replay/story.ts';
import { directOf, type Looks } from './looks.ts';

/** The words of direct messages that a search shows are seen by whoever searched. */
export const sawFound = (looks: Looks, who: AgentId, answer: SearchAnswer | null): void => {
  for (const { threadId, hits } of answer?.threads ?? []) {
    const shown = hits.filter(({ message }) => message?.kind === 'dm' && message.gone === null);
    looks.saw(who, 'found', { threadId, ids: shown.map(({ id }) => id) });
  }
};

/** What a replay shows of direct messages is seen by whoever replays. */
export const sawReplayed = (looks: Looks, who: AgentId, said: readonly Said[]): void => {
  const messages = said.map(({ message }) => message);
  for (const threadId of new Set(messages.map((message) => message.threadId))) {
    if (threadId === null) continue;
    const ids = directOf(messages.filter((message) => message.threadId === threadId));
    looks.saw(who, 'replayed', { threadId, ids });
  }
};
