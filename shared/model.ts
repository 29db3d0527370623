import type {
  AccountId,
  AgentId,
  CustomerId,
  IdentityId,
  MessageId,
  OutboxId,
  QueueId,
  TagId,
  ThreadId,
} from './ids.ts';
import type { ClockState, Priority } from './model/clock.ts';
import type { DirectRight, OutboxItem, ReplyRight } from './model/outbox.ts';
import type { Escalation } from './model/phone.ts';
import type { DirectionState, Extras, GoneBecause } from './model/receiving.ts';
import type { Upload } from './model/sending.ts';
import type { Note, Question } from './model/talk.ts';
import type { Ms } from './model/time.ts';

export * from './model/clock.ts';
export * from './model/job.ts';
export * from './model/outbox.ts';
export * from './model/people.ts';
export * from './model/phone.ts';
export * from './model/queue.ts';
export * from './model/receiving.ts';
export * from './model/sending.ts';
export * from './model/talk.ts';
export * from './model/time.ts';

export type ProviderId = 'x';
export type MessageKind = 'post' | 'dm';
export type Direction = 'in' | 'out';

/** Each status says whether its clock runs; the clock itself comes with `sla.ts`. */
export const statuses = [
  'new',
  'open',
  'waiting-customer',
  'waiting-expert',
  'phone',
  'snoozed',
  'resolved',
  'no-action',
] as const;
export type Status = (typeof statuses)[number];

/** A thread in one of these has left the desk; a new message of the customer may bring it back. */
export const closedStatuses: readonly Status[] = ['resolved', 'no-action'];
export const isOpen = (status: Status): boolean => !closedStatuses.includes(status);

export type Account = {
  id: AccountId;
  provider: ProviderId;
  remoteId: string;
  handle: string;
  name: string;
  /** A simulator is all there is behind it: said on screen wherever the account is named. */
  isPractice: boolean;
  /** Connected as on the network itself, and a simulator stands in for that: said in the same places, in other words. */
  isStandIn: boolean;
  /** Why nothing is fetched or sent; null while all is well. */
  pausedBecause: string | null;
  /** The one person accountable for it now; null only before the first took it. */
  batonId: AgentId | null;
  revision: number;
};

export type Identity = {
  id: IdentityId;
  customerId: CustomerId;
  handle: string;
  name: string;
  /** Followers, as last told by the network; null when it did not say. */
  reach: number | null;
};

/** What a column shows of a thread: one row, no message bodies beyond the preview. */
export type Card = {
  id: ThreadId;
  accountId: AccountId;
  revision: number;
  status: Status;
  assigneeId: AgentId | null;
  assigneeInitials: string | null;
  handle: string;
  name: string;
  reach: number | null;
  /** The newest inbound text, cut to 280 code points. */
  preview: string;
  previewKind: MessageKind;
  /** Why that message can't be read any more: the preview is empty then; null: it is there. */
  previewGone: GoneBecause | null;
  /** Its author has changed it since it was written. */
  isPreviewEdited: boolean;
  lang: string | null;
  /** When the first unanswered inbound message was written; null when nobody waits. */
  waitingSince: Ms | null;
  /** When the newest message of either side was written. */
  lastMessageAt: Ms;
  /**
   * Columns sort by it, ties broken by id: when the customer's newest run of messages began, with nothing of ours between.
   * While somebody waits that is `waitingSince`. Writing again moves nobody in the queue, nor does an answer.
   */
  sortAt: Ms;
  isUnread: boolean;
  inbound: number;
  outbound: number;
  reposts: number;
  /** Answers of third persons in public to what still waits here; counted up to nine. */
  otherAnswers: number;
  hasDirect: boolean;
  replyRight: ReplyRight;
  /** Whether the customer takes a direct message, as far as was learned. */
  directRight: DirectRight;
  /** The newest state of an outbox item that is not simply sent; null when there is none. */
  sending: 'queued' | 'sending' | 'failed' | 'uncertain' | null;
  customerId: CustomerId;
  /** Null: no routing rule fits. */
  queueId: QueueId | null;
  priority: Priority;
  tags: readonly TagId[];
  notes: number;
  /** Why it is resolved, snoozed or no action; null where the status needs none. */
  reason: string | null;
  snoozedUntil: Ms | null;
  /** An assignment nobody acts on goes back to its queue then. */
  returnAt: Ms | null;
  expertId: AgentId | null;
  /** What the pill shows; null when no clock runs. */
  clock: ClockState | null;
  /** The same moment to sort by; `never` when no clock runs. */
  deadlineAt: Ms;
  /** Recorded for good, whatever came after. */
  breaches: number;
};

