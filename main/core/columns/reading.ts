import type { Filter, Order, SortKey } from '../../../shared/filter.ts';
import type { Value } from '../../db/db.ts';
import type { Desk } from '../desk.ts';
import { planOf } from './plan.ts';
import { conditionsOf, isImpossible, joined, type Condition } from './where.ts';

/** One filter, read in one order from one place to another. */
export type Reading = {
  order: Order;
  from: string;
  /** What the index answers; two lists: it is read twice. */
  arms: readonly (readonly Condition[])[];
  /** What is looked at row by row. */
  rest: readonly Condition[];
  /** Rows are looked at that may not be found: reading has to end somewhere. */
  isResidual: boolean;
  after: SortKey | null;
  /** Read to here and no further; null: to the end. */
  end: SortKey | null;
};

/** A tag on at most so many threads leads; a commoner one is looked at row by row. */
const rareTag = 2000;

export const readingOf = (
  { db, me, now }: Pick<Desk, 'db' | 'me' | 'now'>,
  filter: Filter,
  order: Order,
  after: SortKey | null,
): Reading => {
  if (isImpossible(filter)) return { order, from: 'threads', arms: [[nothing]], ...whole, after };
  const all = conditionsOf(filter, me, now());
  const { tag } = filter;
  if (tag !== undefined && isRare(db, tag)) {
    const lead: Condition = { sql: 'g.tag_id = ?', values: [tag] };
    const rest = all.filter(({ part }) => part !== 'tag');
    const from = 'thread_tags g CROSS JOIN threads ON threads.id = g.thread_id';
    return { order, from, arms: [[lead, ...rest]], ...whole, after };
  }
  const plan = planOf(filter, order);
  const leads = all.filter(({ part }) => plan.leads.includes(part));
  const answered = [...plan.leads, ...(plan.implies ?? [])];
  const rest = all.filter(({ part }) => !answered.includes(part));
  const isSorted = plan.isSorted === true;
  return {
    order,
    from: `threads INDEXED BY ${plan.index}`,
    arms: plan.isTwofold ? openOrNot.map((one) => [...leads, one]) : [leads],
    rest,
    isResidual: rest.length > 0 && !isSorted,
    after,
    end: null,
  };
};

const nothing: Condition = { sql: '0', values: [] };
const whole = { rest: [], isResidual: false, end: null };

const openOrNot: readonly Condition[] = [
  { sql: 'is_open = 1', values: [] },
  { sql: 'is_open = 0', values: [] },
];

/** One SELECT for each arm, without an order. */
export const sqlOf = (reading: Reading, columns: string): { sql: string; values: Value[] }[] => {
  const { key, way } = orderOf(reading.order);
  const [beyond, upTo] = way === 'DESC' ? ['<', '>='] : ['>', '<='];
  const edges: Condition[] = [];
  const edge = (sign: string, { sortAt, deadlineAt, id }: SortKey): void =>
    void edges.push({
      sql: `(${key}, id) ${sign} (?, ?)`,
      values: [reading.order === 'due' ? deadlineAt : sortAt, id],
    });
  if (reading.after) edge(beyond, reading.after);
  if (reading.end) edge(upTo, reading.end);
  return reading.arms.map((lead) => {
    const { where, values } = joined([...lead, ...edges, ...reading.rest]);
    return { sql: `SELECT ${columns} FROM ${reading.from} WHERE ${where}`, values };
  });
};

export const orderOf = (order: Order): { key: string; way: 'ASC' | 'DESC' } => ({
  key: order === 'due' ? 'next_deadline_at' : 'sort_at',
  way: order === 'newest' ? 'DESC' : 'ASC',
});

const isRare = (db: Desk['db'], tag: string): boolean => {
  const found = db.find<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM thread_tags WHERE tag_id = ? LIMIT ${rareTag + 1})`,
    tag,
  );
  return (found?.n ?? 0) <= rareTag;
};
