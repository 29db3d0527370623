import type { Tx } from '../../db/db.ts';
import type { RemoteMessage } from '../../providers/provider.ts';
import type { AccountRow } from '../accounts/rows.ts';
import { withoutForgotten } from '../erase/forgotten.ts';
import { identitiesAmong, identityIdOf, rememberIdentities, type IdentityRow } from '../identities.ts';
import { withoutCards } from '../ingest/cards.ts';
import { receive, type Batch } from '../ingest/receive.ts';
import { rowOf } from '../ingest/row-of.ts';
import { addMessages, knownAmong, messageIdOf, nextSeq, repostsAmong, type MessageRow } from '../messages.ts';
import { routed } from '../queues/routing.ts';
import { findThread, type ThreadRow } from '../threads/rows.ts';
import { addThreads, settle } from '../threads/settle.ts';
import { isPast } from './imported.ts';
import { pastThread, type Fresh } from './past-thread.ts';
import { rearrange } from './rearrange.ts';
import { runsOf } from './runs.ts';
import type { TalkMessage, TalkUnit } from './units.ts';

export type Writing = { account: AccountRow; importId: string; at: number; makeId: () => string };
export type Written = {
  added: number;
  known: number;
  threads: number;
  /** Erased from this desk once: they do not come back. */
  forgotten: number;
};

/**
 * Takes talks in: who was never heard of gets threads as they were, written once; everything else (people who are known, talks
 * that go on now) asks more. The same talks again, or in another order, end in the same rows.
 */
export const writeTalks = (tx: Tx, writing: Writing, told: readonly TalkUnit[]): Written => {
  const { at, makeId, importId } = writing;
  // What is imported was said to us, whenever we began to read.
  const account = { ...writing.account, history_from: Number.MIN_SAFE_INTEGER };
  const { units, forgotten } = remembered(tx, account, told);
  const batch: Batch = {
    ...{ account, at, makeId, importId, arrived: 0 },
    ...{ identities: new Map(), newcomers: new Set(), threads: new Set(), missing: new Set() },
  };
  meet(tx, batch, units);
  const idOf = ({ kind, remoteId }: RemoteMessage): string => messageIdOf(account.id, kind, remoteId);
  const ids = units.flatMap(({ remotes }) => remotes.map(idOf));
  const here = knownAmong(tx, ids);
  const reposts = repostsAmong(tx, ids);
  const written: Written = { added: 0, known: 0, threads: 0, forgotten };
  let seq = nextSeq(tx);
  let messages: MessageRow[] = [];
  let threads: ThreadRow[] = [];
  const flush = (): void => {
    addMessages(tx, messages);
    addThreads(tx, threads);
    messages = [];
    threads = [];
  };

  for (const unit of units) {
    const fresh: Fresh[] = [];
    for (const remote of unit.remotes) {
      const id = idOf(remote);
      if (here.has(id)) {
        written.known += 1;
        continue;
      }
      here.add(id);
      const row = { ...rowOf(tx, batch, remote, id, reposts.get(id) ?? 0), seq: seq++ };
      fresh.push({ row, remote, at: remote.createdAt, isIn: row.role === 'in' });
    }
    written.added += fresh.length;
    const customer = unit.who && batch.identities.get(unit.who.remoteId)?.customer_id;
    if (!customer) {
      messages.push(...fresh.map(({ row }) => row));
      continue;
    }
    const { runs, alone } = runsOf(fresh);
    const isPlain =
      batch.newcomers.delete(customer) && runs.every(({ until }) => isPast(until, at)) && alone.length === 0;
    if (isPlain) {
      let previous: string | null = null;
      for (const run of runs) {
        const thread = pastThread(tx, run.messages, { customer, previous, id: makeId(), until: run.until });
        for (const { row } of run.messages) messages.push({ ...row, thread_id: thread.id });
        threads.push(thread);
        previous = thread.id;
      }
      written.threads += runs.length;
    } else if (fresh.length > 0) {
      flush();
      const { later, made } = rearrange(tx, { account, customer, at, makeId }, fresh);
      written.threads += made;
      for (const { remote } of later) receive(tx, batch, remote);
      seq = nextSeq(tx);
    }
  }
  flush();
  for (const id of batch.threads) {
    const row = findThread(tx, id);
    if (row) settle(tx, id, row.is_open === 1 ? routed(tx, row) : {}, row);
  }
  return written;
};

type Talk = Pick<TalkUnit, 'who'> & { remotes: readonly RemoteMessage[] };

/** As they may be kept: without numbers of cards, and without what was erased here. */
const remembered = (
  tx: Tx,
  account: AccountRow,
  told: readonly TalkUnit[],
): { units: Talk[]; forgotten: number } => {
  const talks = told.map(({ who, messages }) => ({
    who,
    remotes: messages.map((message) => withoutCards(account, remoteOf(message))),
  }));
  const all = talks.flatMap(({ remotes }) => remotes);
  const { messages } = withoutForgotten(tx, account, { messages: all, identities: [], unreadable: [] });
  if (messages.length === all.length) return { units: talks, forgotten: 0 };
  const kept = new Set(messages);
  return {
    units: talks
      .map(({ who, remotes }) => ({ who, remotes: remotes.filter((one) => kept.has(one)) }))
      .filter(({ remotes }) => remotes.length > 0),
    forgotten: all.length - messages.length,
  };
};

/** Who is named here. What is known of somebody stays: a file knows them as they were. */
const meet = (tx: Tx, batch: Batch, units: readonly Talk[]): void => {
  const { account, at, makeId } = batch;
  const told = new Map(units.flatMap(({ who }) => (who ? [[who.remoteId, who] as const] : [])));
  told.set(account.remote_id, { remoteId: account.remote_id, handle: account.handle, name: account.name });
  const known = identitiesAmong(
    tx,
    [...told.keys()].map((remoteId) => identityIdOf(account.provider, remoteId)),
  );
  const keep = (row: IdentityRow): void => void batch.identities.set(row.remote_id, row);
  for (const row of known.values()) keep(row);
  const fresh = [...told.values()].filter(({ remoteId }) => !batch.identities.has(remoteId));
  const remotes = fresh.map((one) => ({ ...one, reach: null }));
  const onNew = (customerId: string): void => void batch.newcomers.add(customerId);
  for (const row of rememberIdentities(tx, account.provider, remotes, { at, id: makeId, onNew })) keep(row);
};

const remoteOf = (message: TalkMessage): RemoteMessage => ({
  kind: message.kind,
  remoteId: message.remoteId,
  versionId: message.remoteId,
  authorRemoteId: message.author,
  toRemoteId: message.to,
  conversationId: null,
  inReplyToRemoteId: message.replyTo,
  repostOfRemoteId: null,
  text: message.text,
  isCut: message.isCut,
  createdAt: message.at,
  lang: message.lang,
  isSummons: message.isSummons,
  attachments: message.attachments,
  extras: null,
});
