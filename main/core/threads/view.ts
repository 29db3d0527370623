import { AppError } from '../../../shared/errors.ts';
import type { CustomerId, IdentityId, MessageId, ThreadId, AccountId } from '../../../shared/ids.ts';
import { isOfFile } from '../../../shared/import/mapping.ts';
import type { Attachment, Extras, Identity, Message, ThreadView } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import { findCard } from '../columns/cards.ts';
import type { Desk } from '../desk.ts';
import { draftsOf } from '../drafts.ts';
import { questionsOf } from '../experts/rows.ts';
import type { IdentityRow } from '../identities.ts';
import { findMessage, messageIdOf, type MessageRow } from '../messages.ts';
import { notesOf } from '../notes/rows.ts';
import { itemsOf } from '../outbox/shown.ts';
import { escalationsOf } from '../phone/rows.ts';
import { uploadOf, uploadsOfDrafts } from '../uploads/rows.ts';
import { answersOfOthers } from './answered-by.ts';
import { previousOf } from './previous.ts';
import { getThread, type ThreadRow } from './rows.ts';

/** The pane opens with the newest messages; earlier ones come page by page. */
const pageSize = 100;
/** How far up a conversation the posts of others are shown. */
const contextDepth = 12;

/** Everything the thread pane shows. Throws `not-found`. */
export const viewThread = (desk: Desk, id: string): ThreadView => {
  const { db } = desk;
  const thread = getThread(db, id);
  const card = findCard(db, id);
  if (!card) throw new AppError('not-found', 'This thread is no longer on this desk.');
  const { messages, hasEarlier } = messagesBefore(db, id, null);
  return {
    card,
    customer: { id: thread.customer_id as CustomerId, identities: identitiesOf(db, thread.customer_id) },
    context: contextOf(db, thread, messages),
    messages,
    hasEarlier,
    outbox: itemsOf(db, id).filter((item) => item.state.at !== 'sent'),
    drafts: draftsOf(desk, id),
    uploads: uploadsOfDrafts(db, id, desk.me).map(uploadOf),
    previous: previousOf(db, thread),
    answeredBy: messagesById(db, answersOfOthers(db, thread)),
    notes: notesOf(db, id, thread.customer_id),
    escalations: escalationsOf(db, id),
    questions: questionsOf(db, id),
  };
};

/** A page of messages ending before one of them (null: the newest), oldest first. */
export const messagesBefore = (
  db: Reader,
  threadId: string,
  before: string | null,
): { messages: Message[]; hasEarlier: boolean } => {
  const edge = before === null ? undefined : findMessage(db, before);
  const keyset = edge ? ' AND (m.created_at, m.id) < (?, ?)' : '';
  const sql = `${shown} WHERE m.thread_id = ?${keyset} ORDER BY m.created_at DESC, m.id DESC LIMIT ${pageSize + 1}`;
  const rows = edge
    ? db.all<ShownRow>(sql, threadId, edge.created_at, edge.id)
    : db.all<ShownRow>(sql, threadId);
  return {
    messages: rows.slice(0, pageSize).map(messageOf).toReversed(),
    hasEarlier: rows.length > pageSize,
  };
};

export const messagesById = (db: Reader, ids: Iterable<string>): Message[] =>
  [...ids].flatMap((id) => db.all<ShownRow>(`${shown} WHERE m.id = ?`, id)).map(messageOf);

type ShownRow = MessageRow & {
  seq: number;
  revision: number;
  handle: string;
  name: string;
  initials: string | null;
};

const shown =
  'SELECT m.*, i.handle, i.name, a.initials FROM messages m JOIN identities i ON i.id = m.author_id ' +
  'LEFT JOIN outbox o ON o.id = m.outbox_id LEFT JOIN agents a ON a.id = o.agent_id';

const messageOf = (row: ShownRow): Message => ({
  id: row.id as MessageId,
  threadId: row.thread_id as ThreadId | null,
  accountId: row.account_id as AccountId,
  kind: row.kind,
  direction: row.role === 'out' ? 'out' : 'in',
  authorId: row.author_id as IdentityId,
  authorHandle: row.handle,
  authorName: row.name,
  text: row.text,
  isCut: row.is_cut === 1,
  isEdited: row.version_id !== row.remote_id,
  createdAt: row.created_at,
  receivedAt: row.received_at,
  arrival: row.seq,
  lang: row.lang,
  inReplyTo: row.in_reply_to === null ? null : messageIdOf(row.account_id, 'post', row.in_reply_to),
  reposts: row.reposts,
  attachments: row.attachments === null ? [] : (JSON.parse(row.attachments) as Attachment[]),
  extras: row.extras === null ? null : (JSON.parse(row.extras) as Extras),
  alteredAt: row.altered_at,
  gone: row.gone_at === null ? null : { at: row.gone_at, because: row.gone_because ?? 'deleted' },
  sentBy: row.initials,
  permalink:
    row.kind === 'post' && !isOfFile(row.remote_id)
      ? `https://x.com/${encodeURIComponent(row.handle)}/status/${row.version_id}`
      : null,
  revision: row.revision,
});

/** The posts of others above the first message: what the customer was answering. */
const contextOf = (db: Reader, thread: ThreadRow, messages: readonly Message[]): Message[] => {
  const here = new Set(messages.map((message) => message.id));
  const first = messages.find(
    (message) => message.kind === 'post' && message.inReplyTo && !here.has(message.inReplyTo),
  );
  const chain: Message[] = [];
  let next = first?.inReplyTo ?? null;
  while (next && chain.length < contextDepth) {
    const [message] = messagesById(db, [next]);
    if (!message || message.threadId === thread.id) break;
    chain.unshift(message);
    next = message.inReplyTo;
  }
  return chain;
};

const identitiesOf = (db: Reader, customerId: string): Identity[] =>
  db
    .all<IdentityRow>('SELECT * FROM identities WHERE customer_id = ? ORDER BY id', customerId)
    .map((row) => ({
      id: row.id as IdentityId,
      customerId: row.customer_id as CustomerId,
      handle: row.handle,
      name: row.name,
      reach: row.reach,
    }));
