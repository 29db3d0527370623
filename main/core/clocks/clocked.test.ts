import fc from 'fast-check';
import { expect, it } from 'vitest';
import { never } from '../../../shared/model.ts';
import type { RemoteMessage } from '../../providers/provider.ts';
import { operate } from '../desk.ts';
import { ingest } from '../ingest/ingest.ts';
import { putEscalation, putPhone } from '../phone/rows.ts';
import {
  answerOf,
  arrive,
  makeDesk,
  onlyThread,
  ownReply,
  post,
  start,
  stateOf,
  type TestDesk,
} from '../testing/desk.ts';
import { getThread } from '../threads/rows.ts';
import { setThread } from '../threads/set.ts';
import { settle } from '../threads/settle.ts';
import { marksOf } from './marks.ts';
import { all, giveCalendar, givePolicy, hour, minute, office } from './testing/policy.ts';

const thread = (desk: TestDesk) => getThread(desk.db, onlyThread(desk));
const at = (minutes: number) => ({ createdAt: start + minutes * minute });

it('runs the most pressing clock of the first policy that fits', () => {
  const desk = makeDesk();
  givePolicy(
    desk,
    'p-words',
    { conditions: { words: ['outage'] }, targets: { first: all(5), next: all(5), resolution: all(null) } },
    0,
  );
  givePolicy(desk, 'p-all', {}, 1);
  arrive(desk, [post('10', at(0)), post('11', { ...at(1), authorRemoteId: '8', text: 'an outage again' })]);
  const rows = desk.db.all(
    'SELECT policy_id, clock, clock_from, next_deadline_at, warn_at FROM threads ORDER BY first_at',
  );
  expect(rows).toEqual([
    {
      policy_id: 'p-all',
      clock: 'first',
      clock_from: start,
      next_deadline_at: start + hour,
      warn_at: start + 45 * minute,
    },
    {
      policy_id: 'p-words',
      clock: 'first',
      clock_from: start + minute,
      next_deadline_at: start + 6 * minute,
      warn_at: start + minute + 3.75 * minute,
    },
  ]);
});

it('stands still while the customer is answered and goes on when they write again', () => {
  const desk = makeDesk();
  givePolicy(desk, 'p');
  arrive(desk, [post('10', at(0))]);
  arrive(desk, [ownReply('20', '7', at(10))], 'own');
  expect(thread(desk)).toMatchObject({ clock: null, next_deadline_at: never, warn_at: never, breaches: 0 });
  arrive(desk, [post('30', at(100)), post('31', at(110))]);
  expect(thread(desk)).toMatchObject({
    clock: 'next',
    clock_from: start + 100 * minute,
    next_deadline_at: start + 130 * minute,
  });
});

it('counts business hours: Friday 16:45, 30 minutes, is due Monday 09:15', () => {
  const desk = makeDesk();
  const calendarId = giveCalendar(desk, 'office', office);
  givePolicy(desk, 'p', { calendarId, targets: { first: all(30), next: all(30), resolution: all(null) } });
  arrive(desk, [post('10', { createdAt: Date.parse('2026-11-20T16:45:00Z') })]);
  expect(new Date(thread(desk).next_deadline_at).toISOString()).toBe('2026-11-23T09:15:00.000Z');
});

it('lets no automatic message stop a clock', () => {
  const desk = makeDesk();
  givePolicy(desk, 'p');
  arrive(desk, [post('10', at(0)), ownReply('20', '7', at(5))]);
  expect(thread(desk).clock).toBeNull();
  desk.db.raw.exec("UPDATE messages SET is_automatic = 1 WHERE role = 'out'");
  operate(desk, { op: 'test.settle', by: 'test', input: {} }, (tx) => ({
    value: settle(tx, onlyThread(desk)),
  }));
  expect(thread(desk)).toMatchObject({
    clock: 'first',
    waiting_since: start,
    next_deadline_at: start + hour,
  });
});

it('has other targets for another priority, and does not judge what was answered under the old ones', () => {
  const desk = makeDesk();
  givePolicy(desk, 'p', {
    targets: { first: [10, 10, 60, 60], next: [10, 10, 60, 60], resolution: all(null) },
  });
  arrive(desk, [post('10', at(0))]);
  arrive(desk, [ownReply('20', '7', at(40))], 'own');
  setThread(desk, {
    threadId: onlyThread(desk),
    revision: thread(desk).revision,
    action: { do: 'priority', priority: 0 },
  });
  arrive(desk, [post('30', at(50))]);
  expect(thread(desk)).toMatchObject({ clock: 'next', next_deadline_at: start + 60 * minute, breaches: 0 });
});

it('starts a new segment when a closed thread comes back', () => {
  const desk = makeDesk();
  givePolicy(desk, 'p');
  arrive(desk, [post('10', at(0))]);
  arrive(desk, [ownReply('20', '7', at(5))], 'own');
  desk.clock.now = start + 6 * minute;
  setThread(desk, {
    threadId: onlyThread(desk),
    revision: thread(desk).revision,
    action: { do: 'resolve', reason: 'solved' },
  });
  expect(thread(desk).clock).toBeNull();
  arrive(desk, [post('30', at(100))]);
  expect(thread(desk)).toMatchObject({
    clock: 'first',
    clock_from: start + 100 * minute,
    next_deadline_at: start + 160 * minute,
  });
});

