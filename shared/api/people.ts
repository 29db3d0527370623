import { z } from 'zod';
import { initialsPattern } from '../compose.ts';
import type { HandedOver, HandOverSheet } from '../hand-over.ts';
import { accountId, agentId, escalationId, questionId, threadId } from '../ids.ts';
import { duties, type Agent } from '../model.ts';
import { person } from '../person.ts';
import { gives, nothing, request, type Changed } from './request.ts';

/** One line of the sheet, by what it is about, and where it goes: null gives it back (to its queue, to who asked). */
const line = z.discriminatedUnion('about', [
  z.object({ about: z.literal('thread'), id: threadId, to: agentId.nullable() }),
  z.object({ about: z.literal('callback'), id: escalationId, to: agentId.nullable() }),
  z.object({ about: z.literal('question'), id: questionId, to: agentId.nullable() }),
  z.object({ about: z.literal('baton'), id: accountId, to: agentId }),
]);
export type HandOverLine = z.infer<typeof line>;

/** The roster, duty, the hand-over and the duty baton; and who sits at which window. */
export const peopleRequests = {
  'agent.introduce': request(
    z.object({ name: z.string().trim().min(1).max(50), initials: z.string().regex(initialsPattern) }),
    gives<Agent>(),
  ),
  // Left out: somebody new.
  'roster.save': request(z.object({ id: agentId.optional(), person }), gives<Agent>()),
  'roster.remove': request(z.object({ id: agentId }), gives<Changed>()),

  // Left out: oneself. Off duty is refused while anything is in hand: that is what the hand-over is for.
  'duty.set': request(
    z.object({ agentId: agentId.optional(), duty: z.enum(duties) }),
    gives<Changed & { batons: number }>(),
  ),
  'duty.sheet': request(z.object({ agentId: agentId.optional() }), gives<HandOverSheet>()),
  'duty.handOver': request(
    z.object({
      agentId: agentId.optional(),
      /** Where everything goes that no line below sends elsewhere; null gives it back. */
      to: agentId.nullable(),
      /** Said in a note on each thread that goes back to its queue. */
      reason: z.string().trim().min(1).max(200),
      lines: z.array(line).max(2000),
      /** The threads that were on the sheet. */
      seen: z.array(threadId).max(2000),
    }),
    gives<HandedOver>(),
  ),

  'baton.pass': request(z.object({ accountId, to: agentId }), gives<Changed>()),
  'baton.take': request(z.object({ accountId }), gives<Changed>()),

  // Answered by the shell.
  'window.new': request(nothing, gives<null>()),
  'agent.switch': request(z.object({ agentId }), gives<null>()),
} as const;

/** Those that the desk answers itself. */
export type PeopleRequest = Exclude<keyof typeof peopleRequests, 'window.new' | 'agent.switch'>;
