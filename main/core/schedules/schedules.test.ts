import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AccountId, MessageId, ScheduleId } from '../../../shared/ids.ts';
import { whatMoved } from '../outbox/guard.ts';
import { getItem } from '../outbox/rows.ts';
import { arrive, makeDesk, onlyThread, ownReply, post, start, type TestDesk } from '../testing/desk.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { undo } from '../undo.ts';
import { approve, refuse, takeOver } from './decide.ts';
import { leaving, sendNow, toLeaveSoon } from './leave.ts';
import { allSchedules, getSchedule } from './rows.ts';
import { setCap, stopAll } from './rules.ts';
import { addSchedule, cancelSchedule, changeSchedule } from './write.ts';

const hour = 3_600_000;
const tomorrow = start + 24 * hour;

const plan = (over: Partial<Parsed<'schedule.add'>> = {}): Parsed<'schedule.add'> => ({
  id: 's1' as ScheduleId,
  accountId: 'x:account:1' as AccountId,
  threadId: null,
  kind: 'post',
  text: 'The mast in Leeds is up again',
  at: tomorrow,
  head: null,
  alteredSeen: 0,
  ...over,
});
const seen = { head: null, alteredSeen: 0 };
const now = (desk: TestDesk, id: string) => {
  const { revision } = getSchedule(desk.db, id);
  return { id: id as ScheduleId, revision };
};
const approved = (desk: TestDesk, over: Partial<Parsed<'schedule.add'>> = {}): string => {
  const { id } = addSchedule(desk.as('cd'), plan(over));
  approve(desk, { ...now(desk, id), ...seen });
  return id;
};
const outbox = (desk: TestDesk) =>
  desk.db.all<{ text: string; schedule_id: string; not_before: number }>(
    'SELECT text, schedule_id, not_before FROM outbox ORDER BY queued_at, id',
  );
const state = (desk: TestDesk, id: string) => getSchedule(desk.db, id).state;
const turn = (desk: TestDesk, at: number): void => {
  desk.clock.now = at;
  if (leaving.dueAt(desk) <= at) leaving.run(desk);
};

it('leaves when it is due, signed, after a second person has read it', () => {
  const desk = makeDesk();
  addSchedule(desk.as('cd'), plan());
  turn(desk, tomorrow);
  expect(outbox(desk)).toEqual([]);
  approve(desk, { ...now(desk, 's1'), ...seen });
  turn(desk, tomorrow);
  turn(desk, tomorrow + 1);
  expect(outbox(desk)).toMatchObject([{ text: 'The mast in Leeds is up again ^CD', schedule_id: 's1' }]);
  expect(state(desk, 's1')).toBe('queued');
  expect(allSchedules(desk.db)).toEqual([]);
});

it('is not approved by its author, nor by somebody who may not', () => {
  const desk = makeDesk();
  addSchedule(desk, plan());
  expect(() => approve(desk, { ...now(desk, 's1'), ...seen })).toThrow(/Somebody else has to read it/u);
  expect(() => approve(desk.as('cd'), { ...now(desk, 's1'), ...seen })).toThrow(
    /Only supervisors and admins/u,
  );
});

it('is read again when its words or its time change, and stays out when it is refused', () => {
  const desk = makeDesk();
  approved(desk);
  changeSchedule(desk.as('cd'), {
    ...now(desk, 's1'),
    newId: 's2' as ScheduleId,
    text: 'Other words',
    at: tomorrow,
    ...seen,
  });
  turn(desk, tomorrow);
  expect(outbox(desk)).toEqual([]);
  refuse(desk, { ...now(desk, 's2'), reason: 'Too early to say' });
  turn(desk, tomorrow);
  expect(allSchedules(desk.db)).toMatchObject([{ id: 's2', state: 'refused', reason: 'Too early to say' }]);
  expect(JSON.stringify(desk.db.all('SELECT input, rows, inverse FROM changes'))).not.toContain(
    'Other words',
  );
});

it('takes each step back, the approval of the very words too', () => {
  const desk = makeDesk();
  approved(desk);
  undo(desk);
  expect(state(desk, 's1')).toBe('waiting');
  approve(desk, { ...now(desk, 's1'), ...seen });
  changeSchedule(desk, {
    ...now(desk, 's1'),
    newId: 's2' as ScheduleId,
    text: 'More',
    at: tomorrow,
    ...seen,
  });
  undo(desk);
  expect([state(desk, 's1'), state(desk, 's2')]).toEqual(['approved', 'cancelled']);
  cancelSchedule(desk, now(desk, 's1'));
  undo(desk);
  expect(state(desk, 's1')).toBe('approved');
  turn(desk, tomorrow);
  expect(() => cancelSchedule(desk, now(desk, 's1'))).toThrow(/has left/u);
});

it('waits while somebody is at work for its addressee, and says so', () => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  const threadId = onlyThread(desk);
  approved(desk, { threadId });
  turn(desk, tomorrow);
  expect(outbox(desk)).toEqual([]);
  expect(getSchedule(desk.db, 's1').reason).toMatch(/waits for an answer/u);
  desk.db.raw.exec("UPDATE threads SET status = 'waiting-customer'");
  turn(desk, tomorrow + hour / 2);
  expect(outbox(desk)).toHaveLength(1);
});

