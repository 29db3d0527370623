import type { Filter, Order } from '../../shared/filter.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { Card, Gap } from '../../shared/model.ts';

export type Placed = {
  /** Beyond what is loaded, or in a column that does not go by time: said above all rows. */
  top: readonly Gap[];
  /** Above the row of this index; the length of the column: below its last. */
  above: ReadonlyMap<number, readonly Gap[]>;
};

export const nowhere: Placed = { top: [], above: new Map() };

type Rows = {
  ids: readonly ThreadId[];
  cards: ReadonlyMap<ThreadId, Pick<Card, 'sortAt'>>;
  hasMore: boolean;
  order: Order;
};

/** Where each gap stands among the rows of a column: what is missing would be there. */
export const placeGaps = (gaps: readonly Gap[], { ids, cards, hasMore, order }: Rows): Placed => {
  if (gaps.length === 0) return nowhere;
  const top: Gap[] = [];
  const above = new Map<number, Gap[]>();
  for (const gap of gaps) {
    const at =
      order === 'due'
        ? -1
        : ids.findIndex((id) => {
            const sortAt = cards.get(id)?.sortAt ?? 0;
            return order === 'newest' ? sortAt < gap.until : sortAt > (gap.from ?? gap.until);
          });
    if (order === 'due' || ids.length === 0 || (at < 0 && hasMore)) top.push(gap);
    else {
      const index = at < 0 ? ids.length : at;
      above.set(index, [...(above.get(index) ?? []), gap]);
    }
  }
  return { top, above };
};

/** Columns that new customers arrive in: what is missing would have come there. */
export const takesArrivals = (filter: Filter): boolean => {
  const { isOpen, status, assignee, tag, expert, isBreached, search } = filter;
  return (
    isOpen !== false &&
    (status === undefined || status === 'new') &&
    (assignee === undefined || assignee === 'nobody') &&
    [tag, expert, isBreached, search].every((part) => part === undefined)
  );
};

export const gapsFor = (gaps: readonly Gap[], { account, kind }: Filter): Gap[] =>
  gaps.filter(
    ({ accountId, stream }) =>
      (account === undefined || account === accountId) &&
      !(kind === 'public' && stream === 'direct') &&
      !(kind === 'direct' && stream === 'mentions'),
  );
