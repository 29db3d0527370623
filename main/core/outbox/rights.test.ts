import { expect, it } from 'vitest';
import { ProviderFailure, type FailureDetail } from '../../providers/provider.ts';
import { findCard } from '../columns/cards.ts';
import { operate } from '../desk.ts';
import { getMessage, putMessage } from '../messages.ts';
import { arrive, direct, makeDesk, onlyThread, post } from '../testing/desk.ts';
import { makeMail, type Mail } from '../testing/mail.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { attempt } from './send.ts';
import { retry } from './steps.ts';

const rights = ({ desk, threadId }: Pick<Mail, 'desk' | 'threadId'>) => {
  const card = findCard(desk.db, threadId);
  return [card?.replyRight, card?.directRight];
};
const refuse = (mail: Mail, id: string, detail: FailureDetail) =>
  attempt(
    mail.desk,
    {
      ...mail.net.connection(),
      send: () => Promise.reject(new ProviderFailure('rejected', 'X does not take this.', null, detail)),
    },
    id,
  );

it('is what the network says of the newest public message, before anything was tried', () => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  const it = { desk, threadId: onlyThread(desk) };
  expect(rights(it)).toEqual(['may-reply', 'unknown']);
  arrive(desk, [post('20', { isSummons: false, toRemoteId: '1' })]);
  expect(rights(it)).toEqual(['not-summoned', 'unknown']);
  arrive(desk, [direct('30')]);
  expect(rights(it)).toEqual(['not-summoned', 'dm-open']);
});

it('is that of direct messages where there is nothing public', () => {
  const desk = makeDesk();
  arrive(desk, [direct('30')]);
  expect(rights({ desk, threadId: onlyThread(desk) })).toEqual(['dm-open', 'dm-open']);
});

it('is learned from a refusal, with the text kept, and forgotten when one is taken', async () => {
  const mail = makeMail();
  const id = mail.write('Sorry');
  await refuse(mail, id, 'not-summoned');
  expect(mail.row(id)).toMatchObject({ state: 'failed', text: 'Sorry ^AB' });
  expect(rights(mail)[0]).toBe('not-summoned');
  retry(mail.desk, id);
  await mail.deliver();
  expect(rights(mail)[0]).toBe('may-reply');
  expectReplayed(mail.desk);
});

it.each([
  ['dm-closed', 'dm-closed'],
  ['encrypted', 'encrypted'],
] as const)('a refused direct message says %s, until the customer writes one', async (detail, right) => {
  const mail = makeMail();
  mail.desk.clock.now += 1000;
  const id = mail.write('In private', { kind: 'dm' });
  await refuse(mail, id, detail);
  expect(rights(mail)).toEqual(['may-reply', right]);
  mail.desk.clock.now += 1000;
  arrive(mail.desk, [direct('50')]);
  expect(rights(mail)).toEqual(['may-reply', 'dm-open']);
});

it('says that a message is gone, whoever learned it', async () => {
  const mail = makeMail();
  await refuse(mail, mail.write('Sorry'), 'deleted-target');
  expect(rights(mail)[0]).toBe('deleted');

  const other = makeMail();
  operate(other.desk, { op: 'test.bury', by: 'x', input: {} }, (tx, at) => {
    const row = getMessage(tx, 'x:account:1/post/10');
    putMessage(tx, { ...row, gone_at: at, gone_because: 'suspended' });
    return { value: null };
  });
  expect(rights(other)[0]).toBe('deleted');
});
