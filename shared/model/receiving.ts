import type { AccountId, AgentId, AlertId, GapId } from '../ids.ts';
import type { Ms } from './time.ts';

/** What an account may do on its network: each is tried apart, for one may be refused while the others work. */
export const directions = ['read-posts', 'read-directs', 'write-posts', 'write-directs'] as const;
export type AccountDirection = (typeof directions)[number];

export type DirectionState = {
  direction: AccountDirection;
  /** `unknown`: never tried, for trying would be seen (nobody posts to test). */
  state: 'works' | 'refused' | 'unknown';
  reason: string | null;
  /** Since when it is so. */
  at: Ms;
};

/** A span of a stream that may be missing on this desk. */
export type Gap = {
  id: GapId;
  accountId: AccountId;
  stream: 'mentions' | 'own' | 'direct';
  /** Null: since before anything known. */
  from: Ms | null;
  until: Ms;
  /** `fetching`: the desk is bringing it, newest first. `lost`: the network gives it no more. */
  kind: 'fetching' | 'lost';
  reason: string;
  foundAt: Ms;
  /** Null: open. */
  endedAt: Ms | null;
  revision: number;
};

/** What somebody must take note of. */
export type Alert = {
  id: AlertId;
  accountId: AccountId;
  kind: 'silence' | 'direction' | 'refused';
  stream: 'mentions' | 'own' | 'direct' | null;
  /** In words, with the figures it rests on. */
  text: string;
  raisedAt: Ms;
  acknowledgedBy: AgentId | null;
  acknowledgedAt: Ms | null;
  endedAt: Ms | null;
  revision: number;
};

/** What an edited message said before, and when we first saw it so. */
export type MessageVersion = { versionId: string; text: string; seenAt: Ms };

/** A message that came but could not be read: kept as it is, tried again when the program has changed. */
export type Quarantined = {
  id: string;
  stream: 'mentions' | 'own' | 'direct';
  /** Its name on the network; null when not even that could be read. */
  remoteId: string | null;
  reason: string;
  receivedAt: Ms;
  /** The version of this program that tried last; null: never again since it came. */
  triedWith: string | null;
};

/** Why a message can't be read any more at its source; `expired`: not kept here any longer, by the brand's own rule. */
export type GoneBecause = 'deleted' | 'protected' | 'suspended' | 'withheld' | 'expired';

/** What goes with a text beside its pictures, as the network told it. */
export type Extras = {
  poll: { options: { label: string; votes: number }[]; endsAt: Ms | null } | null;
  cards: { url: string; title: string; description: string }[];
  /** The post it quotes: shown with its author and words, or as gone. */
  quoted: { remoteId: string; handle: string | null; text: string | null; createdAt: Ms | null } | null;
};
