import { z } from 'zod';
import { accountId, agentId, customerId, identityId, messageId, outboxId, tagId, threadId } from '../ids.ts';
import { clockKinds, statuses, tagColours } from '../model.ts';
import { escalation, note, question } from './beside.ts';
import { attachment, extras, ms, msOrNull, textOrNull } from './parts.ts';

/**
 * The archive as JSON Lines of our own: one JSON value a line, UTF-8, each line ended by `\n`.
 *
 * - The first line is a `header`, the last an `end` with how many records of each kind stand between: a file without it
 *   was cut, and one whose counts differ was changed.
 * - Between them one record a line, named by `record`. Nothing stands twice, and what a record refers to stands somewhere
 *   above it, save for `previousId`: that thread need not be in the file at all.
 * - Times are epoch milliseconds. Null means what it means on the desk; what may be left out has a default.
 * - Whoever reads passes over fields and records they do not know, and refuses a `version` above their own.
 * - Nothing is masked, and no secret and no telephone number in full is ever in it.
 */
export const archiveFormat = 'earshot-archive';
export const archiveVersion = 1;

export const header = z.object({
  format: z.literal(archiveFormat),
  version: z.number().int().positive(),
  exportedAt: ms,
  /** Of whoever exported it, for people. */
  exportedBy: z.string().default(''),
  /** The version of the program that wrote it. */
  program: z.string().default(''),
  /** What was asked for: every thread in the file is whole, whatever it was. */
  of: z.enum(['thread', 'search', 'customer']),
  /** False: notes, questions to colleagues, calls and what was noted of them were left out. */
  hasNotes: z.boolean(),
});
export type ArchiveHeader = z.infer<typeof header>;

/** A brand on a network, without its tokens. */
export const account = z.object({
  record: z.literal('account'),
  id: accountId,
  provider: z.string(),
  remoteId: z.string(),
  handle: z.string(),
  name: z.string(),
  /** There is only a simulator behind it: such an archive belongs on a practice desk. */
  isPractice: z.boolean(),
});

/** Somebody of the team, as far as others must know who wrote something. */
export const agent = z.object({
  record: z.literal('agent'),
  id: agentId,
  name: z.string(),
  initials: z.string(),
});

export const tag = z.object({
  record: z.literal('tag'),
  id: tagId,
  name: z.string(),
  colour: z.enum(tagColours).default('grey'),
});

/** The person behind one or more identities. */
export const customer = z.object({ record: z.literal('customer'), id: customerId, createdAt: ms });

/** A handle on a network. The brand's own is one too: its messages have it as their author. */
export const identity = z.object({
  record: z.literal('identity'),
  id: identityId,
  customerId,
  provider: z.string(),
  remoteId: z.string(),
  handle: z.string(),
  name: z.string(),
  reach: z.number().int().nullable().default(null),
});

export const thread = z.object({
  record: z.literal('thread'),
  id: threadId,
  accountId,
  customerId,
  /** Of the handles of its customer, the one that wrote. */
  identityId,
  /** The thread before it of the same customer and account; it need not be in the file. */
  previousId: threadId.nullable().default(null),
  status: z.enum(statuses),
  reason: textOrNull,
  assigneeId: agentId.nullable().default(null),
  /** 0 urgent … 3 low. */
  priority: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).default(2),
  /** By its name: queues are the desk's own. */
  queue: textOrNull,
  tags: z.array(tagId).default([]),
  /** When its first and its newest message were written. */
  firstAt: ms,
  lastAt: ms,
  closedAt: msOrNull,
  /** Messages up to then were dealt with by closing; null: it was never closed. */
  clearedUntil: msOrNull,
  snoozedUntil: msOrNull,
  /** An agent began it here: nothing folds it away. */
  isSplit: z.boolean().default(false),
  /** Warnings and misses of its clocks, recorded for good. */
  marks: z
    .array(
      z.object({
        clock: z.enum(clockKinds),
        startedAt: ms,
        dueAt: ms,
        warnedAt: msOrNull,
        breachedAt: msOrNull,
        /** It passed while the desk was looking. */
        isSeen: z.boolean(),
      }),
    )
    .default([]),
});

/** One network message as one account sees it. Those of a thread stand in the order in which they were written. */
export const message = z.object({
  record: z.literal('message'),
  id: messageId,
  accountId,
  /** Null: a post of others above a thread, or the brand's own said to nobody. */
  threadId: threadId.nullable(),
  kind: z.enum(['post', 'dm']),
  /** `context`: somebody else's post above a thread. */
  direction: z.enum(['in', 'out', 'context']),
  remoteId: z.string(),
  /** The network's name of its newest version; the same as `remoteId` where it was never edited. */
  versionId: z.string(),
  authorId: identityId,
  /** The customer's identity; null where there is none. */
  otherId: identityId.nullable().default(null),
  conversationId: textOrNull,
  /** The network's name of the post it answers. */
  inReplyTo: textOrNull,
  text: z.string(),
  /** The text was over the cap and stored cut. */
  isCut: z.boolean().default(false),
  /** By the network's clock; when it came to this desk, by the desk's. */
  createdAt: ms,
  receivedAt: ms,
  lang: textOrNull,
  /** It calls the brand by name, so the network takes a public answer. */
  isSummons: z.boolean().default(false),
  /** No person wrote it: no clock stops. */
  isAutomatic: z.boolean().default(false),
  reposts: z.number().int().nonnegative().default(0),
  attachments: z.array(attachment).default([]),
  /** Polls, link cards, the post it quotes. */
  extras: extras.nullable().default(null),
  /** Of ours: inbound messages up to then are answered by it. */
  answersUntil: msOrNull,
  /** Why the network took no public answer to it; null: it never refused one. */
  refused: textOrNull,
  /** When we learned of its last edit or deletion. */
  alteredAt: msOrNull,
  /** It can't be read at its source any more, so its text is empty here too: a tombstone. */
  gone: z
    .object({ at: ms, because: z.enum(['deleted', 'protected', 'suspended', 'withheld', 'expired']) })
    .nullable()
    .default(null),
  /** What it said before its edits, oldest first. */
  versions: z.array(z.object({ versionId: z.string(), text: z.string(), seenAt: ms })).default([]),
  /** Who sent it from this desk; null: the customer, or somebody of the brand elsewhere. */
  sent: z.object({ outboxId, by: agentId, queuedAt: ms, acceptedAt: ms }).nullable().default(null),
});

export const archiveRecord = z.discriminatedUnion('record', [
  account,
  agent,
  tag,
  customer,
  identity,
  thread,
  message,
  note,
  question,
  escalation,
]);
/** As it is written: everything is there. */
export type ArchiveRecord = z.output<typeof archiveRecord>;
export type RecordName = ArchiveRecord['record'];
export type RecordOf<N extends RecordName> = Extract<ArchiveRecord, { record: N }>;

export const recordNames = [
  'account',
  'agent',
  'tag',
  'customer',
  'identity',
  'thread',
  'message',
  'note',
  'question',
  'escalation',
] as const satisfies readonly RecordName[];

/** How many records of each kind the file has; kinds without any may be left out. */
export const end = z.object({
  record: z.literal('end'),
  counts: z.record(z.string(), z.number().int().nonnegative()),
});
export type ArchiveEnd = z.infer<typeof end>;

/** A line of the file, with its end. JSON never holds a line break of its own. */
export const lineOf = (value: ArchiveHeader | ArchiveRecord | ArchiveEnd): string =>
  `${JSON.stringify(value)}\n`;
