import { expect, it } from 'vitest';
import { makeDesk } from '../testing/desk.ts';
import { answersSql } from './answered-by.ts';

it('looks for answers to this thread’s posts, not through all answers of the account', () => {
  const { db } = makeDesk();
  const plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${answersSql}`, 't', 'a', 'c');
  expect(plan.map(({ detail }) => detail)).toContain(
    'SEARCH m USING INDEX messages_answers (account_id=? AND in_reply_to=?)',
  );
});
