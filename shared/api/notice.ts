import { z } from 'zod';
import { threadId } from '../ids.ts';
import { gives, request } from './request.ts';

/** One occasion: said once to one person, however many windows they have. */
const tag = z.string().min(1).max(300);

/** What is said outside the window. */
export const noticeRequests = {
  'notice.show': request(
    z.object({
      tag,
      title: z.string().min(1).max(120),
      body: z.string().max(300),
      /** Opened by a press on it; null: only the window comes forward. */
      threadId: threadId.nullable(),
    }),
    gives<null>(),
  ),
  'notice.cancel': request(z.object({ tags: z.array(tag).min(1).max(50) }), gives<null>()),
};
