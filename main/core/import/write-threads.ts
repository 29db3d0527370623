import type { RecordOf } from '../../../shared/archive/record.ts';
import { coverCards } from '../../../shared/card-numbers.ts';
import { importedReason } from '../../../shared/import/mapping.ts';
import { isOpen } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import type { RemoteMessage } from '../../providers/provider.ts';
import { getAccount } from '../accounts/rows.ts';
import { aroundFirst } from '../clocks/first.ts';
import { withoutForgotten } from '../erase/forgotten.ts';
import { identityIdOf, placeIdentity, type IdentityRow } from '../identities.ts';
import {
  addMessages,
  keepVersion,
  knownAmong,
  messageIdOf,
  nextSeq,
  unaltered,
  type MessageRow,
} from '../messages.ts';
import { withTags } from '../tags/thread-tags.ts';
import { begin } from '../threads/place.ts';
import { findThread, hasOpen, type ThreadRow } from '../threads/rows.ts';
import { addThreads, derive, settle } from '../threads/settle.ts';
import { asPast, isPast } from './imported.ts';
import { storable } from './text.ts';
import type { ThreadUnit } from './units.ts';
import { writeBeside } from './write-beside.ts';
import type { Written } from './write-talks.ts';

export type Restoring = {
  importId: string;
  at: number;
  /** By the file's id of a tag: ours. */ tags: ReadonlyMap<string, string>;
};

/**
 * A thread as another desk (or this one) had it, with its own id, or what of it is not here yet. A thread that was open there
 * long ago is history here; one that goes on comes back open unless its customer has an open one already.
 */
export const writeThread = (tx: Tx, restoring: Restoring, unit: ThreadUnit): Written => {
  const { at, importId } = restoring;
  const kept = remembered(tx, unit);
  const people = placePeople(tx, unit, kept, at);
  const ids = new Map(unit.messages.map((one) => [one, messageIdOf(one.accountId, one.kind, one.remoteId)]));
  const here = knownAmong(tx, [...ids.values()]);
  const fresh = kept.filter((one) => !here.has(ids.get(one) ?? ''));
  const written: Written = {
    added: fresh.length,
    known: kept.length - fresh.length,
    threads: 0,
    forgotten: unit.messages.length - kept.length,
  };
  let seq = nextSeq(tx);
  const rows = fresh.map((one): MessageRow & { seq: number } => ({
    ...rowOf(one, people, importId, at),
    seq: seq++,
  }));
  if (!unit.thread) {
    addMessages(tx, rows);
    writeBeside(tx, unit, { threadId: null, people, at });
    return written;
  }
  const home = findThread(tx, unit.thread.id) ?? homeOfKnown(tx, [...here]);
  if (home) {
    addMessages(
      tx,
      rows.map((row) => ({ ...row, thread_id: row.role === 'context' ? null : home.id })),
    );
    const newest = Math.max(...rows.map(({ created_at }) => created_at));
    const isDealtWith = home.is_open === 0 && rows.length > 0;
    const patch = isDealtWith
      ? { cleared_until: Math.max(home.cleared_until ?? 0, newest), read_seq: seq - 1 }
      : {};
    if (rows.length > 0) settle(tx, home.id, patch, home);
  } else if (rows.some(({ role }) => role === 'in')) {
    const thread = threadOf(tx, restoring, unit.thread, rows, people);
    addMessages(
      tx,
      rows.map((row) => ({ ...row, thread_id: row.role === 'context' ? null : thread.id })),
    );
    addThreads(tx, [thread]);
    tagged(tx, restoring, thread, unit.thread);
    written.threads = 1;
  } else addMessages(tx, rows);
  for (const one of fresh)
    for (const version of one.versions)
      keepVersion(tx, ids.get(one) ?? '', { ...version, text: coverCards(storable(version.text).text) });
  writeBeside(tx, unit, { threadId: home?.id ?? unit.thread.id, people, at });
  return written;
};

type People = ReadonlyMap<string, IdentityRow>;

/** By the file's id. Somebody known here is the customer they are here. */
const placePeople = (
  tx: Tx,
  { thread, identities, customers }: ThreadUnit,
  messages: readonly RecordOf<'message'>[],
  at: number,
): People => {
  const named = new Set<string | null | undefined>(
    messages.flatMap(({ authorId, otherId }) => [authorId, otherId]),
  );
  // Of a thread of which all was erased here nobody comes back.
  if (messages.length > 0) named.add(thread?.identityId);
  const made = new Map(customers.map(({ id, createdAt }) => [id as string, createdAt]));
  const people = new Map<string, IdentityRow>();
  for (const one of identities) {
    if (!named.has(one.id)) continue;
    const row: IdentityRow = {
      id: identityIdOf('x', one.remoteId),
      provider: 'x',
      remote_id: one.remoteId,
      customer_id: one.customerId,
      ...{ handle: one.handle, name: one.name, reach: one.reach },
    };
    people.set(one.id, placeIdentity(tx, row, made.get(one.customerId) ?? at));
  }
  return people;
};

