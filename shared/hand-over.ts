import type { AccountId, AgentId, EscalationId, QuestionId, ThreadId } from './ids.ts';
import type { DraftKind, Ms } from './model.ts';

/** Everything somebody has in hand: what has to find another person before they go off duty. */
export type HandOverSheet = {
  agentId: AgentId;
  threads: readonly ThreadInHand[];
  callbacks: readonly CallbackInHand[];
  questions: readonly QuestionInHand[];
  /** Drafts in threads that are not theirs. */
  drafts: readonly DraftElsewhere[];
  batons: readonly BatonInHand[];
  /** Open threads of everybody on the roster who is on duty, but for them. */
  loads: readonly { agentId: AgentId; open: number }[];
};

type OfCustomer = { threadId: ThreadId; handle: string };

export type ThreadInHand = OfCustomer & {
  /** `waiting`: the customer waits; `promise`: they were told to hear again at a time; `open`: anything else. */
  kind: 'waiting' | 'promise' | 'open';
  waitingSince: Ms | null;
  snoozedUntil: Ms | null;
  /** That somebody wrote something, and what kind; never what. */
  drafts: readonly DraftKind[];
};
export type CallbackInHand = OfCustomer & {
  id: EscalationId;
  dueAt: Ms;
  /** False: they asked for it, and nobody has taken it yet. */
  isTheirs: boolean;
};
export type QuestionInHand = OfCustomer & { id: QuestionId; askedBy: AgentId; dueAt: Ms };
export type DraftElsewhere = OfCustomer & { kind: DraftKind };
export type BatonInHand = { accountId: AccountId; handle: string };

/** What became of it. Whatever had moved on meanwhile was left where it is. */
export type HandedOver = {
  threads: number;
  /** Named on the sheet, but somebody else's or closed by then. */
  movedOn: readonly ThreadId[];
  /** Came while the sheet was open, and went with the rest. */
  cameMeanwhile: number;
  /** Nobody else is on duty: they stay accountable for these accounts. */
  batonsKept: number;
};
