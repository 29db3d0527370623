import { beforeEach, expect, it } from 'vitest';
import { closeLine } from '../../../shared/close-line.ts';
import type { MessageId, OutboxId, ThreadId } from '../../../shared/ids.ts';
import type { Desk } from '../desk.ts';
import { queueMessage } from '../outbox/queue.ts';
import { saveSnippet } from '../snippets/snippets.ts';
import { arrive, makeDesk, post, type TestDesk } from '../testing/desk.ts';
import { findAlike } from './alike.ts';

let desk: TestDesk;
let made = 0;

beforeEach(() => {
  desk = makeDesk();
  arrive(desk, [post('10', { authorRemoteId: '7' }), post('11', { authorRemoteId: '8' })]);
});

const threadOf = (remoteId: string): ThreadId =>
  desk.db.find<{ thread_id: ThreadId }>('SELECT thread_id FROM messages WHERE remote_id = ?', remoteId)!
    .thread_id;

const send = (by: Desk, on: string, text: string, more: { sendAlike?: boolean } = {}) => {
  made += 1;
  return queueMessage(by, 'post', {
    id: `item-${made}` as OutboxId,
    threadId: threadOf(on),
    head: desk.db.find<{ id: MessageId }>('SELECT id FROM messages ORDER BY seq DESC LIMIT 1')!.id,
    text,
    ...{ alteredSeen: 0, rest: [], uploads: [] },
    ...{ sendAnyway: true, sendAlike: false, thenResolve: false, ...more },
  });
};

const boiler = (name: string): string =>
  `Hi ${name}, sorry to hear about this. Please send us your account number and we will look into it right away.`;

it('stops what a colleague has written to somebody else, and says how alike it is', () => {
  send(desk.as('cd'), '10', boiler('Maya'));
  desk.clock.now += 20 * 60_000;
  expect(() => send(desk, '11', boiler('Omar'))).toThrow(
    /^90 % like what CD wrote to @user7 20 minutes ago\. Your text is kept\.$/u,
  );
  expect(findAlike(desk, threadOf('11'), boiler('Omar'))?.alike).toMatchObject({ by: 'CD', handle: 'user7' });
});

it('sends it when told to, and the log knows', () => {
  const { item } = send(desk.as('cd'), '10', boiler('Maya'));
  send(desk, '11', boiler('Omar'), { sendAlike: true });
  const [{ input } = { input: '' }] = desk.db.all<{ input: string }>(
    "SELECT input FROM changes WHERE op = 'message.reply' ORDER BY seq DESC LIMIT 1",
  );
  expect(JSON.parse(input)).toMatchObject({ sendAlike: { to: item.id } });
  expect(input).not.toContain('sorry');
});

it('says nothing about the same customer, what is older than a week, and what never left', () => {
  send(desk.as('cd'), '10', boiler('Maya'));
  expect(findAlike(desk, threadOf('10'), boiler('Maya'))).toBeUndefined();
  desk.clock.now += 8 * 86_400_000;
  expect(findAlike(desk, threadOf('11'), boiler('Maya'))).toBeUndefined();
  const { item } = send(desk, '10', boiler('Maya'));
  desk.db.raw.prepare("UPDATE outbox SET state = 'cancelled' WHERE id = ?").run(item.id);
  expect(findAlike(desk, threadOf('11'), boiler('Maya'))).toBeUndefined();
});

it('lets thanks and facts be said to everybody', () => {
  send(desk, '10', 'Thank you!');
  send(desk, '11', 'Thank you!');
  const fact = 'The mast TX114 at Meanwood lost power at 6 am; the crew expects it back by noon today.';
  send(desk, '10', fact);
  expect(() => send(desk, '11', fact)).toThrow(/% like/u);
  saveSnippet(desk, { id: null, name: 'TX114', kind: 'fact', text: fact, lang: null });
  send(desk, '11', fact);
});

it('never lets a blank reach a customer', () => {
  expect(() => send(desk, '10', 'Hi {first}, it is on its way')).toThrow(
    /\{first\} is still to be filled in/u,
  );
  expect(desk.db.all('SELECT id FROM outbox')).toEqual([]);
});

it('lets the line that the desk proposes after a call be said after every call', () => {
  send(desk.as('cd'), '10', closeLine('Maya Okafor'));
  send(desk, '11', closeLine('Omar Haddad'));
  expect(desk.db.all('SELECT id FROM outbox')).toHaveLength(2);
});
