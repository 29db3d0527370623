import { z } from 'zod';
import { agentId, noteId, threadId } from '../ids.ts';
import { gives, request, textCap, type Changed } from './request.ts';

/** What colleagues leave for each other. */
export const noteRequests = {
  'note.add': request(
    z.object({
      threadId,
      /** The thread, or its customer whatever the thread. */
      about: z.enum(['thread', 'customer']),
      text: z.string().trim().min(1).max(textCap),
      mentions: z.array(agentId).max(50).default([]),
    }),
    gives<Changed>(),
  ),
  'note.remove': request(z.object({ id: noteId }), gives<Changed>()),
};
