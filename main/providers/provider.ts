import type { Attachment, MessageKind, Ms, ProviderId, Stream } from '../../shared/model.ts';

/**
 * One network, as the core sees it. Scheduling, back-off and retry live in `core/poller` and `core/outbox`, never here;
 * a provider makes one attempt and says truthfully what came of it.
 */
export type Provider = {
  readonly id: ProviderId;
  readonly can: Capabilities;
  /** Begins a sign-in: the person is sent to `url` in the system's browser, which comes back to `redirectUri`. */
  signIn(ask: { clientId: string; redirectUri: string }): SignIn;
  /** Proves the tokens by asking who they belong to. Throws ProviderFailure. */
  connect(secrets: SecretBox): Promise<Connection>;
};

export type SignIn = {
  url: string;
  /** Comes back with the code; an answer without it was not asked for by us. */
  state: string;
  /** Turns the code into tokens, within seconds of its arrival. Throws ProviderFailure. */
  finish(code: string): Promise<Secrets>;
};

export type Capabilities = {
  /** Longest post, weighted as the network counts; longest direct message, in code points. */
  maxLength: Record<MessageKind, number>;
  direct: boolean;
  hide: boolean;
  streams: readonly Stream[];
  attachments: readonly { kind: Attachment['kind']; maxBytes: number }[];
};

/**
 * Holds one account's tokens. A rotated refresh token is saved (and awaited) before the new access token is used:
 * the old one is dead by then, and losing the new one would sign the brand out.
 */
export type SecretBox = {
  read(): Promise<Secrets>;
  write(secrets: Secrets): Promise<void>;
};

export type Secrets = {
  clientId: string;
  accessToken: string;
  refreshToken: string | null;
  /** Epoch ms by our clock. */
  expiresAt: Ms;
  scopes: readonly string[];
};

export type Connection = {
  readonly account: RemoteIdentity;
  /**
   * Fetches what is new in one stream since `cursor` (null: the network's recent past), at most a few pages.
   * Answers are complete up to the returned cursor, or say where a gap may be. Throws ProviderFailure.
   */
  poll(stream: Stream, cursor: string | null, signal?: AbortSignal): Promise<Poll>;
  /** Posts by id, for the missing ancestors of a conversation. Ids the network won't show come back in `gone`. */
  lookup(remoteIds: readonly string[], signal?: AbortSignal): Promise<Lookup>;
  /** One attempt, never repeated inside. Throws ProviderFailure; `unknown-outcome` means it may have happened. */
  send(item: Outgoing): Promise<{ remoteId: string }>;
};

export type RemoteIdentity = {
  remoteId: string;
  handle: string;
  name: string;
  reach: number | null;
};

export type RemoteMessage = {
  kind: MessageKind;
  /** The id of the first version; edits keep it. */
  remoteId: string;
  /** The id of this version: what a reply must name. Equal to `remoteId` when never edited. */
  versionId: string;
  authorRemoteId: string;
  /** For a direct message its other party, for a reply the author answered; null otherwise. */
  toRemoteId: string | null;
  conversationId: string | null;
  inReplyToRemoteId: string | null;
  /** Set on a plain repost: it is folded into this post's counter and never shown. */
  repostOfRemoteId: string | null;
  text: string;
  /** The provider cut it at the cap. */
  isCut: boolean;
  createdAt: Ms;
  lang: string | null;
  /** The author named or quoted the brand: the network will take our public reply. Always true for direct messages. */
  isSummons: boolean;
  attachments: Attachment[];
};

/** Arrived, but could not be read: kept with its reason, the rest goes on. */
export type Unreadable = { remoteId: string | null; reason: string; raw: string };

export type Budget = {
  /** Calls left in the current window for this stream; null when the network did not say. */
  left: number | null;
  limit: number | null;
  /** Epoch ms when the window starts anew. */
  resetAt: Ms | null;
};

export type Poll = {
  messages: RemoteMessage[];
  /** Everyone named in `messages`, the newest version of each. */
  identities: RemoteIdentity[];
  unreadable: Unreadable[];
  /** Where to go on from. Commit it together with the messages. */
  cursor: string | null;
  /** More is waiting now (a page limit was reached): poll again without delay. */
  hasMore: boolean;
  /** A span that may be missing and cannot be fetched any more. */
  gap: { from: Ms | null; to: Ms } | null;
  budget: Budget;
};

export type Lookup = Pick<Poll, 'messages' | 'identities' | 'unreadable' | 'budget'> & {
  gone: string[];
};

export type Outgoing =
  | { kind: 'post'; text: string; inReplyToRemoteId: string }
  | { kind: 'dm'; text: string; toRemoteId: string };

export type FailureKind = 'auth' | 'rate-limited' | 'rejected' | 'gone' | 'network' | 'unknown-outcome';

/** Every failure of a network, classified once at the provider's edge. */
export class ProviderFailure extends Error {
  readonly kind: FailureKind;
  /** For `rate-limited`: epoch ms when the network will listen again. */
  readonly retryAt: Ms | null;

  constructor(kind: FailureKind, reason: string, retryAt: Ms | null = null) {
    super(reason);
    this.name = 'ProviderFailure';
    this.kind = kind;
    this.retryAt = retryAt;
  }
}