it('is stopped at the last moment when the thread is not as it was read, as any answer is', () => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  const threadId = onlyThread(desk);
  approved(desk, { threadId, head: 'x:account:1/post/10' as MessageId });
  desk.db.raw.exec("UPDATE threads SET status = 'waiting-customer'");
  arrive(desk, [ownReply('20', '7', { inReplyToRemoteId: '10' })], 'own');
  turn(desk, tomorrow);
  const [item] = desk.db.all<{ id: string }>('SELECT id FROM outbox');
  expect(whatMoved(desk.db, getItem(desk.db, item?.id ?? ''))).toMatch(/has answered meanwhile/u);
});

it('does not say today what was meant for yesterday, unless somebody wants it', () => {
  const desk = makeDesk();
  approved(desk);
  turn(desk, tomorrow + 2 * hour);
  expect(outbox(desk)).toEqual([]);
  expect(getSchedule(desk.db, 's1').reason).toMatch(/Not sent at its time/u);
  sendNow(desk, now(desk, 's1'));
  expect(outbox(desk)).toHaveLength(1);
});

it('is stopped by anybody, and goes on only by who approves', () => {
  const desk = makeDesk();
  approved(desk);
  stopAll(desk.as('cd'), true);
  turn(desk, tomorrow);
  expect(outbox(desk)).toEqual([]);
  expect(() => sendNow(desk, now(desk, 's1'))).toThrow(/stopped/u);
  expect(() => stopAll(desk.as('cd'), false)).toThrow(/Only supervisors and admins/u);
  stopAll(desk, false);
  turn(desk, tomorrow + 1);
  expect(outbox(desk)).toHaveLength(1);
});

it('leaves from the machine that was to send it, or the one that took over', () => {
  const desk = makeDesk();
  approved(desk);
  const other: TestDesk = { ...desk, machine: 'desk-2' };
  expect(toLeaveSoon(desk)).toEqual([{ at: tomorrow }]);
  expect(toLeaveSoon(other)).toEqual([]);
  turn(other, tomorrow);
  expect(outbox(desk)).toEqual([]);
  takeOver(other, now(desk, 's1'));
  turn(desk, tomorrow);
  expect(outbox(desk)).toEqual([]);
  turn(other, tomorrow);
  expect(outbox(desk)).toHaveLength(1);
});

it('needs words, a time to come, room on that day, and somebody for a direct message', () => {
  const desk = makeDesk();
  expect(() => addSchedule(desk, plan({ text: ' ' }))).toThrow(/nothing to send/u);
  expect(() => addSchedule(desk, plan({ text: 'x'.repeat(300) }))).toThrow(/over the limit of 280/u);
  expect(() => addSchedule(desk, plan({ at: start }))).toThrow(/has passed/u);
  expect(() => addSchedule(desk, plan({ kind: 'dm' }))).toThrow(/open their thread/u);
  setCap(desk, 1);
  addSchedule(desk, plan());
  expect(() => addSchedule(desk, plan({ id: 's2' as ScheduleId }))).toThrow(/Choose another day/u);
  addSchedule(desk, plan({ id: 's3' as ScheduleId, at: tomorrow + 24 * hour }));
});

/** What people and time do to three messages: whatever the order, these hold. */
const steps = fc.array(
  fc.record({
    what: fc.constantFrom(
      'add',
      'approve',
      'refuse',
      'change',
      'cancel',
      'now',
      'stop',
      'go',
      'wait',
      'undo',
    ),
    of: fc.nat(2),
    by: fc.constantFrom('ab', 'cd'),
    hours: fc.integer({ min: 1, max: 30 }),
  }),
  { maxLength: 40 },
);

it('never leaves twice, early, unread, or past the cap', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const desk = makeDesk();
      setCap(desk, 2);
      let made = 0;
      for (const { what, of, by, hours } of all) {
        const who = desk.as(by);
        const rows = allSchedules(desk.db);
        const row = rows[of % Math.max(1, rows.length)];
        const at = desk.clock.now + hours * hour;
        const step = (): unknown => {
          const one = row && { id: row.id, revision: row.revision };
          if (what === 'wait') return turn(desk, desk.clock.now + hours * hour);
          if (what === 'add') return addSchedule(who, plan({ id: `s${made++}` as ScheduleId, at }));
          if (what === 'stop' || what === 'go') return stopAll(who, what === 'stop');
          if (what === 'undo') return undo(who);
          if (!one) return null;
          if (what === 'approve') return approve(who, { ...one, ...seen });
          if (what === 'refuse') return refuse(who, { ...one, reason: 'no' });
          if (what === 'cancel') return cancelSchedule(who, one);
          if (what === 'now') return sendNow(who, one);
          return changeSchedule(who, {
            ...one,
            newId: `s${made++}` as ScheduleId,
            text: 'again',
            at,
            ...seen,
          });
        };
        try {
          step();
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }
      const left = desk.db.all<{ at: number; decided_by: string; agent_id: string; n: number; sent: number }>(
        'SELECT s.at, s.decided_by, s.agent_id, count(*) AS n, min(o.queued_at) AS sent FROM schedules s ' +
          'JOIN outbox o ON o.schedule_id = s.id GROUP BY s.id',
      );
      for (const { n, decided_by, agent_id } of left) {
        expect(n).toBe(1);
        expect(decided_by).not.toBe(agent_id);
        expect(decided_by).not.toBeNull();
      }
      const perDay = new Map<number, number>();
      for (const { at } of left)
        perDay.set(Math.floor(at / 86_400_000), 1 + (perDay.get(Math.floor(at / 86_400_000)) ?? 0));
      for (const n of perDay.values()) expect(n).toBeLessThanOrEqual(2);
      expectReplayed(desk);
    }),
    { numRuns: 60 },
  );
});
