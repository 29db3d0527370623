import type { Events } from '../../shared/api.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { Db } from '../db/db.ts';
import type { TableName } from '../db/tables.ts';
import { allAgents } from './agents.ts';
import { findCard } from './columns/cards.ts';
import { itemsById } from './outbox/rows.ts';
import { messagesById } from './threads/view.ts';

/** Changes are gathered this long: one repaint for a burst, and still far below what a person notices. */
const tickMs = 30;
/** Rows per event, so that neither side works longer than a frame on one. */
const rowsPerEvent = 200;

export type Announcer = {
  touched(ids: ReadonlyMap<TableName, ReadonlySet<string>>): void;
  /** The state of the accounts changed without a row being written (a poll that found nothing). */
  accountsChanged(): void;
  stop(): void;
};

/** Turns committed rows into events: batched per tick, only what changed, read once after the last commit of the tick. */
export const createAnnouncer = (
  db: Db,
  emit: <N extends keyof Events>(name: N, payload: Events[N]) => void,
  accounts: () => Events['accounts.changed'],
): Announcer => {
  const waiting = new Map<TableName, Set<string>>();
  let areAccountsStale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const soon = (): void => {
    timer ??= setTimeout(flush, tickMs);
  };

  const flush = (): void => {
    timer = undefined;
    if (areAccountsStale || waiting.has('accounts')) emit('accounts.changed', accounts());
    areAccountsStale = false;
    waiting.delete('accounts');
    const threads = take(waiting, 'threads');
    const messages = take(waiting, 'messages');
    const outbox = take(waiting, 'outbox');
    const agents = take(waiting, 'agents').length > 0 ? allAgents(db) : [];
    waiting.clear();
    const most = Math.max(threads.length, messages.length, outbox.length);
    for (let at = 0; at < most || (at === 0 && agents.length > 0); at += rowsPerEvent) {
      const cards = part(threads, at).map((id) => [id, findCard(db, id)] as const);
      emit('rows.changed', {
        cards: cards.flatMap(([, card]) => card ?? []),
        gone: cards.flatMap(([id, card]) => (card ? [] : [id as ThreadId])),
        messages: messagesById(db, part(messages, at)),
        outbox: itemsById(db, part(outbox, at)),
        agents: at === 0 ? agents : [],
      });
    }
  };

  return {
    touched(ids) {
      for (const [table, more] of ids) {
        const known = waiting.get(table);
        if (known) for (const id of more) known.add(id);
        else waiting.set(table, new Set(more));
      }
      soon();
    },
    accountsChanged() {
      areAccountsStale = true;
      soon();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
};

const take = (waiting: Map<TableName, Set<string>>, table: TableName): string[] => {
  const ids = [...(waiting.get(table) ?? [])];
  waiting.delete(table);
  return ids;
};

const part = (ids: readonly string[], at: number): string[] => ids.slice(at, at + rowsPerEvent);
