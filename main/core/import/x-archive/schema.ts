import { z } from 'zod';

const id = z.string().regex(/^\d{1,19}$/u);
const names = z.object({
  user_mentions: z
    .array(
      z.object({
        id_str: z.string().optional(),
        screen_name: z.string().optional(),
        name: z.string().optional(),
      }),
    )
    .optional()
    .catch(undefined),
});

/** `data/tweets.js`: what the brand itself posted. */
export const tweet = z.object({
  tweet: z.object({
    id_str: id,
    created_at: z.string(),
    full_text: z.string(),
    lang: z.string().max(35).optional().catch(undefined),
    in_reply_to_status_id_str: id.optional().catch(undefined),
    in_reply_to_user_id_str: id.optional().catch(undefined),
    in_reply_to_screen_name: z.string().optional().catch(undefined),
    entities: names.optional().catch(undefined),
  }),
});

/** `data/direct-messages.js`: whole conversations; what is no message (somebody joined) has another key. */
export const conversation = z.object({
  dmConversation: z.object({
    conversationId: z.string(),
    messages: z.array(z.record(z.string(), z.unknown())),
  }),
});
export const direct = z.object({
  id,
  senderId: id,
  recipientId: id,
  text: z.string(),
  createdAt: z.string(),
  mediaUrls: z.array(z.string()).optional().catch(undefined),
});

/** `data/account.js`: whose archive it is. */
export const owner = z.object({
  account: z.object({
    accountId: id,
    username: z.string(),
    accountDisplayName: z.string().optional().catch(undefined),
  }),
});
