import { expect, it } from 'vitest';
import type { OutboxId, ThreadId } from '../../../shared/ids.ts';
import { mark } from '../outbox/mark.ts';
import { queueMessage } from '../outbox/queue.ts';
import { accept } from '../outbox/turned-up.ts';
import { arrive, makeDesk, ownReply, post, type TestDesk } from '../testing/desk.ts';
import { getThread } from '../threads/rows.ts';
import { viewThread } from '../threads/view.ts';
import { conversationSql, relatedTo } from './related.ts';

const threadOf = (desk: TestDesk, who: string): ThreadId =>
  desk.db.find<{ id: ThreadId }>(
    'SELECT t.id FROM threads t JOIN identities i ON i.id = t.identity_id WHERE i.remote_id = ?',
    who,
  )?.id as ThreadId;

const conversation = (): TestDesk => {
  const desk = makeDesk();
  arrive(desk, [
    post('10', { conversationId: '10' }),
    // Another customer with the same trouble, and one who knows the answer.
    post('20', { authorRemoteId: '8', conversationId: '10', inReplyToRemoteId: '10', text: 'same here' }),
    post('30', {
      authorRemoteId: '9',
      conversationId: '10',
      inReplyToRemoteId: '20',
      text: 'switch it off and on',
    }),
    post('40', { authorRemoteId: '6', text: 'something else' }),
  ]);
  arrive(desk, [ownReply('50', '7', { inReplyToRemoteId: '10', conversationId: '10' })], 'own');
  return desk;
};

it('shows what third persons answered, neither the customer’s own words nor the brand’s', () => {
  const desk = conversation();
  const said = (who: string) => viewThread(desk, threadOf(desk, who)).answeredBy.map(({ text }) => text);
  expect(said('7')).toEqual(['same here']);
  expect(said('8')).toEqual(['switch it off and on']);
  expect(said('9')).toEqual([]);
  expect(said('6')).toEqual([]);
});

it('knows who else is in the same conversation', () => {
  const desk = conversation();
  const handles = (who: string) =>
    relatedTo(desk.db, threadOf(desk, who)).map(({ handle, why }) => `${handle} ${why}`);
  expect(handles('7')).toEqual(['user8 conversation']);
  expect(handles('9').toSorted()).toEqual(['user7 conversation', 'user8 conversation']);
  expect(handles('6')).toEqual([]);
});

it('goes from the posts of the conversation to their answers, however many messages there are', () => {
  const { db } = conversation();
  const plan = db
    .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${conversationSql}`, 't', 'a', 'a')
    .map(({ detail }) => detail);
  expect(plan).toContain('SEARCH m USING INDEX messages_answers (account_id=? AND in_reply_to=?)');
  expect(plan).toContain('SEARCH m USING INDEX sqlite_autoindex_messages_1 (id=?)');
});

it('closes as answered by another when the thanks are accepted, not before', () => {
  const desk = conversation();
  const threadId = threadOf(desk, '8');
  const newest = desk.db.find<{ id: never }>(
    'SELECT id FROM messages WHERE thread_id = ? ORDER BY seq DESC LIMIT 1',
    threadId,
  );
  const id = 'thanks' as OutboxId;
  queueMessage(desk, 'post', {
    ...{ id, threadId, head: newest?.id ?? null, text: 'Thank you @user9 for helping.' },
    ...{
      sendAnyway: false,
      sendAlike: false,
      alteredSeen: 0,
      rest: [],
      uploads: [],
      thenResolve: true,
      closesAs: 'answered-by-another',
    },
  });
  expect(getThread(desk.db, threadId).is_open).toBe(1);
  mark(desk, id, { state: 'sending', attempt_at: desk.now() });
  accept(desk, id, '900');
  expect(getThread(desk.db, threadId)).toMatchObject({
    is_open: 0,
    status: 'no-action',
    reason: 'answered-by-another',
  });
});
