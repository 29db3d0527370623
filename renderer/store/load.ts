import { failureOf } from '../../shared/errors.ts';
import type { ColumnDefinition } from '../../shared/filter.ts';
import { sortedBy } from '../../shared/match.ts';
import { call } from '../call.ts';
import { surroundings, takeCards } from './apply.ts';
import { emptyColumn, type Column } from './column.ts';
import { countColumn } from './count.ts';
import { get, set } from './desk.ts';
import { flush } from './events.ts';
import { keepFocus } from './focus.ts';
import { readFinds } from './searched.ts';
import { continueWith, showNew, startWith } from './show-new.ts';

const firstPage = 40;
const nextPage = 100;

export const openDesk = async (): Promise<void> => {
  set({ phase: 'opening', problem: null });
  try {
    const { agent, agents, columns, ...snapshot } = await call('desk.open', {});
    set({
      ...snapshot,
      me: agent,
      settings: { ...snapshot.settings, columns: [...columns] },
      agents: new Map(agents.map((agent) => [agent.id, agent])),
    });
    await Promise.race([showColumns(columns), sleep(firstPagesMs)]);
    set({ phase: 'open' });
  } catch (error) {
    set({ phase: 'failed', problem: failureOf(error) });
  }
};

/** So long the first paint waits for its cards: laid out once with them is quicker than empty columns, and then again. */
const firstPagesMs = 250;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Replaces the columns shown; those that show the same threads in the same order keep their rows. Resolves when the others
 * have their first page, or have said why not.
 */
export const showColumns = async (definitions: readonly ColumnDefinition[]): Promise<void> => {
  const { columns: known, activeColumn, selection } = get();
  const columns = Object.fromEntries(
    definitions.map(asShown).map((definition) => [definition.id, keepRows(known[definition.id], definition)]),
  );
  set({
    columns,
    activeColumn: columns[activeColumn] ? activeColumn : (definitions[0]?.id ?? ''),
    // What is selected is what one sees selected: never threads of a column that is gone, or of another filter.
    selection: selection && isKept(columns[selection.columnId], known[selection.columnId]) ? selection : null,
  });
  await Promise.all(
    definitions.filter(({ id }) => columns[id]?.phase !== 'ready').map(({ id }) => loadColumn(id)),
  );
};

const isKept = (now: Column | undefined, before: Column | undefined): boolean =>
  now !== undefined && now.placed === before?.placed;

/** With the order that its filter allows: see `sortedBy`. */
const asShown = (definition: ColumnDefinition): ColumnDefinition => {
  const order = sortedBy(definition.filter, definition.order);
  return order === definition.order ? definition : { ...definition, order };
};

const keepRows = (known: Column | undefined, definition: ColumnDefinition): Column => {
  if (!known) return emptyColumn(definition);
  if (known.definition === definition) return known;
  const shows = ({ filter, order }: ColumnDefinition): string =>
    JSON.stringify([order, Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))]);
  return shows(known.definition) === shows(definition) ? { ...known, definition } : emptyColumn(definition);
};

export const loadColumn = async (columnId: string): Promise<void> => {
  const asked = get().columns[columnId];
  if (!asked) return;
  const { filter, order } = asked.definition;
  try {
    const read = asked.finds
      ? await readFinds(columnId, null)
      : { page: await call('column.page', { filter, order, after: null, limit: firstPage }), finds: null };
    if (read === null) return void setTimeout(() => void loadColumn(columnId), gaveWayMs);
    // Not before it: what is asked first is answered first, and the cards are what one waits for.
    void countColumn(columnId);
    flush();
    const { page, finds } = read;
    takeCards(get().cards, { cards: page.cards, gone: [] });
    replace(columnId, asked.definition, (column) => startWith({ ...column, finds }, page, known()));
    readOnIfShort(columnId);
  } catch (error) {
    replace(columnId, asked.definition, (column) => ({
      ...column,
      phase: 'failed',
      problem: failureOf(error).message,
    }));
  }
};

/** A search that nobody waits for made room for one that somebody does. */
const gaveWayMs = 400;

const reading = new Set<string>();

/** Reads on below the last row; called as the agent comes near it. */
export const loadMore = async (columnId: string): Promise<void> => {
  const asked = get().columns[columnId];
  if (!asked?.hasMore || asked.phase !== 'ready' || reading.has(columnId)) return;
  // A search has found everything, and more than is worth showing.
  if (asked.finds?.next === null) return;
  reading.add(columnId);
  try {
    const { filter, order } = asked.definition;
    const after = asked.cursor;
    const read = asked.finds
      ? await readFinds(columnId, asked.finds.next)
      : { page: await call('column.page', { filter, order, after, limit: nextPage }), finds: null };
    if (read === null) return void setTimeout(() => void loadMore(columnId), gaveWayMs);
    flush();
    const { page, finds } = read;
    takeCards(get().cards, { cards: page.cards, gone: [] });
    // The order may have been turned round, or the column shown anew, while the page was read.
    replace(columnId, asked.definition, (column) =>
      column.cursor === asked.cursor
        ? continueWith({ ...column, finds }, page, surroundings(get(), columnId))
        : column,
    );
  } catch (error) {
    replace(columnId, asked.definition, (column) => ({ ...column, problem: failureOf(error).message }));
  } finally {
    reading.delete(columnId);
  }
  readOnIfShort(columnId);
};

/** A filter of rare things is read in bounded steps: a screenful is looked for without anybody scrolling. */
const readOnIfShort = (columnId: string): void => {
  const column = get().columns[columnId];
  if (column?.phase === 'ready' && column.problem === null && column.hasMore && column.ids.length < firstPage)
    setTimeout(() => void loadMore(columnId), betweenStepsMs);
};

/** Others get their turn in between. */
const betweenStepsMs = 30;

export const revealNew = async (columnId: string): Promise<void> => {
  const column = get().columns[columnId];
  if (!column) return;
  replace(columnId, column.definition, (current) => showNew(current, known()));
  if (column.isOverflowing) await loadColumn(columnId);
};

const known = (): Parameters<typeof showNew>[1] => {
  const { cards, me } = get();
  return { cards, me: me.id, now: Date.now() };
};

const replace = (columnId: string, asked: ColumnDefinition, change: (column: Column) => Column): void => {
  const { columns, focused } = get();
  const column = columns[columnId];
  if (column?.definition !== asked) return;
  const next = { ...columns, [columnId]: change(column) };
  set({ columns: next, focused: keepFocus(focused, columns, next) });
};
