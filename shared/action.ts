import { z } from 'zod';
import { agentId, queueId, tagId } from './ids.ts';

/** Why a thread is no work. */
export const noActionReasons = ['spam', 'banter', 'answered-by-another', 'not-for-us', 'duplicate'] as const;
/** Why a thread is done; `answered` where nothing else is said. */
export const resolveReasons = ['answered', 'solved', 'moved-to-phone', 'no-reply', 'other'] as const;

/** What can be done with a thread itself, whoever has it and whatever queue it is in. */
export const threadAction = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('priority'),
    priority: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  }),
  z.object({ do: z.literal('tag'), add: z.array(tagId).max(50), remove: z.array(tagId).max(50) }),
  /** Null: until the customer writes again. */
  z.object({ do: z.literal('snooze'), until: z.number().int().nullable() }),
  z.object({ do: z.literal('wake') }),
  z.object({ do: z.literal('resolve'), reason: z.enum(resolveReasons) }),
  z.object({ do: z.literal('no-action'), reason: z.enum(noActionReasons) }),
  z.object({ do: z.literal('unread') }),
]);
export type ThreadAction = z.infer<typeof threadAction>;

/** What can be done with one thread and with ten thousand alike: one schema for keys, menus, drops and bulk. */
export const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('assign'), to: agentId.nullable() }),
  z.object({ do: z.literal('queue'), queueId: queueId.nullable() }),
  ...threadAction.options,
]);
export type Action = z.infer<typeof action>;
