import type { Stream } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';
import type { Lookup, Poll, RemoteMessage } from '../../providers/provider.ts';
import type { AccountRow } from '../accounts/rows.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { rememberIdentities, type IdentityRow } from '../identities.ts';
import { routed } from '../queues/routing.ts';
import { findThread } from '../threads/rows.ts';
import { settle } from '../threads/settle.ts';
import { quarantine } from './quarantine.ts';
import { createQuick } from './quick.ts';
import { receive, type Batch } from './receive.ts';

export type Ingested = {
  /** New messages of customers. */
  arrived: number;
  /** Posts that were answered but are not here: worth a lookup. */
  missing: string[];
};

/**
 * Takes one answer of a network into the desk: rows and cursor in one transaction, so that a kill at any moment neither
 * skips nor doubles. The same answer again, or pages in another order, end in the same state.
 */
export const ingest = (
  desk: Desk,
  account: AccountRow,
  stream: Stream,
  answer: Pick<Poll, 'messages' | 'identities' | 'unreadable' | 'cursor'>,
): Ingested =>
  operate(desk, fetched(account, stream, answer.messages.length), (tx, at) => {
    const value = take(desk, tx, account, stream, answer, at);
    put(tx, 'cursors', { account_id: account.id, stream, value: answer.cursor, as_of: at });
    return { value };
  }).value;

/** The same for posts that were looked up as context: no cursor moves. */
export const ingestLookup = (desk: Desk, account: AccountRow, answer: Lookup): Ingested =>
  operate(desk, fetched(account, 'lookup', answer.messages.length), (tx, at) => ({
    value: take(desk, tx, account, 'mentions', answer, at),
  })).value;

const fetched = (account: AccountRow, stream: string, count: number) => ({
  op: 'account.ingest',
  by: account.provider,
  input: { accountId: account.id, stream, count },
});

const take = (
  desk: Desk,
  tx: Tx,
  account: AccountRow,
  stream: Stream,
  answer: Pick<Poll, 'messages' | 'identities' | 'unreadable'>,
  at: number,
): Ingested => {
  const batch: Batch = {
    account,
    at,
    makeId: () => newId(desk),
    identities: new Map<string, IdentityRow>(),
    newcomers: new Set(),
    threads: new Set(),
    arrived: 0,
    missing: new Set(),
  };
  const made = { at, id: batch.makeId, onNew: (customerId: string) => void batch.newcomers.add(customerId) };
  for (const row of rememberIdentities(tx, account.provider, answer.identities, made)) {
    batch.identities.set(row.remote_id, row);
  }
  const messages = oldestFirst(answer.messages);
  const posts = messages.filter((message) => message.repostOfRemoteId === null);
  const quick = createQuick(tx, batch, posts);
  for (const message of posts) {
    if (!quick.take(message)) quick.handOver(message, () => receive(tx, batch, message));
  }
  quick.flush();
  for (const message of messages) if (message.repostOfRemoteId !== null) receive(tx, batch, message);
  for (const unreadable of answer.unreadable) quarantine(tx, account.id, stream, unreadable, at);
  for (const id of batch.threads) {
    const row = findThread(tx, id);
    // Its first message may be another one by now, or say something else: the rules are asked anew.
    if (row) settle(tx, id, row.is_open === 1 ? routed(tx, row) : {}, row);
  }
  return { arrived: batch.arrived, missing: [...batch.missing] };
};

export const oldestFirst = (messages: readonly RemoteMessage[]): RemoteMessage[] =>
  messages.toSorted((a, b) => a.createdAt - b.createdAt || (a.remoteId < b.remoteId ? -1 : 1));