export type Attachment = {
  kind: 'photo' | 'video' | 'gif' | 'other';
  url: string | null;
  altText: string | null;
};

export type Message = {
  id: MessageId;
  threadId: ThreadId | null;
  accountId: AccountId;
  kind: MessageKind;
  direction: Direction;
  authorId: IdentityId;
  authorHandle: string;
  authorName: string;
  text: string;
  /** The text was over the cap and stored cut. */
  isCut: boolean;
  isEdited: boolean;
  createdAt: Ms;
  receivedAt: Ms;
  /** The order of arrival on this disk: the greatest one on screen is the head the agent has seen. */
  arrival: number;
  lang: string | null;
  inReplyTo: MessageId | null;
  reposts: number;
  attachments: Attachment[];
  /** Polls, link cards and the post it quotes; null: none. */
  extras: Extras | null;
  /** When we learned of its last edit or deletion; null: it is as it first came. */
  alteredAt: Ms | null;
  /** It can't be read at its source any more, so its text is gone here too; null: it is there. */
  gone: { at: Ms; because: GoneBecause } | null;
  /** Who wrote it here; null when it was written elsewhere or by the customer. */
  sentBy: string | null;
  /** Where it can be seen on the network; null for direct messages. */
  permalink: string | null;
  revision: number;
};

/** What is being written: an answer, in public or direct, or a note for colleagues. */
export type DraftKind = MessageKind | 'note';
export type Draft = {
  threadId: ThreadId;
  kind: DraftKind;
  text: string;
  version: number;
  /** The id this intention will be sent under, from its first key on; null: none was made yet. */
  intention: OutboxId | null;
};

export type ThreadSummary = {
  id: ThreadId;
  openedAt: Ms;
  closedAt: Ms | null;
  status: Status;
  preview: string;
};

/** Everything the thread pane shows. Messages are oldest first; `context` are posts of others above the first. */
export type ThreadView = {
  card: Card;
  customer: { id: CustomerId; identities: Identity[] };
  context: Message[];
  messages: Message[];
  hasEarlier: boolean;
  outbox: OutboxItem[];
  drafts: Draft[];
  /** What I have attached to my drafts here. */
  uploads: Upload[];
  previous: ThreadSummary[];
  /** What third persons answered the customer in public. */
  answeredBy: Message[];
  /** Of this thread and of its customer, oldest first. */
  notes: Note[];
  escalations: Escalation[];
  questions: Question[];
};

export type Stream = 'mentions' | 'own' | 'direct';

/** What a column's head says about one stream of an account. */
export type StreamState = {
  stream: Stream;
  /** Last successful answer; null before the first. */
  asOf: Ms | null;
  nextAt: Ms | null;
  callsLeft: number | null;
  callsLimit: number | null;
  /** The 24-hour window of these calls, where the network keeps one; null: it never told of one. */
  day: { left: number; limit: number; resetAt: Ms } | null;
  /** A request has waited for its answer longer than two seconds: said in words, never spun. */
  isSlow: boolean;
  /** In words for the agent; null while all is well. */
  trouble: string | null;
};

export type AccountState = {
  account: Account;
  streams: StreamState[];
  /** Each tried apart; empty before anything was tried. */
  directions: DirectionState[];
  /** What calls have cost so far on this day of the network (UTC), in millionths of a US dollar. */
  spentMicros: number;
  /** Messages that arrived but could not be read; kept with their reason. */
  quarantined: number;
};
