import { z } from 'zod';

/** What is needed must be right; everything else may be missing or odd without costing the message. */
export const id = z.string().regex(/^(?:0|[1-9]\d{0,18})$/);

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** The entries that can be read, up to `cap`; the others are left out. */
const listOf = <T extends z.ZodType>(schema: T, cap = 1000) =>
  z
    .unknown()
    .optional()
    .transform((value): z.output<T>[] => {
      if (!Array.isArray(value)) return [];
      return value.slice(0, cap).flatMap((entry: unknown) => {
        const read = schema.safeParse(entry);
        return read.success ? [read.data] : [];
      });
    });

const time = z
  .string()
  .transform((text) => Date.parse(text))
  .refine((ms) => Number.isFinite(ms));

const mention = z.object({ id: optional(id), username: optional(z.string()) });
const link = z.object({
  url: optional(z.string()),
  expanded_url: optional(z.string()),
  unwound_url: optional(z.string()),
  title: optional(z.string()),
  description: optional(z.string()),
});
const entities = z.object({ mentions: listOf(mention), urls: listOf(link, 100) });
const attachments = z.object({ media_keys: listOf(z.string()), poll_ids: listOf(z.string(), 4) });

export const post = z.object({
  id,
  text: z.string(),
  author_id: id,
  created_at: time,
  conversation_id: optional(id),
  in_reply_to_user_id: optional(id),
  referenced_tweets: listOf(z.object({ type: z.string(), id })),
  edit_history_tweet_ids: listOf(id),
  entities: optional(entities),
  attachments: optional(attachments),
  lang: optional(z.string().max(35)),
  note_tweet: optional(z.object({ text: z.string().min(1), entities: optional(entities) })),
});

export const direct = z.object({
  id,
  text: optional(z.string()),
  sender_id: id,
  created_at: time,
  dm_conversation_id: optional(z.string().max(100)),
  attachments: optional(attachments),
});

export const user = z.object({
  id,
  name: z.string().catch(''),
  username: z.string().min(1),
  public_metrics: optional(z.object({ followers_count: optional(z.number().int().nonnegative()) })),
});

export const media = z.object({
  media_key: z.string(),
  type: z.string(),
  url: optional(z.string()),
  preview_image_url: optional(z.string()),
  alt_text: optional(z.string()),
});

export const poll = z.object({
  id: z.string(),
  options: listOf(
    z.object({
      label: z.string(),
      votes: optional(z.number().int().nonnegative()),
      position: optional(z.number()),
    }),
    10,
  ),
  end_datetime: optional(time),
});

export const meta = z.object({
  newest_id: optional(id),
  oldest_id: optional(id),
  next_token: optional(z.string().min(1).max(500)),
});
