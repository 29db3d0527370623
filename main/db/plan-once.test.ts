import { expect, test } from 'vitest';
import { openDb } from './open.ts';
import { planOnce } from './plan-once.ts';

test('values that are compared, or that limit, are kept from the planner', () => {
  expect(planOnce('SELECT * FROM t WHERE a = ? AND b >= ? AND c <> ? AND d IS ? LIMIT ?')).toBe(
    'SELECT * FROM t WHERE a = +? AND b >= +? AND c <> +? AND d IS +? LIMIT +?',
  );
});

test('values that are written are left as they are', () => {
  const insert = 'INSERT INTO t (a, b) VALUES (?, ?)';
  expect(planOnce(insert)).toBe(insert);
});

test('the same index serves, partial ones too, and null still finds null', () => {
  const db = openDb(':memory:');
  const planOf = (sql: string): string => {
    const values = [...sql].filter((letter) => letter === '?').map(() => 'x');
    return db
      .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values)
      .map(({ detail }) => detail)
      .join();
  };
  expect(planOf('SELECT * FROM messages WHERE thread_id = ? ORDER BY created_at, id')).toBe(
    'SEARCH messages USING INDEX messages_by_thread (thread_id=?)',
  );
  expect(planOf('SELECT * FROM threads WHERE customer_id = ? AND account_id = ? ORDER BY first_at')).toBe(
    'SEARCH threads USING INDEX threads_by_customer (customer_id=? AND account_id=?)',
  );
  expect(db.find('SELECT 1 AS one WHERE NULL IS ?', null)).toEqual({ one: 1 });
  db.close();
});