const rowOf = (one: RecordOf<'message'>, people: People, importId: string, at: number): MessageRow => {
  const isGone = one.gone !== null;
  const { text, isCut } = storable(isGone ? '' : one.text);
  return {
    ...unaltered,
    id: messageIdOf(one.accountId, one.kind, one.remoteId),
    account_id: one.accountId,
    ...{ kind: one.kind, remote_id: one.remoteId, version_id: one.versionId, role: one.direction },
    thread_id: null,
    author_id: people.get(one.authorId)?.id ?? '',
    other_id: one.otherId === null ? null : (people.get(one.otherId)?.id ?? null),
    ...{ conversation_id: one.conversationId, in_reply_to: one.inReplyTo },
    text: one.direction === 'out' ? text : coverCards(text),
    is_cut: one.isCut || isCut ? 1 : 0,
    created_at: one.createdAt,
    received_at: at,
    lang: one.lang,
    is_summons: one.isSummons ? 1 : 0,
    reposts: one.reposts,
    attachments: isGone || one.attachments.length === 0 ? null : JSON.stringify(one.attachments),
    extras: isGone || one.extras === null ? null : JSON.stringify(one.extras),
    answers_until: one.direction === 'out' ? (one.answersUntil ?? one.createdAt) : null,
    outbox_id: null,
    is_automatic: one.isAutomatic ? 1 : 0,
    altered_at: one.alteredAt,
    gone_at: one.gone?.at ?? null,
    gone_because: one.gone?.because ?? null,
    refused: one.refused,
    import_id: importId,
  };
};

/** Where those of its messages stand that are here. */
const homeOfKnown = (tx: Tx, ids: readonly string[]): ThreadRow | undefined => {
  const found = tx.find<{ thread_id: string }>(
    'SELECT m.thread_id FROM json_each(?) j JOIN messages m ON m.id = j.value WHERE m.thread_id IS NOT NULL ' +
      'ORDER BY m.created_at LIMIT 1',
    JSON.stringify(ids),
  );
  return found && findThread(tx, found.thread_id);
};

const threadOf = (
  tx: Tx,
  { at }: Restoring,
  told: RecordOf<'thread'>,
  rows: readonly (MessageRow & { seq: number })[],
  people: People,
): ThreadRow => {
  const first = rows.find(({ role }) => role === 'in') ?? rows[0];
  const identity = people.get(told.identityId);
  if (!first || !identity) throw new Error('a thread without a customer');
  const begun = begin(
    {
      accountId: told.accountId,
      customerId: identity.customer_id,
      identityId: identity.id,
      messageId: first.id,
      createdAt: first.created_at,
    },
    told.previousId,
    told.id,
  );
  const isHistory = isOpen(told.status) && (isPast(told.lastAt, at) || hasOpen(tx, begun));
  const read_seq = Math.max(...rows.map(({ seq }) => seq));
  const ended = {
    is_open: 0 as const,
    read_seq,
    status: told.status,
    reason: told.reason ?? importedReason,
    assignee_id: told.assigneeId,
    closed_at: told.closedAt ?? told.lastAt,
    cleared_until: told.clearedUntil ?? told.lastAt,
  };
  // Whoever had it open there has it not here: it waits for somebody.
  const goesOn = { cleared_until: told.clearedUntil, closed_at: told.closedAt };
  const by = isHistory ? { ...asPast(told.lastAt), read_seq } : isOpen(told.status) ? goesOn : ended;
  const row = {
    ...begun,
    ...by,
    priority: told.priority,
    is_split: told.isSplit ? (1 as const) : (0 as const),
  };
  const facts = rows.flatMap((one) => (one.role === 'context' ? [] : [{ ...one, role: one.role }]));
  return derive(row, facts, aroundFirst(tx, first));
};

const tagged = (tx: Tx, { at, tags }: Restoring, row: ThreadRow, told: RecordOf<'thread'>): void => {
  const ids = [...new Set(told.tags.flatMap((id) => tags.get(id) ?? []))];
  if (ids.length > 0) settle(tx, row.id, withTags(tx, at, row, ids));
};

/** Without what was erased from this desk once. */
const remembered = (tx: Tx, { messages, identities }: ThreadUnit): RecordOf<'message'>[] => {
  const [first] = messages;
  if (!first) return [];
  const names = new Map(identities.map(({ id, remoteId }) => [id, remoteId]));
  const remotes = messages.map((one): RemoteMessage => ({
    ...{ kind: one.kind, remoteId: one.remoteId, versionId: one.versionId, createdAt: one.createdAt },
    authorRemoteId: names.get(one.authorId) ?? '',
    toRemoteId: one.direction === 'out' && one.otherId !== null ? (names.get(one.otherId) ?? null) : null,
    ...{ conversationId: null, inReplyToRemoteId: null, repostOfRemoteId: null, text: '', isCut: false },
    ...{ lang: null, isSummons: false, attachments: [], extras: null },
  }));
  const content = { messages: remotes, identities: [], unreadable: [] };
  const kept = new Set(withoutForgotten(tx, getAccount(tx, first.accountId), content).messages);
  return messages.filter((_, at) => {
    const remote = remotes[at];
    return remote !== undefined && kept.has(remote);
  });
};
