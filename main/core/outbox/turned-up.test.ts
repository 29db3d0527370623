import { beforeEach, expect, it } from 'vitest';
import type { Connection } from '../../providers/provider.ts';
import { ingest } from '../ingest/ingest.ts';
import { arrive, onlyThread, ownReply } from '../testing/desk.ts';
import { makeMail, type Mail } from '../testing/mail.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { viewThread } from '../threads/view.ts';
import { mark } from './mark.ts';
import { attempt, recover } from './send.ts';

let mail: Mail;
beforeEach(() => {
  mail = makeMail();
});

/** The stream of the account's own posts is read, as ever so often. */
const readOwn = async (connection: Connection = mail.net.connection()): Promise<void> => {
  ingest(mail.desk, mail.desk.account, 'own', await connection.poll('own', null));
};
/** What the pane shows of ours: who said it, and what is not settled. */
const shown = () => {
  const { messages, outbox } = viewThread(mail.desk, onlyThread(mail.desk));
  return {
    said: messages.filter(({ direction }) => direction === 'out').map(({ sentBy }) => sentBy),
    open: outbox.map(({ state }) => state.at),
  };
};

it('is settled with the reading that brings it, not at the next look, and stands there once', async () => {
  mail.net.fates = ['lost-after'];
  const id = mail.write('Sorry to hear that', { thenResolve: true });
  await mail.deliver();
  expect(shown()).toEqual({ said: [], open: ['uncertain'] });
  await readOwn();
  expect(shown()).toEqual({ said: ['AB'], open: [] });
  expect(mail.row(id)).toMatchObject({ state: 'sent', remote_id: mail.net.sent[0]?.id, checks: 0 });
  expect(viewThread(mail.desk, mail.threadId).card.status).toBe('resolved');
  expect(mail.courier.dueAt()).toBe(Infinity);
  expectReplayed(mail.desk);
});

it('leaves what is in the air to its attempt, and settles it when that knows nothing', async () => {
  const id = mail.write('Sorry to hear that');
  const connection = mail.net.connection();
  mail.net.fates = ['lost-after'];
  const { kind } = await attempt(
    mail.desk,
    {
      ...connection,
      send: (item) =>
        connection.send(item).catch(async (error: unknown) => {
          await readOwn(connection);
          expect(mail.row(id).state).toBe('sending');
          throw error;
        }),
    },
    id,
  );
  expect(kind).toBe('sent');
  expect(shown()).toEqual({ said: ['AB'], open: [] });
});

it('is settled at the start when it was read before the program ended', async () => {
  const id = mail.write('Sorry to hear that');
  mail.net.fates = ['killed-after'];
  const connection = mail.net.connection();
  mark(mail.desk, id, { state: 'sending', attempt_at: mail.desk.now() });
  const { text, in_reply_to: inReplyToRemoteId } = mail.row(id);
  await expect(connection.send({ kind: 'post', text, inReplyToRemoteId, mediaIds: [] })).rejects.toThrow();
  await readOwn();
  recover(mail.desk, mail.desk.account.id);
  expect(shown()).toEqual({ said: ['AB'], open: [] });
});

it('takes nothing else for it', async () => {
  mail.net.fates = ['lost-before'];
  const id = mail.write('Sorry to hear that');
  await mail.deliver();
  arrive(mail.desk, [ownReply('900', '7', { inReplyToRemoteId: '10', text: 'Something else' })], 'own');
  expect(mail.row(id).state).toBe('uncertain');
  expect(shown().said).toEqual([null]);
});
