import type {
  AccountDirection,
  Attachment,
  Extras,
  GoneBecause,
  MessageKind,
  Ms,
  ProviderId,
  Stream,
} from '../../shared/model.ts';

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
  /** Ends these tokens at the network: nobody who finds a copy of them can use it. Throws ProviderFailure. */
  signOut(secrets: Secrets): Promise<void>;
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
  /** Where its pictures are kept; a name stands for what is below it too. From nowhere else is a picture fetched. */
  imageHosts: readonly string[];
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
  /**
   * Posts by id, for the missing ancestors of a conversation and for the re-check. Ids the network won't show come back in
   * `gone`. Who wrote them, where the caller knows it, lets a protected account be told from a suspended one.
   */
  lookup(
    remoteIds: readonly string[],
    signal?: AbortSignal,
    authors?: ReadonlyMap<string, string>,
  ): Promise<Lookup>;
  /**
   * Reads once more, with this program, what could not be read when it came; the network is asked for names at most. One
   * result for each, in their order. Throws ProviderFailure.
   */
  reread(kept: readonly { stream: Stream; raw: string }[], signal?: AbortSignal): Promise<Rereading>;
  /** One attempt, never repeated inside. Throws ProviderFailure; `unknown-outcome` means it may have happened. */
  send(item: Outgoing): Promise<{ remoteId: string; budget: Budget; cost: readonly Charge[] }>;
  /**
   * Hands a picture or film over, part by part; `begun` and `progress` tell from where a later call may go on. Nobody sees it
   * before it is sent with a message, so a failed upload may always be tried again: `gone` means from the start.
   */
  upload(file: UploadFile, on: UploadEvents, resume?: UploadPlace, signal?: AbortSignal): Promise<Uploaded>;
  /** Whether the network lets this account do that, found out without anybody seeing it. Throws only when it can't be reached. */
  probe(direction: AccountDirection): Promise<Probe>;
};

export type UploadFile = {
  bytes: number;
  mime: string;
  kind: 'photo' | 'gif' | 'video';
  altText: string;
  for: MessageKind;
  /** From one byte up to, but not including, another. */
  read(from: number, to: number): Promise<Buffer>;
};
export type UploadEvents = { progress(sentBytes: number): void; begun(remoteId: string): void };
export type UploadPlace = { remoteId: string; sentBytes: number };
export type Uploaded = {
  remoteId: string;
  /** When the network forgets it, if it is not sent by then; null when it did not say. */
  expiresAt: Ms | null;
  cost: readonly Charge[];
};

export type Probe = { state: 'works' | 'refused' | 'unknown'; reason: string | null };

/** What a call cost by the network's price list: an estimate that is never below the bill. */
export type Charge = {
  what: string;
  units: number;
  /** Millionths of a US dollar, for all units together. */
  micros: number;
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
  /** Polls, link cards, the quoted post; null when there is none of them. */
  extras: Extras | null;
};

/** Arrived, but could not be read: kept with its reason, the rest goes on. */
export type Unreadable = { remoteId: string | null; reason: string; raw: string };

export type Budget = {
  /** Calls left in the current window for this stream; null when the network did not say. */
  left: number | null;
  limit: number | null;
  /** Epoch ms when the window starts anew. */
  resetAt: Ms | null;
  /** The tightest 24-hour window; null when the network told of none. */
  day: { left: number; limit: number; resetAt: Ms } | null;
};

export type Poll = {
  /** Oldest first. An edited post comes in its newest version, and in those before it where the network tells them. */
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
  cost: readonly Charge[];
};

export type Lookup = Pick<Poll, 'messages' | 'identities' | 'unreadable' | 'budget' | 'cost'> & {
  gone: readonly { remoteId: string; because: GoneBecause }[];
};

export type Rereading = Pick<Poll, 'identities' | 'cost'> & {
  results: readonly (
    | { at: 'message'; message: RemoteMessage }
    | { at: 'unreadable'; reason: string }
    /** It is no message: nothing is missed without it. */
    | { at: 'nothing' }
  )[];
};

export type Outgoing =
  /** `inReplyToRemoteId` null: a post to nobody. */
  | { kind: 'post'; text: string; inReplyToRemoteId: string | null; mediaIds: readonly string[] }
  | { kind: 'dm'; text: string; toRemoteId: string; mediaId: string | null };

/** What a refusal was about, where the network said it plainly enough. */
export type FailureDetail = 'not-summoned' | 'dm-closed' | 'encrypted' | 'duplicate' | 'deleted-target';

export type FailureKind = 'auth' | 'rate-limited' | 'rejected' | 'gone' | 'network' | 'unknown-outcome';

/** Every failure of a network, classified once at the provider's edge. */
export class ProviderFailure extends Error {
  readonly kind: FailureKind;
  /** For `rate-limited`: epoch ms when the network will listen again. */
  readonly retryAt: Ms | null;
  readonly detail: FailureDetail | null;

  constructor(
    kind: FailureKind,
    reason: string,
    retryAt: Ms | null = null,
    detail: FailureDetail | null = null,
  ) {
    super(reason);
    this.name = 'ProviderFailure';
    this.kind = kind;
    this.retryAt = retryAt;
    this.detail = detail;
  }
}
