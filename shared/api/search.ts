import { z } from 'zod';
import type { AccountId, AgentId, ThreadId } from '../ids.ts';
import type { GoneBecause, MessageKind, Ms, Status } from '../model.ts';
import { isZone } from './clocks.ts';
import { gives, nothing, request } from './request.ts';

/** Looking through everything that was ever said here. */
export const searchRequests = {
  /** What was typed, as `shared/search` reads it; nothing is found where it reads nothing. */
  'search.run': request(
    z.object({
      text: z.string().max(4000),
      /** Days begin at midnight there. */
      zone: z.string().max(60).refine(isZone),
      order: z.enum(['newest', 'best']),
      /** `next` of the answer before; null: from the newest on. */
      before: z.number().int().nonnegative().nullable(),
      limit: z.number().int().min(1).max(100),
      /** A later search of the same person with the same key takes the place of this one, which then gives null. */
      key: z.string().max(60),
    }),
    gives<SearchAnswer | null>(),
  ),
  /** How much of what is here can be found already. */
  'search.state': request(nothing, gives<SearchState>()),
};

export type SearchAnswer = {
  /** In the order of their first hit. */
  threads: readonly FoundThread[];
  /** Where to go on; null: nothing more, or ranked. */
  next: number | null;
  /** It took too long, so it ended at `next`: there may be more before that. */
  isCut: boolean;
  /** Ranked among the newest of what was found, not among all of it. */
  isCapped: boolean;
};

export type FoundThread = {
  threadId: ThreadId;
  accountId: AccountId;
  status: Status;
  handle: string;
  name: string;
  hits: readonly Hit[];
};

export type Hit = {
  /** A message, a note, what was noted of a call, why somebody was promised one. */
  part: 'message' | 'note' | 'call' | 'promise';
  id: string;
  at: Ms;
  /** The text around what was found. */
  text: string;
  isCutBefore: boolean;
  isCutAfter: boolean;
  /** Where what was looked for stands in it, from–to in UTF-16 units. */
  places: readonly (readonly [number, number])[];
  /** Who wrote it at this desk; null: the customer, or nobody here. */
  agentId: AgentId | null;
  /** Of a message alone. */
  message: { kind: MessageKind; direction: 'in' | 'out'; handle: string; gone: GoneBecause | null } | null;
};

export type SearchState = { indexed: number; of: number };