it('records an answer that came too late while nobody was looking', () => {
  const desk = makeDesk();
  givePolicy(desk, 'p');
  arrive(desk, [post('10', at(0)), ownReply('20', '7', at(61))]);
  expect(thread(desk)).toMatchObject({ breaches: 1, marks: 1 });
  expect(marksOf(desk.db, onlyThread(desk))).toMatchObject([
    { clock: 'first', started_at: start, due_at: start + hour, breached_at: start + hour, is_seen: 0 },
  ]);
});

it('takes a completed call for an answer, and goes on with the next response after it', () => {
  const desk = makeDesk();
  givePolicy(desk, 'p');
  arrive(desk, [post('10', at(0))]);
  const { id, customer_id } = thread(desk);
  operate(desk, { op: 'test.call', by: 'test', input: {} }, (tx) => {
    putPhone(tx, {
      id: 'phone',
      customer_id,
      number: '+441134960017',
      message_id: null,
      consent_by: 'ab',
      consent_at: start,
      expires_at: never,
      forgotten_at: null,
      revealed_at: null,
      revealed_by: null,
    });
    putEscalation(tx, {
      id: 'call',
      thread_id: id,
      customer_id,
      phone_id: 'phone',
      state: 'done',
      from_at: null,
      until_at: null,
      lang: null,
      summary: '',
      requested_by: 'ab',
      requested_at: start,
      assignee_id: 'ab',
      due_at: start + hour,
      attempts: 1,
      ended_at: start + 20 * minute,
      outcome: 'talked',
      reminded_at: null,
    });
    return { value: settle(tx, id) };
  });
  expect(thread(desk)).toMatchObject({ clock: null, waiting_since: null, breaches: 0 });
  // It was on its way while they talked: the call answered it.
  arrive(desk, [post('15', at(15))]);
  expect(thread(desk).clock).toBeNull();
  arrive(desk, [post('30', at(30))]);
  expect(thread(desk)).toMatchObject({ clock: 'next', clock_from: start + 30 * minute });
});

/** Customers and the brand over some days, in half hours, so that some answers are late and some are not. */
const story = fc.array(
  fc.record({
    who: fc.constantFrom('7', '8'),
    isOurs: fc.boolean(),
    halfHours: fc.integer({ min: 0, max: 200 }),
  }),
  { minLength: 1, maxLength: 14 },
);
const tell = (parts: { who: string; isOurs: boolean; halfHours: number }[]): RemoteMessage[] =>
  parts.map(({ who, isOurs, halfHours }, n) => {
    const createdAt = start + halfHours * 30 * minute + n;
    const id = String(100 + n);
    return isOurs
      ? ownReply(id, who, { createdAt })
      : post(id, { authorRemoteId: who, createdAt, text: n % 2 ? 'outage' : 'hello' });
  });

const prepared = (): TestDesk => {
  const desk = makeDesk();
  const calendarId = giveCalendar(desk, 'office');
  givePolicy(
    desk,
    'p-words',
    {
      conditions: { words: ['outage'] },
      calendarId,
      targets: { first: all(45), next: all(90), resolution: all(400) },
    },
    0,
  );
  givePolicy(desk, 'p-all', {}, 1);
  return desk;
};
const marks = (desk: TestDesk): unknown =>
  desk.db.all(
    'SELECT i.remote_id AS who, m.clock, m.started_at, m.due_at, m.breached_at, m.policy_id FROM clock_marks m ' +
      'JOIN threads t ON t.id = m.thread_id JOIN identities i ON i.id = t.identity_id ORDER BY who, m.started_at, m.clock',
  );

it('ends in the same clocks and breaches whatever the order, the pages and the repetitions', () => {
  fc.assert(
    fc.property(
      story.chain((parts) => {
        const messages = tell(parts);
        return fc.tuple(
          fc.constant(messages),
          fc.shuffledSubarray(messages, { minLength: messages.length }),
          fc.subarray(messages),
          fc.integer({ min: 1, max: 4 }),
        );
      }),
      ([messages, shuffled, again, size]) => {
        const straight = prepared();
        arrive(straight, messages);
        const crooked = prepared();
        const pages = [...shuffled, ...again];
        for (let from = 0; from < pages.length; from += size) {
          ingest(crooked, crooked.account, 'mentions', answerOf(pages.slice(from, from + size)));
        }
        expect(stateOf(crooked)).toEqual(stateOf(straight));
        expect(marks(crooked)).toEqual(marks(straight));
      },
    ),
    { numRuns: 120 },
  );
});

it('never has a clock without somebody who waits', () => {
  fc.assert(
    fc.property(story, (parts) => {
      const desk = prepared();
      for (const message of tell(parts)) arrive(desk, [message]);
      const odd = desk.db.all(
        `SELECT id FROM threads WHERE (clock IS NOT NULL) <> (waiting_since IS NOT NULL AND is_open = 1) OR (clock IS NULL) <> (next_deadline_at = ${never})`,
      );
      expect(odd).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
