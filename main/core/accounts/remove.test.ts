import { beforeEach, expect, it } from 'vitest';
import { operate } from '../desk.ts';
import { draftsOf } from '../drafts.ts';
import { getItem, putItem } from '../outbox/rows.ts';
import { putSchedule } from '../schedules/rows.ts';
import { arrive, makeDesk, onlyThread, post, start, type TestDesk } from '../testing/desk.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { startRoad } from '../testing/road.ts';
import { getThread } from '../threads/rows.ts';
import { undo } from '../undo.ts';
import { concernedBy, removeAccount } from './remove.ts';
import { getAccount } from './rows.ts';

const accountId = 'x:account:1' as never;
let desk: TestDesk;
beforeEach(() => {
  desk = makeDesk();
  arrive(desk, [post('10')]);
});

const keep = { accountId, archive: 'keep', openThreads: 'keep' } as const;

it('stops the account with its reason, keeps its threads, and cancels what was to leave', () => {
  const threadId = onlyThread(desk);
  operate(desk, { op: 'test.schedule', by: 'ab', input: {} }, (tx) => {
    putSchedule(tx, {
      ...{ id: 's1', account_id: accountId, thread_id: null, kind: 'post', text: 'Later', agent_id: 'ab' },
      ...{ to_identity_id: null, at: start + 1000, state: 'approved', decided_by: 'cd', decided_at: start },
      ...{ reason: null, machine: 'desk-1', outbox_id: null, created_at: start, altered_seen: 0 },
    } as never);
    return { value: null };
  });
  removeAccount(desk, keep);
  expect(getAccount(desk.db, accountId)).toMatchObject({
    removed_at: desk.now(),
    erase_at: null,
    baton_id: null,
  });
  expect(getAccount(desk.db, accountId).paused_because).toContain('can be read');
  expect(getThread(desk.db, threadId).is_open).toBe(1);
  expect(desk.db.all('SELECT state FROM schedules')).toEqual([{ state: 'cancelled' }]);
  expect(() => removeAccount(desk, keep)).toThrow('removed already');
  expectReplayed(desk);
});

it('closes its open threads when that was chosen, and undo opens them', () => {
  const threadId = onlyThread(desk);
  removeAccount(desk, { ...keep, openThreads: 'close' });
  expect(getThread(desk.db, threadId).is_open).toBe(0);
  undo(desk);
  expect(getThread(desk.db, threadId).is_open).toBe(1);
  expect(getAccount(desk.db, accountId).removed_at).not.toBeNull();
});

it('is for who may, and deletes only what was named by hand', () => {
  expect(() => removeAccount(desk.as('cd'), keep)).toThrow('admins');
  expect(() => removeAccount(desk, { ...keep, archive: 'delete', handle: 'hallam' })).toThrow(
    'Type @hallammobile',
  );
  expect(() => removeAccount(desk, { ...keep, archive: 'delete' })).toThrow('Nothing was deleted');
  expect(getAccount(desk.db, accountId).removed_at).toBeNull();
});

it('gives what was not sent back to who wrote it, and waits for what nobody knows', async () => {
  const road = await startRoad();
  try {
    road.rig.say('maya', `@${road.rig.brand.handle} no signal`);
    await road.readAll();
    const { id } = road.account;
    const asked = { ...keep, accountId: id as never };
    const item = road.reply('Sorry Maya');
    operate(road.desk, { op: 'test.doubt', by: 'ab', input: {} }, (tx) => {
      putItem(tx, { ...getItem(tx, item.id), state: 'uncertain' });
      return { value: null };
    });
    expect(concernedBy(road.desk.db, id)).toMatchObject({ doubtful: 1, unsent: 0, openThreads: 1 });
    expect(() => removeAccount(road.desk, asked)).toThrow('Settle them in the outbox first');
    operate(road.desk, { op: 'test.doubt', by: 'ab', input: {} }, (tx) => {
      putItem(tx, { ...getItem(tx, item.id), state: 'failed', code: 'rejected', reason: 'lost' });
      return { value: null };
    });
    removeAccount(road.desk, asked);
    expect(draftsOf(road.desk, onlyThread(road.desk))).toMatchObject([{ kind: 'post', text: 'Sorry Maya' }]);
    expect(getItem(road.desk.db, item.id).state).toBe('cancelled');
  } finally {
    await road.close();
  }
});
