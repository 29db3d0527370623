import { z } from 'zod';
import { accountId, tagId } from './ids.ts';
import { sentiments, type Sentiment } from './model/queue.ts';

const some = <T extends z.ZodType>(one: T) => z.array(one).min(1).max(200).optional();

export type { Sentiment };

/**
 * Which threads are meant, for routing and for SLA policies. A thread fits when every part that is given holds; a part
 * with several values holds when one of them does. An empty rule fits everything.
 */
export const rule = z.object({
  accounts: some(accountId),
  kinds: some(z.enum(['post', 'dm'])),
  /**
   * Words, phrases, #tags, @handles or emoji in the customer's first message (of the thread, or since it was closed last);
   * case and diacritics folded; whole words, except in scripts without spaces between them.
   */
  words: some(z.string().trim().min(1).max(80)),
  /** None of these may be in it. */
  notWords: some(z.string().trim().min(1).max(80)),
  /** As the network tells them: `en`, `pl`. */
  languages: some(z.string().trim().min(2).max(12)),
  /** Any thread of this customer has one of these tags. */
  customerTags: some(tagId),
  sentiments: some(z.enum(sentiments)),
  priorities: some(z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])),
});
export type Rule = z.infer<typeof rule>;
