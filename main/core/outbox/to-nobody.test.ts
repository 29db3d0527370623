import { beforeEach, expect, it } from 'vitest';
import { operate } from '../desk.ts';
import { findSchedule, putSchedule } from '../schedules/rows.ts';
import { arrive, post } from '../testing/desk.ts';
import { makeMail, type Mail } from '../testing/mail.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { settleMs } from './doubt.ts';
import { outboxPage } from './page.ts';
import { queueScheduled } from './queue.ts';
import { cancel, edit } from './steps.ts';

let mail: Mail;
beforeEach(() => {
  mail = makeMail();
});

const words = 'The mast in Leeds is up again';
/** As the schedule does when its time has come. */
const handOver = (threadId: string | null = null): string => {
  operate(mail.desk, { op: 'test.leave', by: 'desk', input: {} }, (tx, at) => {
    putSchedule(tx, {
      ...{ id: 's', account_id: mail.desk.account.id, thread_id: threadId, kind: 'post', text: words },
      ...{ to_identity_id: null, agent_id: 'ab', at, state: 'queued', decided_by: 'cd', decided_at: at },
      ...{ reason: null, machine: 'desk-1', outbox_id: 'o', head_id: null, altered_seen: 0, created_at: at },
    });
    queueScheduled(tx, at, {
      ...{ id: 'o', account_id: mail.desk.account.id, thread_id: threadId, kind: 'post', text: words },
      ...{ agent_id: 'ab', to_remote_id: null, schedule_id: 's' },
    });
    return { value: null };
  });
  return 'o';
};

it('leaves as a post to nobody, and is nobody’s thread', async () => {
  const id = handOver();
  expect(() => handOver()).toThrow(/handed over already/u);
  await mail.deliver();
  expect(mail.net.sent).toMatchObject([{ text: words, to: null }]);
  const message = mail.desk.db.find("SELECT thread_id, other_id FROM messages WHERE role = 'out'");
  expect(message).toEqual({ thread_id: null, other_id: null });
  expect(outboxPage(mail.desk.db, { states: ['sent'], after: null, limit: 9 }).items).toMatchObject([
    { id, threadId: null, toHandle: null, scheduleId: 's' },
  ]);
  expectReplayed(mail.desk);
});

it('is found among the brand’s own posts when nobody heard what became of it', async () => {
  mail.net.fates = ['lost-after'];
  const id = handOver();
  await mail.deliver();
  expect(mail.row(id).state).toBe('uncertain');
  await mail.pass(settleMs + 1000);
  expect(mail.row(id)).toMatchObject({ state: 'sent', remote_id: mail.net.sent[0]?.id });
  await mail.pass(3_600_000);
  expect(mail.texts()).toEqual([words]);
});

it('taken back stands among what was scheduled again: its text goes nowhere', () => {
  const id = handOver();
  expect(() => edit(mail.desk, id)).toThrow(/scheduled/u);
  expect(cancel(mail.desk, id).draft).toBeNull();
  expect(findSchedule(mail.desk.db, 's')).toMatchObject({ state: 'refused', text: words, outbox_id: null });
});

it('in a thread it answers the thread as it stands when it is handed over, and no later', async () => {
  arrive(mail.desk, [post('20')]);
  const id = handOver(mail.threadId);
  arrive(mail.desk, [post('30')]);
  await mail.deliver();
  expect(mail.row(id)).toMatchObject({ state: 'failed', code: 'moved-on', in_reply_to: '20' });
});
