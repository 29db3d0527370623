import { z } from 'zod';
import { threadId, uploadId } from '../ids.ts';
import type { Ms } from '../model.ts';
import { gives, request } from './request.ts';

/** What was written before: a text that was lost by a slip is found again. */
export const draftRequests = {
  /** My earlier texts of one draft, the newest first; empty ones are left out. */
  'draft.versions': request(
    z.object({ threadId, kind: z.enum(['post', 'dm', 'note']) }),
    gives<DraftVersion[]>(),
  ),
  /** The bytes of what I attached, to show it. */
  'upload.read': request(z.object({ id: uploadId }), gives<Uint8Array>()),
};

export type DraftVersion = { version: number; text: string; savedAt: Ms };
