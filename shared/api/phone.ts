import { z } from 'zod';
import {
  agentId,
  callId,
  customerId,
  escalationId,
  messageId,
  phoneId,
  threadId,
  type CallId,
  type EscalationId,
} from '../ids.ts';
import {
  abandonReasons,
  callOutcomes,
  escalationStates,
  type Escalation,
  type IncomingCall,
  type Phone,
  type PhoneSlip,
} from '../model.ts';
import { gives, nothing, request, type Changed } from './request.ts';

const at = z.number().int().min(0).max(8_640_000_000_000_000);
/** Long enough for an hour on the telephone. */
const said = z.string().max(8000);

/** What comes after a call. `at` null: when calls are usually tried again. */
const next = z.discriminatedUnion('do', [
  z.object({ do: z.literal('again'), at: at.nullable() }),
  z.object({ do: z.literal('done') }),
  z.object({ do: z.literal('abandon'), reason: z.enum(abandonReasons) }),
]);
export type NextStep = z.infer<typeof next>;

export const phoneRequests = {
  // Reading.
  'phone.prepare': request(z.object({ threadId }), gives<PhoneSlip>()),
  'phones.page': request(
    z.object({
      state: z.enum(escalationStates),
      after: z.object({ at: z.number(), id: escalationId }).nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    gives<PhonesPage>(),
  ),
  /** The numbers of a customer that can still be called. */
  'phones.of': request(z.object({ customerId }), gives<Phone[]>()),
  /** Who called before the window was there to hear of it; handed out once. */
  'call.waiting': request(nothing, gives<IncomingCall | null>()),

  // Operations.
  'phone.request': request(
    z.object({
      threadId,
      number: z.string().min(1).max(40),
      /** The customer agreed to be called on it: without that there is no slip. */
      hasConsent: z.literal(true),
      /** Null: given elsewhere. */
      messageId: messageId.nullable(),
      fromAt: at.nullable(),
      untilAt: at.nullable(),
      lang: z.string().max(20).nullable(),
      summary: said,
      assigneeId: agentId.nullable(),
    }),
    gives<{ seq: number; id: EscalationId }>(),
  ),
  /** A number that rang is this customer's: they said so, and that it may be kept. */
  'phone.attach': request(
    z.object({ threadId, number: z.string().min(1).max(40), hasConsent: z.literal(true) }),
    gives<Changed>(),
  ),
  'phone.book': request(z.object({ id: escalationId, fromAt: at, untilAt: at.nullable() }), gives<Changed>()),
  'phone.give': request(z.object({ id: escalationId, to: agentId.nullable() }), gives<Changed>()),
  'phone.abandon': request(z.object({ id: escalationId, reason: z.enum(abandonReasons) }), gives<Changed>()),
  'phone.reveal': request(z.object({ id: phoneId }), gives<{ number: string }>()),
  /** By the promise, never by a number: what is dialled is what a customer agreed to. */
  'call.dial': request(z.object({ escalationId }), gives<{ callId: CallId }>()),
  'call.note': request(z.object({ callId, text: said }), gives<Changed>()),
  'call.end': request(z.object({ callId, outcome: z.enum(callOutcomes), next }), gives<Changed>()),
} as const;

/** Live ones by when they are due, ended ones the newest first. */
export type PhonesPage = { escalations: Escalation[]; hasMore: boolean };
