import type { Events, Lists } from '../../shared/api.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { Db } from '../db/db.ts';
import type { TableName } from '../db/tables.ts';
import { allAgents } from './agents.ts';
import { allAlerts } from './alerts/rows.ts';
import { allCalendars, allPolicies } from './clocks/rows.ts';
import { findCard } from './columns/cards.ts';
import { questionsById } from './experts/rows.ts';
import { allGaps } from './gaps/rows.ts';
import { notesById } from './notes/rows.ts';
import { itemsById } from './outbox/shown.ts';
import { escalationsById } from './phone/rows.ts';
import { allQueues } from './queues/rows.ts';
import { allSchedules } from './schedules/rows.ts';
import { allSnippets } from './snippets/rows.ts';
import { allTags } from './tags/rows.ts';
import { threadsAnsweredBy } from './threads/answered-by.ts';
import { messagesById } from './threads/view.ts';

/** Changes are gathered this long: one repaint for a burst, and still far below what a person notices. */
const tickMs = 30;
/** Rows per event, so that neither side works longer than a frame on one. */
export const rowsPerEvent = 50;

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

  let next: ReturnType<typeof setImmediate> | undefined;

  const soon = (): void => {
    if (next === undefined) timer ??= setTimeout(flush, tickMs);
  };

  /** One part: ten thousand threads that moved at once go out in two hundred, and requests are answered in between. */
  const flush = (): void => {
    timer = undefined;
    next = undefined;
    if (areAccountsStale || waiting.has('accounts') || waiting.has('directions'))
      emit('accounts.changed', accounts());
    areAccountsStale = false;
    if ([...waiting.keys()].some((table) => table.startsWith('review_'))) emit('review.changed', null);
    const lists = listsAmong(db, waiting);
    for (const table of waiting.keys()) if (!parted.has(table)) waiting.delete(table);
    if (waiting.size === 0 && Object.keys(lists).length === 0) return;
    const messages = messagesById(db, part(waiting, 'messages'));
    add(waiting, 'threads', threadsAnsweredBy(db, messages));
    const cards = part(waiting, 'threads').map((id) => [id, findCard(db, id)] as const);
    emit('rows.changed', {
      cards: cards.flatMap(([, card]) => card ?? []),
      gone: cards.flatMap(([id, card]) => (card ? [] : [id as ThreadId])),
      messages,
      outbox: itemsById(db, part(waiting, 'outbox')),
      notes: notesById(db, part(waiting, 'notes')),
      escalations: escalationsById(db, part(waiting, 'escalations')),
      questions: questionsById(db, part(waiting, 'questions')),
      ...lists,
    });
    if (waiting.size > 0) next = setImmediate(flush);
  };

  return {
    touched(ids) {
      for (const [table, more] of ids) add(waiting, table, more);
      soon();
    },
    accountsChanged() {
      areAccountsStale = true;
      soon();
    },
    stop() {
      clearTimeout(timer);
      clearImmediate(next);
      timer = undefined;
      next = undefined;
    },
  };
};

/** Told row by row; of the others nothing is told, or the whole list. */
const parted: ReadonlySet<TableName> = new Set<TableName>([
  'threads',
  'messages',
  'outbox',
  'notes',
  'escalations',
  'questions',
]);

/** Short lists go whole. */
export const readLists: { [K in keyof Lists]: (db: Db) => Lists[K] } = {
  agents: allAgents,
  queues: allQueues,
  tags: allTags,
  policies: allPolicies,
  calendars: allCalendars,
  snippets: allSnippets,
  schedules: allSchedules,
  gaps: allGaps,
  alerts: allAlerts,
};

const listsAmong = (db: Db, waiting: ReadonlyMap<TableName, unknown>): Partial<Lists> =>
  Object.fromEntries(
    Object.entries(readLists)
      .filter(([name]) => waiting.has(name as keyof Lists))
      .map(([name, read]) => [name, read(db)]),
  );

const add = (waiting: Map<TableName, Set<string>>, table: TableName, ids: Iterable<string>): void => {
  for (const id of ids) {
    const known = waiting.get(table);
    if (known) known.add(id);
    else waiting.set(table, new Set([id]));
  }
};

/** So many ids of a table, taken out; the rest goes on waiting. */
const part = (waiting: Map<TableName, Set<string>>, table: TableName): string[] => {
  const ids = waiting.get(table);
  if (!ids) return [];
  const taken: string[] = [];
  for (const id of ids) {
    if (taken.length === rowsPerEvent) return taken;
    taken.push(id);
    ids.delete(id);
  }
  waiting.delete(table);
  return taken;
};
