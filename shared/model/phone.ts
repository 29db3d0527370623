import type { AgentId, CallId, CustomerId, EscalationId, MessageId, PhoneId, ThreadId } from '../ids.ts';
import type { Ms } from './time.ts';

/** A number the customer gave. The window shows it masked until it is dialled or asked for. */
export type Phone = {
  id: PhoneId;
  customerId: CustomerId;
  /** E.164; null once it was forgotten (expired, or erased). */
  number: string | null;
  /** `+44 •••• ••00 17`. */
  masked: string;
  messageId: MessageId | null;
  consentBy: AgentId;
  consentAt: Ms;
  expiresAt: Ms;
  revision: number;
};

export const escalationStates = ['requested', 'booked', 'attempted', 'done', 'abandoned'] as const;
export type EscalationState = (typeof escalationStates)[number];

export const callOutcomes = ['talked', 'no-answer', 'busy', 'wrong-number', 'voicemail', 'refused'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

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
  outcome: string | null;
  revision: number;
};
