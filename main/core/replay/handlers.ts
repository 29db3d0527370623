import type { replayRequests } from '../../../shared/api/replay.ts';
import { sawReplayed } from '../audit/found.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import type { Surroundings } from '../handlers.ts';
import { saidOf } from './said.ts';
import { tellStory } from './tell.ts';

export const replayHandlers = (
  { db, me }: Desk,
  { looks }: Pick<Surroundings, 'looks'>,
): Pick<Handlers, keyof typeof replayRequests> => ({
  'thread.replay': ({ threadId }) => tellStory(db, threadId),
  'thread.replaySaid': ({ ids }) => {
    const said = saidOf(db, ids);
    sawReplayed(looks, me, said);
    return said;
  },
});
