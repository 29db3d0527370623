import { expect, it } from 'vitest';
import type { EscalationId, ThreadId } from '../../../shared/ids.ts';
import { saveSettings } from '../settings.ts';
import { arrive, direct, makeDesk, start, type TestDesk } from '../testing/desk.ts';
import { joins } from '../testing/people.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { merge } from '../threads/merge.ts';
import { getThread } from '../threads/rows.ts';
import { undo } from '../undo.ts';
import { abandon } from './book.ts';
import { beginCall, endCall, noteCall } from './call.ts';
import { requestCall } from './request.ts';
import { attemptsOf, escalationsOf, getEscalation, liveRowsOf } from './rows.ts';

const minute = 60_000;

/** Two customers, each promised a call by another person: seven's is due first. */
const two = () => {
  const desk = makeDesk();
  saveSettings(desk, { phoneCountry: 'GB' });
  joins(desk, 'ef');
  arrive(desk, [direct('10'), direct('20', { authorRemoteId: '8' })], 'direct');
  const [seven, eight] = ['7', '8'].map(
    (who) =>
      desk.db.find<{ id: ThreadId }>(
        'SELECT t.id FROM threads t JOIN identities i ON i.customer_id = t.customer_id WHERE i.remote_id = ?',
        who,
      )?.id as ThreadId,
  ) as [ThreadId, ThreadId];
  const slip = (by: string, threadId: ThreadId, number: string, fromAt: number): EscalationId => {
    desk.clock.now += minute;
    const more = { hasConsent: true as const, messageId: null, untilAt: null, lang: null, assigneeId: null };
    return requestCall(desk.as(by), { threadId, number, fromAt, summary: 'No signal', ...more }).id;
  };
  desk.clock.now = start + minute;
  const first = slip('ab', seven, '0113 496 0017', start + 90 * minute);
  const second = slip('cd', eight, '0113 496 0018', start + 120 * minute);
  return { desk, seven, eight, first, second };
};

/** An attempt nobody answered, with a note. */
const tried = (desk: TestDesk, by: string, id: EscalationId): void => {
  const { callId } = beginCall(desk.as(by), id);
  noteCall(desk.as(by), { callId, text: `rang at length (${by})` });
  endCall(desk.as(by), { callId, outcome: 'no-answer', next: { do: 'again', at: start + 200 * minute } });
};

const rowsOf = (desk: TestDesk): unknown => ({
  threads: desk.db
    .all<Record<string, unknown>>('SELECT * FROM threads ORDER BY id')
    .map(({ revision: _r, ...row }) => row),
  calls: desk.db
    .all<Record<string, unknown>>('SELECT * FROM escalations ORDER BY id')
    .map(({ revision: _r, ...row }) => row),
  attempts: desk.db
    .all<Record<string, unknown>>('SELECT * FROM call_attempts ORDER BY id')
    .map(({ revision: _r, ...row }) => row),
});

it('one promise stays, the one that is due first, and undo makes them two again', () => {
  const { desk, seven, eight, first, second } = two();
  const before = rowsOf(desk);
  const { into } = merge(desk, { threadId: seven, from: eight });
  expect(liveRowsOf(desk.db, into)).toMatchObject([{ id: first, state: 'requested', assignee_id: null }]);
  expect(getEscalation(desk.db, second)).toMatchObject({
    thread_id: into,
    state: 'abandoned',
    outcome: 'merged',
  });
  expect(getThread(desk.db, into).status).toBe('phone');
  undo(desk);
  expect(rowsOf(desk)).toEqual(before);
  expectReplayed(desk);
});

it('the attempts of the other go over to it with what was noted, and come back', () => {
  const { desk, seven, eight, first, second } = two();
  tried(desk, 'cd', second);
  const before = rowsOf(desk);
  const { into } = merge(desk, { threadId: seven, from: eight });
  expect(getEscalation(desk.db, first)).toMatchObject({
    state: 'attempted',
    attempts: 1,
    assignee_id: 'cd',
  });
  const [, shown] = escalationsOf(desk.db, into).map(({ attempts }) => attempts.length);
  expect([attemptsOf(desk.db, first)[0]?.note, shown]).toEqual(['rang at length (cd)', 0]);
  undo(desk);
  expect(rowsOf(desk)).toEqual(before);
});

it('the one somebody is talking about stays, whichever is due first', () => {
  const { desk, seven, eight, first, second } = two();
  const { callId } = beginCall(desk.as('cd'), second);
  const { into } = merge(desk, { threadId: seven, from: eight });
  expect(liveRowsOf(desk.db, into).map(({ id }) => id)).toEqual([second]);
  expect(getEscalation(desk.db, first).outcome).toBe('merged');
  endCall(desk.as('cd'), { callId, outcome: 'talked', next: { do: 'done' } });
  expect(getThread(desk.db, into).status).not.toBe('phone');
});

it('refuses while both are being talked to, and changes nothing', () => {
  const { desk, seven, eight, first, second } = two();
  beginCall(desk.as('ef'), first);
  beginCall(desk.as('cd'), second);
  const before = rowsOf(desk);
  expect(() => merge(desk, { threadId: seven, from: eight })).toThrow(/Wrap one of the calls up/u);
  expect(rowsOf(desk)).toEqual(before);
});

it('parted after the call was made, each thread is held only by a promise of its own', () => {
  const { desk, seven, eight, first, second } = two();
  merge(desk, { threadId: seven, from: eight });
  const { callId } = beginCall(desk.as('ef'), first);
  endCall(desk.as('ef'), { callId, outcome: 'talked', next: { do: 'done' } });
  undo(desk);
  expect(getThread(desk.db, seven).status).not.toBe('phone');
  expect(getThread(desk.db, eight).status).toBe('phone');
  expect(getEscalation(desk.db, second)).toMatchObject({ state: 'requested', thread_id: eight });
  expectReplayed(desk);
});

it('what was tried since on the one that stayed stays with it', () => {
  const { desk, seven, eight, first, second } = two();
  tried(desk, 'cd', second);
  merge(desk, { threadId: seven, from: eight });
  tried(desk, 'cd', first);
  undo(desk);
  expect(getEscalation(desk.db, first)).toMatchObject({ state: 'attempted', attempts: 1 });
  expect(getEscalation(desk.db, second)).toMatchObject({ state: 'attempted', attempts: 1 });
});

it('is not parted over a promise that was made since', () => {
  const { desk, seven, eight, first } = two();
  const { into } = merge(desk, { threadId: seven, from: eight });
  abandon(desk.as('cd'), { id: first, reason: 'other' });
  const more = { hasConsent: true as const, messageId: null, untilAt: null, lang: null, assigneeId: null };
  requestCall(desk.as('cd'), { threadId: into, number: '0113 496 0019', fromAt: null, summary: '', ...more });
  expect(() => undo(desk)).toThrow(/A new call was requested/u);
});

it('a slip into which another went can’t be torn up: the other promise would go with it', () => {
  const { desk, seven, eight, first } = two();
  merge(desk.as('ef'), { threadId: seven, from: eight });
  expect(() => undo(desk)).toThrow(/moved on/u);
  expect(getEscalation(desk.db, first).state).toBe('requested');
});
