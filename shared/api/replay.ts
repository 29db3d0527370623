import { z } from 'zod';
import { messageId, threadId } from '../ids.ts';
import type { Said, Story } from '../replay/story.ts';
import { saidCap } from './replay-cap.ts';
import { gives, request } from './request.ts';

/** A thread as it happened. */
export const replayRequests = {
  'thread.replay': request(z.object({ threadId }), gives<Story>()),
  /** What was said, a part at a time: what is not there any more is left out. */
  'thread.replaySaid': request(z.object({ ids: z.array(messageId).max(saidCap) }), gives<Said[]>()),
};
