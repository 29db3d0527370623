import { expect, it } from 'vitest';
import type { Connection, Rereading } from '../../providers/provider.ts';
import { answerOf, arrive, direct, makeDesk, onlyThread, post } from '../testing/desk.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { startRoad } from '../testing/road.ts';
import { getThread } from '../threads/rows.ts';
import { ingest } from './ingest.ts';
import { quarantined, quarantineOf } from './quarantine.ts';
import { reread } from './reread.ts';

const aside = (id: string) => ({
  remoteId: id,
  reason: 'A post without a readable text.',
  raw: `{"id":"${id}"}`,
});

const reading = (read: (id: string) => Rereading['results'][number]) => {
  const asked: string[] = [];
  const connection = {
    reread: (kept: readonly { raw: string }[]) => {
      const ids = kept.map(({ raw }) => (JSON.parse(raw) as { id: string }).id);
      asked.push(...ids);
      const results = ids.map(read);
      const messages = results.flatMap((one) => (one.at === 'message' ? [one.message] : []));
      return Promise.resolve({ results, identities: answerOf(messages).identities, cost: [] });
    },
  } as unknown as Connection;
  return { connection, asked };
};

it('takes in what can be read by now; the rest stays, with its new reason', async () => {
  const desk = makeDesk();
  ingest(desk, desk.account, 'mentions', { ...answerOf([]), unreadable: ['10', '11', '12'].map(aside) });
  const { connection } = reading((id) => {
    if (id === '10') return { at: 'message', message: post('10') };
    return id === '11' ? { at: 'nothing' } : { at: 'unreadable', reason: 'A post without an author.' };
  });
  const { id: accountId } = desk.account;
  expect(await reread(desk, accountId, connection, '2.0', 'all')).toEqual({ read: 1, left: 1 });
  expect(quarantineOf(desk.db, accountId)).toMatchObject({
    items: [{ remoteId: '12', reason: 'A post without an author.', triedWith: '2.0' }],
    count: 1,
  });
  expect(getThread(desk.db, onlyThread(desk)).inbound).toBe(1);
  expectReplayed(desk);
});

it('has no message twice that came whole in the meantime', async () => {
  const desk = makeDesk();
  ingest(desk, desk.account, 'mentions', { ...answerOf([]), unreadable: [aside('10')] });
  arrive(desk, [post('10'), direct('11')]);
  const { connection } = reading(() => ({ at: 'message', message: post('10') }));
  expect(await reread(desk, desk.account.id, connection, '2.0', 'all')).toEqual({ read: 1, left: 0 });
  expect(getThread(desk.db, onlyThread(desk)).inbound).toBe(2);
});

it('tries by itself only what another version could not read', async () => {
  const desk = makeDesk();
  ingest(desk, desk.account, 'mentions', { ...answerOf([]), unreadable: ['10', '11'].map(aside) });
  const { connection, asked } = reading(() => ({ at: 'unreadable', reason: 'still not' }));
  const byItself = (version: string) =>
    reread(desk, desk.account.id, connection, version, 'unread by this version');
  await byItself('2.0');
  await byItself('2.0');
  expect(asked).toHaveLength(2);
  await byItself('2.1');
  expect(asked).toHaveLength(4);
});

it('reads through the real provider what an older one put aside', async () => {
  const road = await startRoad();
  const { rig, desk, account } = road;
  try {
    const id = rig.say('maya', `@${rig.brand.handle} no signal since six`);
    const { messages } = await road.connection.poll('mentions', null);
    const whole = {
      ...{ id, text: messages[0]?.text, author_id: messages[0]?.authorRemoteId },
      created_at: new Date(messages[0]?.createdAt ?? 0).toISOString(),
      edit_history_tweet_ids: [id],
      entities: { mentions: [{ start: 0, end: 5, username: rig.brand.handle, id: rig.brand.remoteId }] },
    };
    const unreadable = [
      { remoteId: id, reason: 'by an older version', raw: JSON.stringify(whole) },
      { remoteId: null, reason: 'cut', raw: '{"id":"12' },
    ];
    ingest(desk, account, 'mentions', { ...answerOf([]), unreadable });
    const done = await reread(desk, account.id, road.connection, '2.0', 'all');
    expect(done).toEqual({ read: 1, left: 1 });
    expect(desk.db.all('SELECT remote_id, role, text FROM messages')).toEqual([
      { remote_id: id, role: 'in', text: `@${rig.brand.handle} no signal since six` },
    ]);
    expect(quarantined(desk.db, account.id)).toBe(1);
  } finally {
    await road.close();
  }
});
