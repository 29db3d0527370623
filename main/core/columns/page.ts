import type { ColumnCount, ColumnPage, Parsed } from '../../../shared/api.ts';
import type { Filter, Order, SortKey } from '../../../shared/filter.ts';
import { sortedBy } from '../../../shared/match.ts';
import type { Value } from '../../db/db.ts';
import type { Desk } from '../desk.ts';
import { cardOf, cardsWhere, type CardRow } from './cards.ts';
import { orderOf, readingOf, sqlOf, type Reading } from './reading.ts';

/**
 * Rows looked at for one page, and for one count. A filter whose rare part no index answers would otherwise read a
 * million rows at once: it reads so many, says where it stopped, and is asked again.
 */
export const scanned = { page: 8_000, count: 4_000 };

/** One page of a column, by keyset: the thousandth costs what the first does. */
export const columnPage = (
  desk: Desk,
  { filter, order, after, limit }: Parsed<'column.page'>,
  most = scanned.page,
): ColumnPage => {
  const reading = readingOf(desk, filter, sortedBy(filter, order), after);
  const end = endOf(desk, reading, most);
  const { sql, values } = pageQuery({ ...reading, end }, limit + 1);
  const rows = desk.db.all<CardRow>(sql, ...values, limit + 1);
  const cards = rows.slice(0, limit).map(cardOf);
  const last = cards.at(-1);
  if (rows.length <= limit && end !== null) return { cards, hasMore: true, cursor: end };
  return { cards, hasMore: rows.length > limit, cursor: last ? keyOf(last) : null };
};

/** Counting ends here: "1000+" says all an agent needs. */
export const countCap = 1000;

export const columnCount = (desk: Desk, filter: Filter, most = scanned.count): ColumnCount => {
  const reading = readingOf(desk, filter, countedBy(filter), null);
  const end = endOf(desk, reading, most);
  const { sql, values } = countQuery({ ...reading, end });
  const { n } = desk.db.find<{ n: number }>(sql, ...values) ?? { n: 0 };
  return { count: Math.min(n, countCap), isCapped: n > countCap || end !== null };
};

/** Ids of what a filter holds, whatever the order, at most so many. */
export const idsWhere = (desk: Desk, filter: Filter, limit: number): string[] => {
  const arms = sqlOf(readingOf(desk, filter, countedBy(filter), null), 'threads.id');
  const rows = desk.db.all<{ id: string }>(
    `${arms.map(({ sql }) => sql).join(' UNION ALL ')} LIMIT ?`,
    ...arms.flatMap(({ values }) => values),
    limit,
  );
  return rows.map(({ id }) => id);
};

/** Exported so that a test can read its query plan. The number of rows is its last value, and never above `atMost`. */
export const pageQuery = (reading: Reading, atMost = 201): { sql: string; values: Value[] } => {
  const { key, way } = orderOf(reading.order);
  const by = `ORDER BY ${key} ${way}, id ${way}`;
  const arms = sqlOf(reading, 'threads.*');
  // Each half comes in order from its index and is cut before the two are merged.
  const chosen =
    arms.length === 1 && arms[0]
      ? `${arms[0].sql} ORDER BY threads.${key} ${way}, threads.id ${way} LIMIT ?`
      : `SELECT * FROM (${arms.map(({ sql }) => `SELECT * FROM (${sql} ${by} LIMIT ${atMost})`).join(' UNION ALL ')}) ${by} LIMIT ?`;
  return {
    sql: `${cardsWhere(chosen)} ORDER BY t.${key} ${way}, t.id ${way}`,
    values: arms.flatMap(({ values }) => values),
  };
};

export const countQuery = (reading: Reading): { sql: string; values: Value[] } => {
  const arms = sqlOf(reading, '1');
  return {
    sql: `SELECT count(*) AS n FROM (${arms.map(({ sql }) => sql).join(' UNION ALL ')} LIMIT ${countCap + 1})`,
    values: arms.flatMap(({ values }) => values),
  };
};

/** Where reading so many rows ends; null when there are no more than that, or when every row read is a row found. */
const endOf = (desk: Desk, reading: Reading, most: number): SortKey | null => {
  if (!reading.isResidual) return null;
  const { key, way } = orderOf(reading.order);
  const ends = sqlOf({ ...reading, rest: [] }, `${key} AS at, id`).flatMap(({ sql, values }) => {
    const at = desk.db.find<{ at: number; id: string }>(
      `${sql} ORDER BY ${key} ${way}, id ${way} LIMIT 1 OFFSET ${most}`,
      ...values,
    );
    return at ? [{ sortAt: at.at, deadlineAt: at.at, id: at.id as SortKey['id'] }] : [];
  });
  return (
    ends.sort((a, b) => (way === 'DESC' ? -1 : 1) * (a.sortAt - b.sortAt || (a.id < b.id ? -1 : 1)))[0] ??
    null
  );
};

const countedBy = (filter: Filter): Order =>
  filter.dueWithinMs === undefined ? 'newest' : sortedBy(filter, 'due');

const keyOf = ({ sortAt, deadlineAt, id }: SortKey): SortKey => ({ sortAt, deadlineAt, id });
