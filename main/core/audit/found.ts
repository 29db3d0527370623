import type { SearchAnswer } from '../../../shared/api/search.ts';
import type { AgentId, ThreadId } from '../../../shared/ids.ts';
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
  const threads = Map.groupBy(said, ({ message }) => message.threadId);
  for (const [threadId, all] of threads) {
    if (threadId === null) continue;
    const ids = directOf(all.map(({ message }) => message));
    looks.saw(who, 'replayed', { threadId: threadId as ThreadId, ids });
  }
};
