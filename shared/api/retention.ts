import { z } from 'zod';
import { accountId, threadId, type AccountId, type AgentId, type CustomerId, type ThreadId } from '../ids.ts';
import type { Ms } from '../model.ts';
import { gives, nothing, request } from './request.ts';

const days = z.number().int().min(1).max(36_500).nullable();
const reason = z.string().trim().min(3).max(500);

/** How long a brand keeps what is closed, and what must stay whatever was decided. */
export const retentionRequests = {
  'retention.read': request(nothing, gives<Retention>()),
  'retention.save': request(z.object({ accountId, closedDays: days, directDays: days }), gives<null>()),
  /** What these days would remove now. Changes nothing; it is the judge that removes, too. */
  'retention.preview': request(
    z.object({ accountId, closedDays: days, directDays: days }),
    gives<RetentionPreview>(),
  ),
  /** The holds on a thread and on its customer, those that were lifted too; the newest first. */
  'hold.list': request(z.object({ threadId }), gives<{ holds: readonly Hold[] }>()),
  'hold.set': request(
    z.object({ threadId, on: z.enum(['thread', 'customer']), reason }),
    gives<{ id: string }>(),
  ),
  'hold.lift': request(z.object({ id: z.string().max(60), reason }), gives<null>()),
  /** Everything that is held now, for those who may hold. */
  'hold.all': request(nothing, gives<{ holds: readonly HeldThing[] }>()),
};

export type RetentionRule = {
  accountId: AccountId;
  /** Conversations go so many days after they were closed; null: never. */
  closedDays: number | null;
  /** What was said in direct messages goes so many days after closing; null: with its conversation. */
  directDays: number | null;
};

export type Retention = {
  rules: readonly RetentionRule[];
  /** The last look at what is due, and the one that goes on (`endedAt` null); null: none yet. */
  last: { beganAt: Ms; endedAt: Ms | null; threads: number; messages: number; directs: number } | null;
};

export type RetentionPreview = {
  threads: number;
  messages: number;
  /** Direct messages whose words go while their conversation stays. */
  directs: number;
  /** When the oldest conversation that would go began; null: none would. */
  oldestAt: Ms | null;
  /** Conversations that would be due, and stay because they are held. */
  held: number;
};

export type Hold = {
  id: string;
  /** Null: everything of this customer. */
  threadId: ThreadId | null;
  customerId: CustomerId;
  reason: string;
  setBy: AgentId;
  setByName: string;
  setAt: Ms;
  /** Null: it holds. */
  lifted: { by: string; at: Ms; because: string } | null;
};

/** A hold with something to open and read. */
export type HeldThing = Hold & { handle: string | null; openId: ThreadId | null };
