import type { Events, Lists } from '../../shared/api.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { Db } from '../db/db.ts';
import type { TableName } from '../db/tables.ts';
import { allAgents } from './agents.ts';
import { allCalendars, allPolicies } from './clocks/rows.ts';
import { findCard } from './columns/cards.ts';
import { questionsById } from './experts/rows.ts';
import { notesById } from './notes/rows.ts';
import { itemsById } from './outbox/rows.ts';
import { escalationsById } from './phone/rows.ts';
import { allQueues } from './queues/rows.ts';
import { allSnippets } from './snippets/rows.ts';
import { allTags } from './tags/rows.ts';
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
    const rows = rowTables.map((table) => [table, take(waiting, table)] as const);
    let lists = listsAmong(db, waiting);
    waiting.clear();
    const most = Math.max(threads.length, ...rows.map(([, ids]) => ids.length));
    for (let at = 0; at < most || Object.keys(lists).length > 0; at += rowsPerEvent) {
      const cards = part(threads, at).map((id) => [id, findCard(db, id)] as const);
      const ids = new Map(rows.map(([table, all]) => [table, part(all, at)]));
      emit('rows.changed', {
        cards: cards.flatMap(([, card]) => card ?? []),
        gone: cards.flatMap(([id, card]) => (card ? [] : [id as ThreadId])),
        messages: messagesById(db, ids.get('messages') ?? []),
        outbox: itemsById(db, ids.get('outbox') ?? []),
        notes: notesById(db, ids.get('notes') ?? []),
        escalations: escalationsById(db, ids.get('escalations') ?? []),
        questions: questionsById(db, ids.get('questions') ?? []),
        ...lists,
      });
      lists = {};
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

const rowTables = ['messages', 'outbox', 'notes', 'escalations', 'questions'] as const;

/** Short lists go whole. */
export const readLists: { [K in keyof Lists]: (db: Db) => Lists[K] } = {
  agents: allAgents,
  queues: allQueues,
  tags: allTags,
  policies: allPolicies,
  calendars: allCalendars,
  snippets: allSnippets,
};

const listsAmong = (db: Db, waiting: ReadonlyMap<TableName, unknown>): Partial<Lists> =>
  Object.fromEntries(
    Object.entries(readLists)
      .filter(([name]) => waiting.has(name as keyof Lists))
      .map(([name, read]) => [name, read(db)]),
  );

const take = (waiting: Map<TableName, Set<string>>, table: TableName): string[] => {
  const ids = [...(waiting.get(table) ?? [])];
  waiting.delete(table);
  return ids;
};

const part = (ids: readonly string[], at: number): string[] => ids.slice(at, at + rowsPerEvent);
