import { expect, it } from 'vitest';
import { operate } from '../desk.ts';
import { getMessage, putMessage, type MessageRow } from '../messages.ts';
import { arrive, ownReply, post } from '../testing/desk.ts';
import { makeMail, type Mail } from '../testing/mail.ts';
import { retry } from './steps.ts';

const first = 'x:account:1/post/10';

/** As receiving does when the network tells of it. */
const alter = ({ desk }: Mail, change: Partial<MessageRow>): void => {
  desk.clock.now += 1000;
  operate(desk, { op: 'test.alter', by: 'x', input: {} }, (tx, at) => {
    putMessage(tx, { ...getMessage(tx, first), altered_at: at, ...change });
    return { value: null };
  });
};

it.each<[string, (mail: Mail) => void, RegExp]>([
  ['a new message', ({ desk }) => void arrive(desk, [post('20')]), /One message came in since/u],
  ['two of them', ({ desk }) => void arrive(desk, [post('20'), post('21')]), /2 messages came in/u],
  [
    'an answer from elsewhere',
    ({ desk }) => void arrive(desk, [ownReply('30', '7')], 'own'),
    /Somebody has answered/u,
  ],
  [
    'an edit',
    (mail) => alter(mail, { text: 'other words', version_id: '12' }),
    /The customer edited a message/u,
  ],
])('%s stops an answer when it is queued, and again before it leaves', async (_what, happen, said) => {
  const queued = makeMail();
  const seen = { head: 'x:account:1/dm/11', alteredSeen: 0 };
  happen(queued);
  expect(() => queued.write('Sorry', seen)).toThrow(said);

  const waiting = makeMail();
  const id = waiting.write('Sorry');
  happen(waiting);
  await waiting.deliver();
  expect(waiting.texts()).toEqual([]);
  expect(waiting.row(id)).toMatchObject({ state: 'failed', code: 'moved-on' });
  expect(waiting.row(id).reason).toMatch(said);
  expect(waiting.row(id).reason).toMatch(/Your text is kept/u);
});

it('is not stopped by what its author sent before', async () => {
  const mail = makeMail();
  mail.write('Sorry');
  mail.write('One moment please');
  await mail.deliver();
  expect(mail.texts()).toHaveLength(2);
});

it('is stopped by a colleague’s answer, and told whose', async () => {
  const mail = makeMail();
  mail.write('Sorry');
  await mail.deliver();
  expect(() => mail.write('Sorry too', { by: 'cd', head: 'x:account:1/dm/11' })).toThrow(
    /AB has answered meanwhile/u,
  );
});

it('is stopped by a colleague’s answer that is on its way; one of two leaves', async () => {
  const mail = makeMail();
  mail.write('Sorry');
  expect(() => mail.write('Sorry too', { by: 'cd' })).toThrow(/AB is sending an answer/u);
  mail.write('Sorry all the same', { by: 'cd', sendAnyway: true });
  await mail.deliver();
  expect(mail.texts()).toEqual(['Sorry ^AB', 'Sorry all the same ^CD']);
});

it('keeps in the log what was overridden, and is stopped again by what comes after', async () => {
  const mail = makeMail();
  const { desk } = mail;
  arrive(desk, [post('20')]);
  const id = mail.write('Glad to hear it', { head: first, sendAnyway: true });
  const log = desk.db.find<{ input: string }>("SELECT input FROM changes WHERE op = 'message.reply'");
  expect(JSON.parse(log?.input ?? '')).toMatchObject({
    sendAnyway: true,
    overrode: { head: 'x:account:1/post/20' },
  });
  arrive(desk, [post('21')]);
  await mail.deliver();
  expect(mail.row(id)).toMatchObject({ state: 'failed', code: 'moved-on' });
  retry(desk, id);
  await mail.deliver();
  expect(mail.texts()).toEqual(['Glad to hear it ^AB']);
});

it('never answers what is gone, however one insists', async () => {
  const mail = makeMail();
  const id = mail.write('Sorry');
  alter(mail, { text: '', gone_at: mail.desk.now(), gone_because: 'deleted' });
  await mail.deliver();
  expect(mail.row(id)).toMatchObject({ state: 'failed', code: 'gone' });
  expect(mail.row(id).reason).toMatch(/The customer deleted a message/u);
  expect(() => retry(mail.desk, id)).toThrow(/deleted/u);
  expect(() => mail.write('Sorry', { sendAnyway: true })).toThrow(/deleted/u);
  expect(mail.texts()).toEqual([]);
});

it('answers the newest version of what was edited', async () => {
  const mail = makeMail();
  const id = mail.write('Sorry');
  mail.desk.db.raw.exec(`INSERT INTO message_versions VALUES ('${first}', '10', 'no signal', 1)`);
  alter(mail, { text: 'no signal at all', version_id: '12' });
  await mail.deliver();
  retry(mail.desk, id);
  await mail.deliver();
  expect(mail.net.sent).toMatchObject([{ to: '12' }]);
});
