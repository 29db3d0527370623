import { call } from '../call.ts';
import { applyRows, noRows } from '../store/apply.ts';
import type { Column } from '../store/column.ts';
import { countColumn } from '../store/count.ts';
import { get } from '../store/desk.ts';
import { flush } from '../store/events.ts';

const everyMs = 15_000;
const mostAtOnce = 200;

/** Threads enter a column of deadlines by nothing but time: what has come near since the last look is asked for. */
export const startTimePassing = (): (() => void) => {
  let before = Date.now();
  const timer = setInterval(() => {
    const since = before;
    before = Date.now();
    for (const column of Object.values(get().columns)) void look(column, since);
  }, everyMs);
  return () => clearInterval(timer);
};

const look = async ({ definition, phase }: Column, since: number): Promise<void> => {
  const { dueWithinMs } = definition.filter;
  if (dueWithinMs === undefined || phase !== 'ready') return;
  const edge = since + dueWithinMs;
  const page = await call('column.page', {
    filter: definition.filter,
    order: 'due',
    // After the last id of the moment before: everything due from then on.
    after: { sortAt: edge, deadlineAt: edge - 1, id: '\u{10FFFF}' },
    limit: mostAtOnce,
  }).catch(() => null);
  flush();
  // As if each had just changed: they wait above what is in view like any other arrival.
  if (page && page.cards.length > 0) applyRows({ ...noRows, cards: page.cards });
  void countColumn(definition.id);
};
