import { z } from 'zod';
import type { Attachment, Extras } from '../model.ts';

export const ms = z.number().int();
export const msOrNull = ms.nullable().default(null);
export const textOrNull = z.string().nullable().default(null);

/** What a message carries, as the network told it: a reference, never the bytes. */
export const attachment: z.ZodType<Attachment> = z.object({
  kind: z.enum(['photo', 'video', 'gif', 'other']),
  url: z.string().nullable(),
  altText: z.string().nullable(),
});

export const extras: z.ZodType<Extras> = z.object({
  poll: z
    .object({
      options: z.array(z.object({ label: z.string(), votes: z.number() })),
      endsAt: z.number().nullable(),
    })
    .nullable(),
  cards: z.array(z.object({ url: z.string(), title: z.string(), description: z.string() })),
  quoted: z
    .object({
      remoteId: z.string(),
      handle: z.string().nullable(),
      text: z.string().nullable(),
      createdAt: z.number().nullable(),
    })
    .nullable(),
});
