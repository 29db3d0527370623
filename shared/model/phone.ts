import type { AgentId, CallId, CustomerId, EscalationId, MessageId, PhoneId, ThreadId } from '../ids.ts';
import type { Ms } from './time.ts';

/** A number the customer gave. The window knows it masked; in full it comes when it is asked for, which is recorded. */
export type Phone = {
  id: PhoneId;
  customerId: CustomerId;
  /** `+44 ••• 0017`; `forgotten` once it is gone. */
  masked: string;
  /** It expired, or was erased: nobody can call it any more. */
  isForgotten: boolean;
  messageId: MessageId | null;
  consentBy: AgentId;
  consentAt: Ms;
  expiresAt: Ms;
  revision: number;
};

export const escalationStates = ['requested', 'booked', 'attempted', 'done', 'abandoned'] as const;
export type EscalationState = (typeof escalationStates)[number];

/** Somebody was promised a call. */
export const liveStates = ['requested', 'booked', 'attempted'] as const;
export const isLive = (state: EscalationState): boolean => state !== 'done' && state !== 'abandoned';

export const callOutcomes = ['talked', 'no-answer', 'busy', 'wrong-number', 'voicemail', 'refused'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** Why nobody calls any more. */
export const abandonReasons = [
  'unreachable',
  'wrong-number',
  'declined',
  'solved-in-writing',
  'no-longer-needed',
  'other',
] as const;
export type AbandonReason = (typeof abandonReasons)[number];

export type CallAttempt = {
  id: CallId;
  agentId: AgentId;
  startedAt: Ms;
  /** Null: still talking. */
  endedAt: Ms | null;
  outcome: CallOutcome | null;
  note: string;
};

/** One promise to call: requested → booked → attempted (n) → done | abandoned. */
export type Escalation = {
  id: EscalationId;
  threadId: ThreadId;
  customerId: CustomerId;
  handle: string;
  name: string;
  phone: Phone;
  state: EscalationState;
  /** The window the customer asked for; null on both: any time. */
  fromAt: Ms | null;
  untilAt: Ms | null;
  lang: string | null;
  summary: string;
  requestedBy: AgentId;
  requestedAt: Ms;
  assigneeId: AgentId | null;
  dueAt: Ms;
  attempts: readonly CallAttempt[];
  endedAt: Ms | null;
  /**
   * How it ended: a wrap-up code, a reason, `taken-back` for a slip that was undone, `merged` when its thread was merged
   * with one that had a promise too; null while it is live.
   */
  outcome: string | null;
  /** Null: nobody was reminded of the coming call yet. */
  remindedAt: Ms | null;
  revision: number;
};

/** What the slip is filled in with, from the thread. */
export type PhoneSlip = {
  /** What numbers without a country are taken for. */
  country: string;
  /** Numbers found in the customer's messages, newest first. */
  numbers: { e164: string; shown: string; messageId: MessageId }[];
  /** The customer's newest messages, to say in which they agreed. */
  messages: { id: MessageId; text: string; at: Ms; kind: 'post' | 'dm' }[];
  lang: string | null;
  summary: string;
  /** The call already promised for this thread: there is one at a time. */
  live: EscalationId | null;
};

/** Somebody is calling us: who it is, as far as this desk knows. */
export type IncomingCall = {
  /** Makes two calls of one number two things. */
  id: string;
  at: Ms;
  /**
   * In full when nobody is known by it, for there is nothing else to know them by, and only to who may see numbers; masked
   * otherwise.
   */
  shown: string;
  /** Whether it can be called back: extensions and hidden numbers can't. */
  isNumber: boolean;
  /** Where the number is from, as two letters; null where its beginning does not say. */
  country: string | null;
  /** When it rang before, as long as this program has run: a ringing telephone is written down nowhere. */
  rangAt: readonly Ms[];
  caller: { customerId: CustomerId; threadId: ThreadId; name: string; handle: string } | null;
};
