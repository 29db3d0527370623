import type { AccountId, AgentId, MessageId, OutboxId, ScheduleId, ThreadId } from '../ids.ts';
import type { Upload } from './sending.ts';
import type { Ms } from './time.ts';

/**
 * Whether the network will take an answer, as far as is known before it is tried: what is not known is said to be so.
 * `may-reply`, `not-summoned` and `deleted` are about the thread's newest public message; `dm-open`, `dm-closed` and `encrypted` are
 * told where there is nothing public to answer.
 */
export type ReplyRight =
  | 'may-reply'
  /** The network takes no public answer to it: by its rule, or because it refused one. */
  | 'not-summoned'
  | 'dm-open'
  /** The customer takes no direct messages of ours. */
  | 'dm-closed'
  /** They talk in an encrypted chat, which the network shows to its own apps alone. */
  | 'encrypted'
  /** It can't be read at its source any more: there is nothing to answer. */
  | 'deleted'
  | 'unknown';

/** The same of a direct message alone, whatever there is to answer in public. */
export type DirectRight = Extract<ReplyRight, 'dm-open' | 'dm-closed' | 'encrypted' | 'unknown'>;

export const outboxStates = ['queued', 'sending', 'sent', 'failed', 'uncertain', 'cancelled'] as const;

/** One intention to send, never changed into another: queued → sending → sent | failed | uncertain, or cancelled before it left. */
export type OutboxState =
  /** `because`: what it waits for beside its time, in words (a limit, the part before it); absent: nothing. */
  | { at: 'queued'; notBefore: Ms; because?: string }
  | { at: 'sending'; since: Ms }
  /** `remoteId` is empty when a person said that it arrived and it was never read back. */
  | { at: 'sent'; remoteId: string; acceptedAt: Ms }
  | { at: 'failed'; code: string; reason: string }
  | {
      at: 'uncertain';
      /** When the attempt began. */
      since: Ms;
      /** How it ended, in words. */
      reason: string;
      nextCheckAt: Ms;
      checks: number;
      /** Absent in what was made before there was anything to decide. */
      facts?: Doubt;
    }
  /** Taken back by its author before it left; its text is a draft again. */
  | { at: 'cancelled' };

/** Both facts about a doubtful attempt: how it ended, and what was read back since. */
export type Doubt = {
  /** When the attempt ended; null: the program ended first. */
  endedAt: Ms | null;
  /** The account's own messages were read completely up to then; null: not yet. */
  readUntil: Ms | null;
  /** So many complete readings without a find make it certain that it is not there. */
  checksNeeded: number;
  /** What was found that is nearly the same, to the same customer: the likest first. */
  near: NearMatch[];
  /** The desk can't tell by itself any more: a person decides. */
  isUpToYou: boolean;
};

/** One of the account's own messages, written since the attempt, that may be ours. */
export type NearMatch = { messageId: MessageId; text: string; createdAt: Ms; likeness: number };

export type OutboxItem = {
  id: OutboxId;
  /** Null: a post of the brand's own, said to nobody in particular. */
  threadId: ThreadId | null;
  accountId: AccountId;
  /** Whose thread it is; null: said to nobody. */
  toHandle: string | null;
  kind: 'post' | 'dm';
  text: string;
  by: AgentId;
  byInitials: string;
  queuedAt: Ms;
  /** Since when it is in its state: pages of the outbox go by it. */
  stateAt: Ms;
  /** When the last attempt began; null: never tried. */
  attemptAt: Ms | null;
  /** Its place in a chain, from 1, and how many there are. */
  part: number;
  parts: number;
  /** The part before it, which must be accepted first; null: the first, or the only one. */
  afterId: OutboxId | null;
  /** Null: sent by hand. */
  scheduleId: ScheduleId | null;
  uploads: Upload[];
  state: OutboxState;
  revision: number;
};
