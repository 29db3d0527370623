import { z } from 'zod';
import {
  agentId,
  callId,
  customerId,
  escalationId,
  messageId,
  noteId,
  phoneId,
  questionId,
  threadId,
} from '../ids.ts';
import { callOutcomes, escalationStates } from '../model.ts';
import { ms, msOrNull, textOrNull } from './parts.ts';

/** What colleagues wrote to each other. Removed ones are not in the file. */
export const note = z.object({
  record: z.literal('note'),
  id: noteId,
  customerId,
  /** Null: about the customer, whatever the thread. */
  threadId: threadId.nullable(),
  by: agentId,
  text: z.string(),
  mentions: z.array(agentId).default([]),
  createdAt: ms,
});

/** The expert line: one question to one colleague. What is being written and not sent yet is left out. */
export const question = z.object({
  record: z.literal('question'),
  id: questionId,
  threadId,
  askedBy: agentId,
  expertId: agentId,
  text: z.string(),
  askedAt: ms,
  dueAt: ms,
  state: z.enum(['open', 'answered', 'withdrawn']),
  answer: textOrNull,
  endedAt: msOrNull,
});

/** One promise to call, with every attempt. */
export const escalation = z.object({
  record: z.literal('escalation'),
  id: escalationId,
  threadId,
  customerId,
  /** Never the number itself: it expires on the desk where it was given, and would not in a file. */
  phone: z.object({
    id: phoneId,
    /** `+44 ••• 0017`, or `forgotten`. */
    masked: z.string(),
    messageId: messageId.nullable().default(null),
    consentBy: agentId,
    consentAt: ms,
    expiresAt: ms,
  }),
  state: z.enum(escalationStates),
  fromAt: msOrNull,
  untilAt: msOrNull,
  lang: textOrNull,
  summary: z.string(),
  requestedBy: agentId,
  requestedAt: ms,
  assigneeId: agentId.nullable().default(null),
  dueAt: ms,
  endedAt: msOrNull,
  outcome: textOrNull,
  remindedAt: msOrNull,
  /** Calls, oldest first. */
  calls: z
    .array(
      z.object({
        id: callId,
        by: agentId,
        startedAt: ms,
        endedAt: msOrNull,
        outcome: z.enum(callOutcomes).nullable().default(null),
        note: z.string().default(''),
      }),
    )
    .default([]),
});
