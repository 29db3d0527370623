import type { Value } from '../../db/db.ts';

/** A predicate on one document and its thread, never null, with the values of its question marks. */
export type Condition = { sql: string; values: readonly Value[] };

export const condition = (sql: string, ...values: Value[]): Condition => ({ sql, values });
export const always = condition('1');
export const never = condition('0');

export const every = (some: readonly Condition[]): Condition => joined(some, ' AND ', always);
export const either = (some: readonly Condition[]): Condition => joined(some, ' OR ', never);
export const not = ({ sql, values }: Condition): Condition => ({ sql: `NOT (${sql})`, values });

/** An SQL list of ids that may be empty. */
export const among = (column: string, ids: readonly string[]): Condition =>
  condition(`coalesce(${column} IN (SELECT value FROM json_each(?)), 0)`, JSON.stringify(ids));

const joined = (some: readonly Condition[], by: string, empty: Condition): Condition =>
  some.length === 0
    ? empty
    : { sql: some.map(({ sql }) => `(${sql})`).join(by), values: some.flatMap(({ values }) => values) };
