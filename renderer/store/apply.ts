import type { Events } from '../../shared/api.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { matches } from '../../shared/match.ts';
import type { Card } from '../../shared/model.ts';
import { absorb } from './absorb.ts';
import type { Column, Surroundings } from './column.ts';
import { countAgain } from './count.ts';
import { get, set } from './desk.ts';
import { keepFocus } from './focus.ts';
import { withItems } from './mail.ts';
import { isOwn } from './own.ts';
import { withCalls } from './phone.ts';
import type { Desk } from './state.ts';
import { withRows } from './thread-rows.ts';
import { viewOf } from './views.ts';

type Rows = Events['rows.changed'];

export const noRows: Rows = {
  cards: [],
  gone: [],
  messages: [],
  outbox: [],
  notes: [],
  escalations: [],
  questions: [],
};

/** Takes one batch of changed rows into everything that shows them, in one repaint. */
export const applyRows = (rows: Rows): void => {
  const before = get();
  const { changed, previous } = takeCards(before.cards, rows);
  const columns: Record<string, Column> = {};
  for (const [id, column] of Object.entries(before.columns)) {
    const next = absorb(column, changed, surroundings(before, id));
    columns[id] = recount(next, changed, previous, before);
  }
  const resolved = resolvedDelta(before.cards, changed, previous);
  forget(before, columns, changed);
  set({
    columns,
    focused: keepFocus(before.focused, before.columns, columns),
    thread: withRows(before.thread, rows),
    phone: withCalls(before.phone, rows.escalations),
    mail: withItems(before.mail, rows.outbox),
    resolvedToday: Math.max(0, before.resolvedToday + resolved),
    ...withLists(before, rows),
  });
  if (changed.length > 0) countAgain();
};

export const surroundings = (desk: Desk, columnId: string): Surroundings => ({
  cards: desk.cards,
  me: desk.me.id,
  now: Date.now(),
  view: viewOf(columnId),
  isOwn,
});

/** Older images of a row never replace newer ones. */
export const takeCards = (
  cards: Map<ThreadId, Card>,
  rows: Pick<Rows, 'cards' | 'gone'>,
): { changed: ThreadId[]; previous: Map<ThreadId, Card | undefined> } => {
  const previous = new Map<ThreadId, Card | undefined>();
  for (const card of rows.cards) {
    const known = cards.get(card.id);
    if (known && known.revision > card.revision) continue;
    if (!previous.has(card.id)) previous.set(card.id, known);
    cards.set(card.id, card);
  }
  for (const id of rows.gone) {
    if (!previous.has(id)) previous.set(id, cards.get(id));
    cards.delete(id);
  }
  return { changed: [...previous.keys()], previous };
};

/** A count moves at once for threads we knew; the true one is asked for a moment later. */
const recount = (
  column: Column,
  changed: readonly ThreadId[],
  previous: ReadonlyMap<ThreadId, Card | undefined>,
  { cards, me }: Desk,
): Column => {
  if (column.count === null || column.count.isCapped) return column;
  let delta = 0;
  const now = Date.now();
  for (const id of changed) {
    const old = previous.get(id);
    const card = cards.get(id);
    if (!old) continue;
    const did = matches(column.definition.filter, old, me.id, now);
    const does = card !== undefined && matches(column.definition.filter, card, me.id, now);
    delta += Number(does) - Number(did);
  }
  if (delta === 0) return column;
  return { ...column, count: { ...column.count, count: Math.max(0, column.count.count + delta) } };
};

/** Cards nobody shows are dropped, or a busy day would fill the memory. */
const forget = (
  desk: Desk,
  columns: Readonly<Record<string, Column>>,
  changed: readonly ThreadId[],
): void => {
  const all = Object.values(columns);
  for (const id of changed) {
    const isShown =
      id === desk.thread?.id || all.some(({ placed, pending }) => placed.has(id) || pending.has(id));
    if (!isShown) desk.cards.delete(id);
  }
};

const resolvedDelta = (
  cards: ReadonlyMap<ThreadId, Card>,
  changed: readonly ThreadId[],
  previous: ReadonlyMap<ThreadId, Card | undefined>,
): number => {
  let delta = 0;
  for (const id of changed) {
    const old = previous.get(id);
    if (!old) continue;
    delta += Number(cards.get(id)?.status === 'resolved') - Number(old.status === 'resolved');
  }
  return delta;
};

/** Short lists come whole. */
const withLists = (desk: Desk, rows: Rows): Partial<Desk> => {
  const { cards: _c, gone: _g, messages: _m, outbox: _o, notes: _n, escalations: _e, ...rest } = rows;
  const { questions: _q, agents, ...lists } = rest;
  if (!agents) return lists;
  const all = new Map(agents.map((agent) => [agent.id, agent]));
  return { ...lists, agents: all, me: all.get(desk.me.id) ?? desk.me };
};
