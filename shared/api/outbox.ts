import { z } from 'zod';
import { noActionReasons } from '../action.ts';
import { partsCap } from '../compose/split.ts';
import { accountId, messageId, outboxId, threadId, uploadId } from '../ids.ts';
import { outboxStates, type Draft, type OutboxItem, type Upload } from '../model.ts';
import { gives, request, text, type Changed } from './request.ts';

/** So many bytes of a file cross the door at once; larger files come in pieces. */
export const bytesPerCall = 64 * 1024 * 1024;

const outgoing = z.object({
  id: outboxId,
  threadId,
  /** The newest message the agent had on screen: if the thread has moved on since, the send is refused. */
  head: messageId.nullable(),
  /** The newest `alteredAt` on screen, 0 if none: what was edited or deleted since stops the send. */
  alteredSeen: z.number().int().min(0).default(0),
  text,
  /** The further parts of a chain. Each answers the one before; only the last is signed. */
  rest: z
    .array(text)
    .max(partsCap - 1)
    .default([]),
  /** What goes with the first part, in this order. */
  uploads: z.array(uploadId).max(4).default([]),
  /** The log keeps what was overridden. */
  sendAnyway: z.boolean().default(false),
  /** Sent although a colleague has said nearly the same to somebody else; the log keeps it. */
  sendAlike: z.boolean().default(false),
  thenResolve: z.boolean().default(false),
  /** With `thenResolve`: closed as no work, for this reason, instead of resolved as answered. */
  closesAs: z.enum(noActionReasons).optional(),
});

const onItem = z.object({ id: outboxId });
const bytes = z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= bytesPerCall);
const file = z.object({
  /** Null: for a post of the brand's own. */
  threadId: threadId.nullable(),
  accountId,
  messageKind: z.enum(['post', 'dm']),
  name: z.string().trim().min(1).max(255),
  /** What the system takes it for; the first bytes decide. */
  mime: z.string().max(100),
});

export const outboxRequests = {
  'message.reply': request(outgoing, gives<Queued>()),
  'message.direct': request(outgoing, gives<Queued>()),

  'outbox.page': request(
    z.object({
      states: z.array(z.enum(outboxStates)).min(1).max(outboxStates.length),
      /** The last one known; null: from the newest. */
      after: z.object({ stateAt: z.number(), id: outboxId }).nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    gives<OutboxPage>(),
  ),
  /** Takes back what has not left, of a chain the whole rest: it is a draft again. */
  'outbox.cancel': request(onItem, gives<Changed & { draft: Draft | null }>()),
  /** The same by its author, to go on writing. */
  'outbox.edit': request(onItem, gives<Draft>()),
  'outbox.retry': request(onItem, gives<Changed>()),
  /** Without waiting any longer for second thoughts. */
  'outbox.sendNow': request(onItem, gives<Changed>()),
  /** What nobody can know but a person who looks: it arrived (as this message, if it was read), or it did not. */
  'outbox.decide': request(
    z.object({
      id: outboxId,
      as: z.enum(['arrived', 'lost']),
      messageId: messageId.optional(),
    }),
    gives<Changed>(),
  ),

  'upload.add': request(file.extend({ data: bytes }), gives<Upload>()),
  /** For a larger file, or one that is read piece by piece: nothing is attached before its last byte is here. */
  'upload.begin': request(
    file.extend({ bytes: z.number().int().min(1) }),
    gives<{ id: Upload['id']; pieceBytes: number }>(),
  ),
  /** `upload` is null until the last piece. */
  'upload.append': request(
    z.object({ id: uploadId, from: z.number().int().min(0), data: bytes }),
    gives<{ received: number; upload: Upload | null }>(),
  ),
  'upload.describe': request(z.object({ id: uploadId, altText: z.string().max(1000) }), gives<Upload>()),
  'upload.remove': request(z.object({ id: uploadId }), gives<Changed>()),
  'upload.order': request(z.object({ ids: z.array(uploadId).min(1).max(4) }), gives<Changed>()),
};

export type Queued = { seq: number; item: OutboxItem };
/** Newest state first. */
export type OutboxPage = { items: OutboxItem[]; hasMore: boolean };
