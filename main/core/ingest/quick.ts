import type { Tx } from '../../db/db.ts';
import type { RemoteMessage } from '../../providers/provider.ts';
import { aroundFirst } from '../clocks/first.ts';
import { addMarks, type Mark } from '../clocks/marks.ts';
import { bookOf } from '../clocks/rows.ts';
import { addMessages, knownAmong, nextSeq, repostsAmong, messageIdOf, type MessageRow } from '../messages.ts';
import { queueOfFirst } from '../queues/routing.ts';
import { begin } from '../threads/place.ts';
import { newestThreads, type ThreadRow } from '../threads/rows.ts';
import { addThreads, derive, putThread, withNewest } from '../threads/settle.ts';
import type { Batch } from './receive.ts';
import { counterpart, roleOf, rowOf } from './row-of.ts';

/**
 * Takes in what is plainly new: a message newer than everything in its open thread, or the first of somebody unknown.
 * Such messages are decided on rows read once for the whole answer, and written together at the end. Everything else
 * (late, edited, reopening, folding) is left to `receive`, whose result is the same for these: it only asks more.
 */
export type Quick = {
  /** False: not plain. */
  take(remote: RemoteMessage): boolean;
  /** Writes what was taken; then lets somebody else deal with a message, and keeps off its customer from then on. */
  handOver(remote: RemoteMessage, receive: () => void): void;
  flush(): void;
};

type Working = { before: ThreadRow | null; row: ThreadRow };

export const createQuick = (tx: Tx, batch: Batch, messages: readonly RemoteMessage[]): Quick => {
  const accountId = batch.account.id;
  const idOf = (one: RemoteMessage): string => messageIdOf(accountId, one.kind, one.remoteId);
  const ids = messages.map(idOf);
  const answered = messages.flatMap(({ kind, inReplyToRemoteId }) =>
    kind === 'post' && inReplyToRemoteId !== null ? [messageIdOf(accountId, 'post', inReplyToRemoteId)] : [],
  );
  const here = knownAmong(tx, [...ids, ...answered]);
  const reposts = repostsAmong(tx, ids);
  const newest = new Map<string, Working>();
  const customers = new Set([...batch.identities.values()].map(({ customer_id }) => customer_id));
  const known = [...customers].filter((id) => !batch.newcomers.has(id));
  for (const row of newestThreads(tx, known, accountId)) {
    newest.set(row.customer_id, { before: row, row });
  }
  /** Dealt with by somebody else: what was read of them is stale. */
  const left = new Set<string>();
  /** The brand wrote to them before they ever wrote: their first message has to look for that. */
  const addressed = new Set<string>();
  let waiting: MessageRow[] = [];
  const book = bookOf(tx);
  let late: Mark[] = [];
  let seq = nextSeq(tx);

  const customerOf = (remote: RemoteMessage, role: MessageRow['role']): string | undefined =>
    role === 'context' ? undefined : counterpart(tx, batch, remote, role)?.customer_id;

  const first = (row: MessageRow, customerId: string): Working | null => {
    if (!batch.newcomers.has(customerId) || addressed.has(customerId)) return null;
    const { author_id: identityId, id: messageId, created_at: createdAt } = row;
    const made = begin({ accountId, customerId, identityId, messageId, createdAt }, null, batch.makeId());
    return { before: null, row: { ...made, queue_id: queueOfFirst(tx, made, row) } };
  };

  const flush = (): void => {
    addMessages(tx, waiting);
    waiting = [];
    addMarks(tx, late);
    late = [];
    const made: Working[] = [];
    for (const working of newest.values()) {
      if (working.before === null) made.push(working);
      else if (working.row !== working.before) {
        working.row = working.before = putThread(tx, working.row, working.before);
      }
    }
    addThreads(
      tx,
      made.map(({ row }) => row),
    );
    for (const working of made) working.before = working.row;
  };

  return {
    take(remote) {
      const id = idOf(remote);
      if (here.has(id) || remote.repostOfRemoteId !== null) return false;
      const row = rowOf(tx, batch, remote, id, reposts.get(id) ?? 0);
      const customerId = customerOf(remote, row.role);
      if (customerId !== undefined && row.role !== 'context') {
        if (left.has(customerId)) return false;
        const facts = { ...row, seq, role: row.role };
        const known = newest.get(customerId) ?? null;
        const working = known ?? (row.role === 'in' ? first(row, customerId) : undefined);
        if (working === null) return false;
        if (working) {
          const next = known
            ? withNewest(known.row, facts, book, late)
            : derive(working.row, [facts], aroundFirst(tx, row));
          if (!next) return false;
          working.row = next;
          newest.set(customerId, working);
          row.thread_id = next.id;
        } else if (batch.newcomers.has(customerId)) addressed.add(customerId);
        else return false;
      }
      row.seq = seq++;
      waiting.push(row);
      here.add(id);
      if (row.role === 'in') batch.arrived += 1;
      if (
        row.kind === 'post' &&
        row.in_reply_to !== null &&
        !here.has(messageIdOf(accountId, 'post', row.in_reply_to))
      ) {
        batch.missing.add(row.in_reply_to);
      }
      return true;
    },
    handOver(remote, receive) {
      flush();
      const customerId = customerOf(remote, roleOf(batch.account, remote));
      // A newcomer who was written to has something to be looked for.
      if (customerId !== undefined) batch.newcomers.delete(customerId);
      receive();
      if (customerId !== undefined) left.add(customerId);
      seq = nextSeq(tx);
    },
    flush,
  };
};
