import { expect, it } from 'vitest';
import type { ThreadId } from '../../../shared/ids.ts';
import { operate } from '../desk.ts';
import { draftsOf, saveDraft } from '../drafts.ts';
import { arrive, makeDesk, post, type TestDesk } from '../testing/desk.ts';
import { joins } from '../testing/people.ts';
import { merge } from '../threads/merge.ts';
import { claim } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { viewThread } from '../threads/view.ts';
import { undo } from '../undo.ts';
import { putUpload } from './rows.ts';

const threadOf = (desk: TestDesk, who: string): ThreadId =>
  desk.db.find<{ id: ThreadId }>(
    'SELECT t.id FROM threads t JOIN identities i ON i.id = t.identity_id WHERE i.remote_id = ?',
    who,
  )?.id as ThreadId;

const attach = (desk: TestDesk, threadId: string, id: string): void => {
  operate(desk, { op: 'test.attach', by: desk.me, threadId, input: { id } }, (tx, at) => {
    putUpload(tx, {
      ...{ id, agent_id: desk.me, account_id: desk.account.id, thread_id: threadId, message_kind: 'post' },
      ...{ outbox_id: null, position: 0, kind: 'photo', name: `${id}.png`, mime: 'image/png', bytes: 9 },
      ...{ alt_text: 'A mast', state: 'kept', sent_bytes: 0, remote_id: null, expires_at: null },
      ...{ reason: null, created_at: at },
    });
    return { value: null };
  });
};

const writing = (): { desk: TestDesk; seven: ThreadId; eight: ThreadId } => {
  const desk = makeDesk();
  arrive(desk, [post('10'), post('20', { authorRemoteId: '8' })]);
  const [seven, eight] = [threadOf(desk, '7'), threadOf(desk, '8')];
  saveDraft(desk, seven, 'post', 'Here is the mast');
  attach(desk, seven, 'mast');
  return { desk, seven, eight };
};
const attached = (desk: TestDesk, threadId: string): string[] =>
  viewThread(desk, threadId).uploads.map(({ id }) => id);

it('what is attached stays with its author and thread, whoever the thread goes to', () => {
  const { desk, seven } = writing();
  joins(desk, 'cd');
  const colleague = desk.as('cd');
  claim(colleague, { threadId: seven, revision: getThread(desk.db, seven).revision });
  expect(attached(desk, seven)).toEqual(['mast']);
  expect(draftsOf(desk, seven)).toHaveLength(1);
  // And never shows under another's text.
  expect(viewThread(colleague, seven).uploads).toEqual([]);
});

it('what is attached follows a merge, and goes back with its undo', () => {
  const { desk, seven, eight } = writing();
  attach(desk, eight, 'bill');
  const { into } = merge(desk, { threadId: seven, from: eight });
  expect(attached(desk, into).toSorted()).toEqual(['bill', 'mast']);
  undo(desk);
  expect([attached(desk, seven), attached(desk, eight)]).toEqual([['mast'], ['bill']]);
});
