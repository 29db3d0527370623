import { z } from 'zod';
import { accountId, agentId, queueId, tagId } from './ids.ts';
import { statuses } from './model.ts';

/**
 * What a column shows: threads for which every part that is given holds. `main/core/columns` compiles it so that an
 * index leads and the rest is looked at row by row; `match.ts` is the same rule for one card.
 */
export const filter = z.object({
  status: z.enum(statuses).optional(),
  isOpen: z.boolean().optional(),
  /** `me` is whoever looks: a column can be handed to a colleague as it is. */
  assignee: z.union([z.enum(['me', 'nobody']), agentId]).optional(),
  /** `none`: no routing rule fits. */
  queue: z.union([z.literal('none'), queueId]).optional(),
  tag: tagId.optional(),
  /** 0 urgent … 3 low. */
  priority: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).optional(),
  account: accountId.optional(),
  /** `direct`: has direct messages; `public`: has none. */
  kind: z.enum(['direct', 'public']).optional(),
  /** Of the newest inbound message, as the network told it. */
  lang: z.string().min(2).max(12).optional(),
  /** Threads with an open question to me. */
  expert: z.enum(['me']).optional(),
  /** Open, and the next deadline is nearer than this or has passed; 0: it has passed. */
  dueWithinMs: z
    .number()
    .int()
    .min(0)
    .max(30 * 24 * 3_600_000)
    .optional(),
  /** A breach is recorded for it: that stays true, whatever came after. */
  isBreached: z.boolean().optional(),
  isUnread: z.boolean().optional(),
  /**
   * What a search of the archive finds (`shared/search`), and nothing else is in this column then. Which threads those are
   * is told by the search alone (`search.column`): for this rule, for counting and for acting on a whole filter it holds none,
   * so that nothing is ever done to threads nobody saw.
   */
  search: z.string().min(1).max(500).optional(),
});
export type Filter = z.infer<typeof filter>;

/** By `sortAt` (since when the customer waits, or last waited), or by the next deadline, soonest first. */
export const order = z.enum(['newest', 'oldest', 'due']);
export type Order = z.infer<typeof order>;

export { compare, matches, sortedBy, type SortKey } from './match.ts';
export { triageColumns } from './presets.ts';

export const columnDefinition = z.object({
  id: z.string().min(1).max(40),
  title: z.string().min(1).max(60),
  filter,
  order,
  /** Pixels; absent: as wide as columns are by default. */
  width: z.number().int().min(240).max(640).optional(),
  /** Absent: comfortable. */
  density: z.enum(['comfortable', 'compact']).optional(),
  /** Stays at the left when the others scroll. */
  isPinned: z.boolean().optional(),
  /** A short tone when something new arrives here; absent: silence. */
  sound: z.object({ tone: z.enum(['soft', 'bright', 'low']), volume: z.number().min(0).max(1) }).optional(),
});
export type ColumnDefinition = z.infer<typeof columnDefinition>;
