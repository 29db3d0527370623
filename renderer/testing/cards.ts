import type { AccountId, AgentId, IdentityId, MessageId, OutboxId, ThreadId } from '../../shared/ids.ts';
import type { Account, Card, Message, OutboxItem, OutboxState } from '../../shared/model.ts';

export const me = 'agent-me' as AgentId;
export const colleague = 'agent-jb' as AgentId;
export const accountId = 'x:account:1' as AccountId;
export const threadId = (name: string): ThreadId => name as ThreadId;

export const card = (name: string, over: Partial<Card> = {}): Card => ({
  id: threadId(name),
  accountId,
  revision: 1,
  status: 'new',
  assigneeId: null,
  assigneeInitials: null,
  handle: name,
  name: `Name of ${name}`,
  reach: null,
  preview: `What ${name} wrote`,
  previewKind: 'post',
  lang: null,
  waitingSince: 1000,
  lastMessageAt: 1000,
  sortAt: 1000,
  isUnread: false,
  inbound: 1,
  outbound: 0,
  reposts: 0,
  hasDirect: false,
  replyRight: 'may-reply',
  sending: null,
  ...over,
});

export const account = (over: Partial<Account> = {}): Account => ({
  id: accountId,
  provider: 'x',
  remoteId: '1',
  handle: 'brightline',
  name: 'Brightline',
  isPractice: true,
  pausedBecause: null,
  revision: 1,
  ...over,
});

export const message = (thread: string, name: string, over: Partial<Message> = {}): Message => ({
  id: `${accountId}/post/${name}` as MessageId,
  threadId: threadId(thread),
  accountId,
  kind: 'post',
  direction: 'in',
  authorId: `x:user:${thread}` as IdentityId,
  authorHandle: thread,
  authorName: `Name of ${thread}`,
  text: `Message ${name}`,
  isCut: false,
  isEdited: false,
  createdAt: 1000,
  receivedAt: 1000,
  arrival: 1,
  lang: null,
  inReplyTo: null,
  reposts: 0,
  attachments: [],
  sentBy: null,
  permalink: null,
  revision: 1,
  ...over,
});

export const outboxItem = (
  thread: string,
  state: OutboxState,
  over: Partial<OutboxItem> = {},
): OutboxItem => ({
  id: 'outbox-1' as OutboxId,
  threadId: threadId(thread),
  accountId,
  kind: 'post',
  text: 'Sorry to hear that ^AB',
  by: me,
  byInitials: 'AB',
  queuedAt: 1000,
  state,
  revision: 1,
  ...over,
});
