import type { replayRequests } from '../../../shared/api/replay.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import { saidOf } from './said.ts';
import { tellStory } from './tell.ts';

export const replayHandlers = ({ db }: Desk): Pick<Handlers, keyof typeof replayRequests> => ({
  'thread.replay': ({ threadId }) => tellStory(db, threadId),
  'thread.replaySaid': ({ ids }) => saidOf(db, ids),
});
