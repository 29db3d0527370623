import { z } from 'zod';
import { threadId, type AccountId, type AgentId, type ThreadId } from '../ids.ts';
import type { Card, GoneBecause, MessageKind, Ms, Status } from '../model.ts';
import { isZone } from './clocks.ts';
import { gives, nothing, request } from './request.ts';

/** What was typed, and where days begin. */
const typed = { text: z.string().max(4000), zone: z.string().max(60).refine(isZone) };

/** Looking through everything that was ever said here. */
export const searchRequests = {
  /** What was typed, as `shared/search` reads it; nothing is found where it reads nothing. */
  'search.run': request(
    z.object({
      ...typed,
      /** Where the caret stands, in UTF-16 units: the word that ends there may not be finished. Absent: nobody is typing. */
      caret: z.number().int().min(0).max(4000).optional(),
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
  /**
   * The threads of a search that is kept as a column, each by what was found in it last. Nobody waits for it: it gives way to
   * whoever types, and then gives null, as it does when it is asked again under the same key.
   */
  'search.column': request(
    z.object({
      ...typed,
      /** `next` of the answer before; null: from the newest on. */
      before: z.number().int().nonnegative().nullable(),
      /** `next` of what is shown already: no further down than that; 0: to the end. */
      downTo: z.number().int().nonnegative(),
      /** So many messages, notes and calls are found at most. */
      limit: z.number().int().min(1).max(300),
      key: z.string().max(60),
    }),
    gives<SearchColumn | null>(),
  ),
  /** The cards of threads that were found; what is gone meanwhile is left out. */
  'search.cards': request(z.object({ threadIds: z.array(threadId).max(50) }), gives<readonly Card[]>()),
  /** What I looked for last, the newest first. */
  'search.recent': request(nothing, gives<readonly string[]>()),
  /** I went through what this found: it is worth offering again. Gives the list as it is then. */
  'search.remember': request(
    z.object({ text: z.string().trim().min(1).max(500) }),
    gives<readonly string[]>(),
  ),
  /** None of them is offered any more. */
  'search.forget': request(nothing, gives<readonly string[]>()),
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

export type SearchColumn = {
  /** When the newest of what was found in it was written; the newest thread first. */
  found: readonly { threadId: ThreadId; at: Ms }[];
  /** Where to go on; null: it was read as far down as was asked. */
  next: number | null;
  /** Everything written at or after this moment was looked at. */
  from: Ms;
  /** Something that is here can't be found yet: it is worth asking again in a moment. */
  isBehind: boolean;
};
