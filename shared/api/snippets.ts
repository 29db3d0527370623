import { z } from 'zod';
import { snippetId, threadId } from '../ids.ts';
import type { Ms, Snippet } from '../model.ts';
import { gives, request, text, type Changed } from './request.ts';

/** Another answer that says nearly the same. */
export type Alike = {
  /** 0 to 1. */
  likeness: number;
  text: string;
  /** Initials of who wrote it. */
  by: string;
  /** Of the customer it went to, without @. */
  handle: string;
  at: Ms;
};

export const snippetRequests = {
  /** `id` null: a new one. */
  'snippet.save': request(
    z.object({
      id: snippetId.nullable(),
      name: z.string().trim().min(1).max(60),
      kind: z.enum(['fact', 'opening']),
      text: z.string().trim().min(1).max(2000),
      /** BCP 47, as networks tell it; null: for every customer. */
      lang: z.string().trim().min(2).max(20).nullable(),
    }),
    gives<Snippet>(),
  ),
  'snippet.remove': request(z.object({ id: snippetId }), gives<Changed>()),
  /** What a colleague wrote lately that this text is too much like; null: nothing is. */
  'message.likeness': request(
    z.object({ threadId, kind: z.enum(['post', 'dm']), text }),
    gives<Alike | null>(),
  ),
};
