import type { ColumnCount, ColumnPage, Parsed } from '../../../shared/api.ts';
import type { Filter } from '../../../shared/filter.ts';
import { isOpen } from '../../../shared/model.ts';
import type { Value } from '../../db/db.ts';
import type { Desk } from '../desk.ts';
import { cardOf, cardsWhere, type CardRow } from './cards.ts';

/** One page of a column, by keyset: the thousandth costs what the first does. */
export const columnPage = (desk: Desk, input: Parsed<'column.page'>): ColumnPage => {
  const { sql, values } = pageQuery(input, desk.me);
  const rows = desk.db.all<CardRow>(sql, ...values, input.limit + 1);
  return { cards: rows.slice(0, input.limit).map(cardOf), hasMore: rows.length > input.limit };
};

/** Counting ends here: "1000+" says all an agent needs. */
export const countCap = 1000;

export const columnCount = (desk: Desk, filter: Filter): ColumnCount => {
  const { where, values } = conditions(filter, desk.me);
  const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM threads WHERE ${where} LIMIT ${countCap + 1})`;
  const { n } = desk.db.find<{ n: number }>(sql, ...values) ?? { n: 0 };
  return { count: Math.min(n, countCap), isCapped: n > countCap };
};

/** Exported so that a test can read its query plan. */
export const pageQuery = (
  { filter, order, after }: Omit<Parsed<'column.page'>, 'limit'>,
  me: string,
): { sql: string; values: Value[] } => {
  const { where, values } = conditions(filter, me);
  const [beyond, way] = order === 'newest' ? ['<', 'DESC'] : ['>', 'ASC'];
  const keyset = after ? ` AND (sort_at, id) ${beyond} (?, ?)` : '';
  const chosen = `SELECT * FROM threads WHERE ${where}${keyset} ORDER BY sort_at ${way}, id ${way} LIMIT ?`;
  return {
    sql: `${cardsWhere(chosen)} ORDER BY t.sort_at ${way}, t.id ${way}`,
    values: after ? [...values, after.sortAt, after.id] : values,
  };
};

/** Equalities only, in the words of the indexes: see the filter's own comment. */
const conditions = (filter: Filter, me: string): { where: string; values: Value[] } => {
  const parts: [string, ...Value[]][] = [];
  const open = filter.isOpen ?? (filter.status === undefined ? undefined : isOpen(filter.status));
  if (filter.assignee === 'me') parts.push(['assignee_id = ?', me]);
  if (filter.assignee === 'nobody') parts.push(['assignee_id IS NULL']);
  const isNamed = filter.isOpen !== undefined || filter.assignee !== undefined;
  if (open !== undefined && isNamed) {
    parts.push(['is_open = ?', open ? 1 : 0]);
  }
  if (filter.status !== undefined) parts.push(['status = ?', filter.status]);
  return {
    where: parts.map(([sql]) => sql).join(' AND ') || '1',
    values: parts.flatMap(([, ...values]) => values),
  };
};
