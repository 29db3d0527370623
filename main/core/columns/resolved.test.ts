import { expect, it } from 'vitest';
import { arrive, makeDesk, onlyThread, post, start } from '../testing/desk.ts';
import { reopen, resolve } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { resolvedQuery, resolvedSince } from './resolved.ts';

it('counts what was closed since, as long as it stays closed', () => {
  const desk = makeDesk();
  arrive(desk, [post('1')]);
  const threadId = onlyThread(desk);
  const seen = () => ({ threadId, revision: getThread(desk.db, threadId).revision });
  resolve(desk, seen());
  expect(resolvedSince(desk.db, start)).toBe(1);
  expect(resolvedSince(desk.db, start + 1)).toBe(0);
  reopen(desk, seen());
  expect(resolvedSince(desk.db, start)).toBe(0);
});

it('reads nothing but the index of closed threads', () => {
  const { db } = makeDesk();
  const plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${resolvedQuery}`, start);
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH threads USING COVERING INDEX threads_closed (closed_at>?)',
  ]);
});
