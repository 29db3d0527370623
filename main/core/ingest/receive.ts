import type { Tx } from '../../db/db.ts';
import type { RemoteMessage } from '../../providers/provider.ts';
import type { AccountRow } from '../accounts/rows.ts';
import { aroundFirst } from '../clocks/first.ts';
import type { IdentityRow } from '../identities.ts';
import {
  addMessage,
  countRepost,
  getMessage,
  isHere,
  keepVersion,
  lookUp,
  messageIdOf,
  putMessage,
  type MessageRow,
} from '../messages.ts';
import { queueOfFirst } from '../queues/routing.ts';
import { place, placeOut, reopenWindowMs } from '../threads/place.ts';
import { addThreads, derive } from '../threads/settle.ts';
import { contentOf, counterpart, rowOf } from './row-of.ts';

/** What one transaction of fetching carries along. */
export type Batch = {
  account: AccountRow;
  at: number;
  makeId: () => string;
  /** By remote id. */
  identities: Map<string, IdentityRow>;
  /** Customers who were never heard of before this batch: nothing of theirs has to be looked for. */
  newcomers: Set<string>;
  /** Threads to settle at the end. */
  threads: Set<string>;
  arrived: number;
  missing: Set<string>;
  /** They come from a file, not from the network. */
  importId?: string;
};

export const receive = (tx: Tx, batch: Batch, remote: RemoteMessage): void => {
  const { account } = batch;
  if (remote.repostOfRemoteId !== null) return fold(tx, batch, remote, remote.repostOfRemoteId);
  const id = messageIdOf(account.id, remote.kind, remote.remoteId);
  const { isKnown, reposts } = lookUp(tx, id);
  if (isKnown) return revise(tx, batch, id, remote);

  const row = rowOf(tx, batch, remote, id, reposts);
  const { role } = row;
  const other = role === 'context' ? null : counterpart(tx, batch, remote, role);
  if (other && role === 'in') arrive(tx, batch, row, other);
  else if (other) leave(tx, batch, row, other);
  else addMessage(tx, row);
  noteMissing(tx, batch, row);
};

/** A plain repost is no work: it only makes the reposted message weigh more. */
const fold = (tx: Tx, batch: Batch, remote: RemoteMessage, ofRemoteId: string): void => {
  const of = messageIdOf(batch.account.id, 'post', ofRemoteId);
  const threadId = countRepost(tx, of, { accountId: batch.account.id, remoteId: remote.remoteId });
  if (threadId !== null) batch.threads.add(threadId);
};

/** The same message again: only a newer version of it is news. What is gone stays gone, whatever page comes late. */
const revise = (tx: Tx, batch: Batch, id: string, remote: RemoteMessage): void => {
  const known = getMessage(tx, id);
  if (remote.versionId === known.version_id) return confirm(tx, batch, known, remote);
  const isNewest = isLater(remote.versionId, known.version_id);
  if (known.gone_at !== null) {
    if (isNewest) putMessage(tx, { ...known, version_id: remote.versionId });
    return;
  }
  if (!isNewest) {
    return keepVersion(tx, id, { versionId: remote.versionId, text: remote.text, seenAt: batch.at });
  }
  const { version_id: versionId, text, altered_at, received_at } = known;
  keepVersion(tx, id, { versionId, text, seenAt: altered_at ?? received_at });
  putMessage(tx, { ...known, ...contentOf(tx, batch.account.id, remote), altered_at: batch.at });
  if (known.thread_id !== null) batch.threads.add(known.thread_id);
};

/** What left from here was stored with our own time and without addresses of its pictures: the network knows both better. */
const confirm = (tx: Tx, batch: Batch, known: MessageRow, remote: RemoteMessage): void => {
  if (known.outbox_id === null || known.created_at === remote.createdAt || known.gone_at !== null) return;
  const { attachments, lang } = contentOf(tx, batch.account.id, remote);
  putMessage(tx, {
    ...known,
    created_at: remote.createdAt,
    conversation_id: remote.conversationId,
    lang,
    attachments: attachments ?? known.attachments,
  });
  if (known.thread_id !== null) batch.threads.add(known.thread_id);
};

const arrive = (tx: Tx, batch: Batch, row: MessageRow, from: IdentityRow): void => {
  const arrival = {
    accountId: row.account_id,
    customerId: from.customer_id,
    identityId: from.id,
    messageId: row.id,
    createdAt: row.created_at,
  };
  const { id, isNewStart, made } = place(tx, arrival, batch.makeId);
  const seq = addMessage(tx, { ...row, thread_id: id });
  if (made) {
    const queue_id = queueOfFirst(tx, made, row);
    addThreads(tx, [{ ...derive(made, [{ ...row, seq, role: 'in' }], aroundFirst(tx, row)), queue_id }]);
  } else batch.threads.add(id);
  batch.arrived += 1;
  if (!isNewStart) return;
  // Where a thread begins has changed, so the brand's own messages around it may belong to it now.
  for (const out of outsSince(tx, row.account_id, from.customer_id, row.created_at - reopenWindowMs)) {
    moveOut(tx, batch, out, from.customer_id, id);
  }
};

const leave = (tx: Tx, batch: Batch, row: MessageRow, to: IdentityRow): void => {
  const thread = placeOut(tx, {
    accountId: row.account_id,
    customerId: to.customer_id,
    createdAt: row.created_at,
  });
  addMessage(tx, { ...row, thread_id: thread?.id ?? null });
  if (thread) batch.threads.add(thread.id);
};

/** Only into the thread that begins anew: where agents have put the others, they stay. */
const moveOut = (tx: Tx, batch: Batch, out: MessageRow, customerId: string, begun: string): void => {
  const to = placeOut(tx, { accountId: out.account_id, customerId, createdAt: out.created_at })?.id ?? null;
  if (to !== begun || to === out.thread_id) return;
  putMessage(tx, { ...out, thread_id: to });
  for (const id of [to, out.thread_id]) if (id !== null) batch.threads.add(id);
};

const outsSince = (tx: Tx, accountId: string, customerId: string, since: number): MessageRow[] =>
  tx.all<MessageRow>(
    "SELECT m.* FROM identities i JOIN messages m ON m.other_id = i.id AND m.role = 'out' " +
      'WHERE i.customer_id = ? AND m.account_id = ? AND m.created_at >= ?',
    customerId,
    accountId,
    since,
  );

const noteMissing = (tx: Tx, batch: Batch, row: MessageRow): void => {
  if (row.kind !== 'post' || row.in_reply_to === null) return;
  if (!isHere(tx, messageIdOf(row.account_id, 'post', row.in_reply_to))) batch.missing.add(row.in_reply_to);
};

/** Network ids are decimal numbers too long for a double. */
const isLater = (a: string, b: string): boolean => a.length > b.length || (a.length === b.length && a > b);
