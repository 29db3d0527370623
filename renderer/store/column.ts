import type { ColumnCount } from '../../shared/api.ts';
import type { ColumnDefinition } from '../../shared/filter.ts';
import type { AgentId, ThreadId } from '../../shared/ids.ts';
import { compare, matches, type SortKey } from '../../shared/match.ts';
import type { Card, Ms } from '../../shared/model.ts';

/**
 * One column as the agent sees it. `ids` is what is on screen and is replaced when it changes; `placed`, `pending`
 * and `moved` are indexes changed in place, because copying 10,000 entries per frame would be felt.
 */
export type Column = {
  readonly definition: ColumnDefinition;
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly problem: string | null;
  /** In the order of the keys they were *placed* by: a row never moves because its thread changed. */
  readonly ids: readonly ThreadId[];
  /** Still shown, dimmed: they no longer belong here, but someone may be looking at them. */
  readonly left: ReadonlySet<ThreadId>;
  /** What waits behind "▴ 5 new": threads not shown yet, and shown ones that belong further up. */
  readonly newCount: number;
  readonly hasMore: boolean;
  /** The last row of the last page: nothing beyond it is known here. */
  readonly cursor: SortKey | null;
  readonly count: ColumnCount | null;
  /** Until then a column that was empty fills directly, so that a first page does not arrive as "▴ 40 new". */
  readonly settlesAt: Ms;
  /** More waits than is worth keeping: showing it reads the column anew. */
  readonly isOverflowing: boolean;
  readonly placed: Map<ThreadId, SortKey>;
  readonly pending: Set<ThreadId>;
  readonly moved: Set<ThreadId>;
  /** Of a column made of a search; null: the filter's own rule says what belongs here. */
  readonly finds: Finds | null;
};

/** What a search has found so far. Which threads belong is told by the search alone (searched.ts keeps this true). */
export type Finds = {
  /** When what was found last in each thread was written: by that they stand. Changed in place, like `placed`. */
  readonly at: Map<ThreadId, Ms>;
  /** Where the search goes on further down; null: it has found everything. */
  readonly next: number | null;
};

/** What a column must know of the desk to decide. */
export type Surroundings = {
  cards: ReadonlyMap<ThreadId, Card>;
  me: AgentId;
  now: Ms;
  /** The rows in view; undefined when nobody can be looking. */
  view: { first: number; last: number } | undefined;
  /** The agent's own doing appears where it belongs, at once. */
  isOwn: (id: ThreadId) => boolean;
};

export const pendingCap = 500;
export const shownCap = 1000;
export const settleMs = 3000;

export const emptyColumn = (definition: ColumnDefinition): Column => ({
  definition,
  phase: 'loading',
  problem: null,
  ids: [],
  left: new Set(),
  newCount: 0,
  hasMore: false,
  cursor: null,
  count: null,
  settlesAt: 0,
  isOverflowing: false,
  placed: new Map(),
  pending: new Set(),
  moved: new Set(),
  finds: definition.filter.search === undefined ? null : { at: new Map(), next: null },
});

/** Where a thread stands in this column. */
export const keyIn = ({ finds }: Column, card: Card): SortKey => ({
  sortAt: finds?.at.get(card.id) ?? card.sortAt,
  deadlineAt: card.deadlineAt,
  id: card.id,
});

export const belongs = (column: Column, card: Card | undefined, me: AgentId, now: Ms): card is Card =>
  card !== undefined &&
  (column.finds ? column.finds.at.has(card.id) : matches(column.definition.filter, card, me, now));

/** False for what only a later page would bring. */
export const isWithin = (column: Column, key: SortKey): boolean =>
  !column.hasMore || column.cursor === null || compare(column.definition.order, key, column.cursor) <= 0;

/** Where a key belongs among the rows shown. */
export const positionOf = (column: Column, ids: readonly ThreadId[], key: SortKey): number => {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const id = ids[middle];
    const other = id === undefined ? undefined : column.placed.get(id);
    if (other && compare(column.definition.order, other, key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};
