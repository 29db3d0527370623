import type { Stream } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';
import type { Lookup, Poll, RemoteMessage } from '../../providers/provider.ts';
import type { AccountRow } from '../accounts/rows.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { withoutForgotten } from '../erase/forgotten.ts';
import { noteGaps, type Told } from '../gaps/found.ts';
import { rememberIdentities, type IdentityRow } from '../identities.ts';
import { settleTurnedUp } from '../outbox/turned-up.ts';
import { spend } from '../poller/spending.ts';
import { routed } from '../queues/routing.ts';
import { findThread } from '../threads/rows.ts';
import { settle } from '../threads/settle.ts';
import { bury, type Gone } from './bury.ts';
import { withoutCards } from './cards.ts';
import { quarantine, releaseFromQuarantine } from './quarantine.ts';
import { createQuick } from './quick.ts';
import { receive, type Batch } from './receive.ts';

export type Ingested = {
  /** New messages of customers. */
  arrived: number;
  /** Posts that were answered but are not here: worth a lookup. */
  missing: string[];
};

type Content = Pick<Poll, 'messages' | 'identities' | 'unreadable'>;

/** One answer of a stream, or a slice of it. */
export type Answer = Content &
  Pick<Poll, 'cursor'> &
  Partial<Pick<Poll, 'gap' | 'cost' | 'hasMore'>> & {
    /** The span that is still to come, null: none; left out where this slice is not the end of an answer. */
    pending?: Told['pending'];
  };

/**
 * Takes one answer of a network into the desk: rows, cursor, gaps and price in one transaction, so that a kill at any moment
 * neither skips nor doubles. The same answer again, or pages in another order, end in the same state.
 */
export const ingest = (desk: Desk, account: AccountRow, stream: Stream, answer: Answer): Ingested => {
  const taken = operate(desk, fetched(account, stream, answer.messages.length), (tx, at) => {
    const value = take(desk, tx, account, stream, answer, at);
    moveCursor(tx, account.id, stream, answer, at);
    const { pending, gap = null, cost = [] } = answer;
    if (pending !== undefined || gap !== null) {
      noteGaps(tx, { accountId: account.id, stream, gap, pending: pending ?? null }, at, () => newId(desk));
    }
    spend(tx, account.id, at, cost);
    return { value };
  }).value;
  settleOurs(desk, account, answer);
  return taken;
};

/** As of: everything up to then is here, so a round that goes on leaves it where it was. */
const moveCursor = (
  tx: Tx,
  accountId: string,
  stream: Stream,
  { cursor, hasMore }: Answer,
  at: number,
): void => {
  const known = tx.find<{ value: string | null; as_of: number; revision: number }>(
    'SELECT value, as_of, revision FROM cursors WHERE account_id = ? AND stream = ?',
    accountId,
    stream,
  );
  const as_of = hasMore === false ? at : (known?.as_of ?? at);
  put(tx, 'cursors', { account_id: accountId, stream, value: cursor, as_of }, known);
};

/** What was looked up by id: as context, or to see whether it still stands. No cursor moves. */
export type LookedUp = Content & {
  /** By our names, whatever they were asked by. */
  gone: readonly Gone[];
  cost: Lookup['cost'];
  purpose?: 'desk' | 'recheck';
};

export const ingestLookup = (
  desk: Desk,
  account: AccountRow,
  answer: LookedUp,
): Ingested & { buried: number } => {
  const taken = operate(desk, fetched(account, 'lookup', answer.messages.length), (tx, at) => {
    const value = take(desk, tx, account, 'mentions', answer, at);
    const { threads, buried } = bury(tx, account, answer.gone, at);
    for (const id of threads) if (findThread(tx, id)) settle(tx, id);
    spend(tx, account.id, at, answer.cost, answer.purpose);
    return { value: { ...value, buried } };
  }).value;
  settleOurs(desk, account, answer);
  return taken;
};

/** What the brand said itself may be an answer of which nobody knew whether it had arrived. */
const settleOurs = (desk: Desk, account: AccountRow, { messages }: Content): void => {
  if (messages.some(({ authorRemoteId }) => authorRemoteId === account.remote_id)) {
    settleTurnedUp(desk, account.id);
  }
};

/** What could not be read when it came, and can be by now. */
export const ingestReread = (
  desk: Desk,
  account: AccountRow,
  content: Content & Pick<Poll, 'cost'>,
  ids: readonly string[],
): Ingested =>
  operate(desk, fetched(account, 'quarantine', content.messages.length), (tx, at) => {
    const value = take(desk, tx, account, 'mentions', content, at);
    releaseFromQuarantine(tx, account.id, ids);
    spend(tx, account.id, at, content.cost);
    return { value };
  }).value;

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
  told: Content,
  at: number,
): Ingested => {
  const answer = withoutForgotten(tx, account, told);
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
  const messages = oldestFirst(answer.messages).map((message) => withoutCards(account, message));
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
