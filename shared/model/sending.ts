import type { AccountId, AgentId, IdentityId, OutboxId, ScheduleId, ThreadId, UploadId } from '../ids.ts';
import type { Ms } from './time.ts';

/** A picture or film that goes with a message. Its bytes are kept on this disk until the message is settled. */
export type Upload = {
  id: UploadId;
  threadId: ThreadId | null;
  accountId: AccountId;
  by: AgentId;
  /** Of which draft: an answer in public, or a direct message. */
  messageKind: 'post' | 'dm';
  /** Null: still with the draft. */
  outboxId: OutboxId | null;
  /** Its place among the attachments of one message, from 0. */
  position: number;
  kind: 'photo' | 'gif' | 'video';
  name: string;
  mime: string;
  bytes: number;
  altText: string;
  state: UploadState;
  revision: number;
};

export type UploadState =
  /** On this disk; it is handed over when the message leaves. */
  | { at: 'kept' }
  | { at: 'uploading'; sentBytes: number }
  | { at: 'uploaded' }
  | { at: 'failed'; reason: string };

/** A message that leaves later, after a second person has read it. */
export type Schedule = {
  id: ScheduleId;
  accountId: AccountId;
  /** Null: a post of the brand's own. */
  threadId: ThreadId | null;
  kind: 'post' | 'dm';
  text: string;
  /** Whose open thread holds it back; null: it is said to nobody in particular. */
  toIdentityId: IdentityId | null;
  toHandle: string | null;
  by: AgentId;
  at: Ms;
  state: 'waiting' | 'approved' | 'refused' | 'queued' | 'cancelled';
  decidedBy: AgentId | null;
  /** Why it was refused, or is held; null: neither. */
  reason: string | null;
  /** The machine that will send it, by the name people know it by. */
  machine: string;
  outboxId: OutboxId | null;
  createdAt: Ms;
  revision: number;
};
