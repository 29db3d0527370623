import { expect, it } from 'vitest';
import type { Parsed } from '../../../shared/api.ts';
import type { CallId, EscalationId, MessageId } from '../../../shared/ids.ts';
import { findBreak } from '../../db/changes.ts';
import { getAgentRow, putAgent } from '../agents.ts';
import { operate } from '../desk.ts';
import { saveSettings } from '../settings.ts';
import {
  arrive,
  direct,
  makeDesk,
  onlyThread,
  ownReply,
  post,
  start,
  type TestDesk,
} from '../testing/desk.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { resolve } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { undo } from '../undo.ts';
import { phonesPage } from './board.ts';
import { abandon, book, give } from './book.ts';
import { beginCall, endCall, noteCall } from './call.ts';
import { whoCalls } from './caller.ts';
import { forgetNumbers, remindOfCalls } from './chores.ts';
import { dial } from './dial.ts';
import { prepareSlip } from './prepare.ts';
import { requestCall } from './request.ts';
import { revealNumber } from './reveal.ts';
import { escalationsOf, getAttempt, getEscalation, getPhone } from './rows.ts';

const minute = 60_000;
const number = '0113 496 0017';
const e164 = '+441134960017';

const ready = () => {
  const desk = makeDesk();
  saveSettings(desk, { phoneCountry: 'GB' });
  arrive(desk, [direct('10', { text: `my number is ${number}` })], 'direct');
  const threadId = onlyThread(desk);
  desk.clock.now = start + minute;
  const slip = (more: Partial<Parsed<'phone.request'>> = {}): EscalationId =>
    requestCall(desk, {
      threadId,
      number,
      hasConsent: true,
      messageId: null,
      fromAt: null,
      untilAt: null,
      lang: 'en',
      summary: 'No signal in LS1 since six',
      assigneeId: null,
      ...more,
    }).id;
  return { desk, threadId, slip, thread: () => getThread(desk.db, threadId) };
};

const talked = (desk: TestDesk, id: EscalationId, more: Partial<Parsed<'call.end'>> = {}): CallId => {
  const { callId } = beginCall(desk, id);
  desk.clock.now += minute;
  endCall(desk, { callId, outcome: 'talked', next: { do: 'done' }, ...more });
  return callId;
};

it('fills the slip in from what the customer wrote, newest first', () => {
  const { desk, threadId } = ready();
  arrive(desk, [direct('20', { text: 'better 07700 900456 after six', lang: 'en' })], 'direct');
  arrive(desk, [ownReply('30', '7', { createdAt: start + 30 })], 'own');
  const slip = prepareSlip(desk, threadId);
  expect(slip.numbers.map(({ e164, shown }) => [e164, shown])).toEqual([
    ['+447700900456', '+44 7700 900456'],
    [e164, '+44 113 496 0017'],
  ]);
  expect(slip.messages).toHaveLength(2);
  expect(slip.lang).toBe('en');
  expect(slip.summary).toBe(
    'User 7 (@user7)\nWrote: better +44 ••• 0456 after six\nWrote: my number is +44 ••• 0017\nWe said: We are on it (30)',
  );
});

it('requests a call: one row each, the thread held, due in half an hour', () => {
  const { desk, slip, threadId, thread } = ready();
  const id = slip();
  expect(getEscalation(desk.db, id)).toMatchObject({
    state: 'requested',
    due_at: start + 31 * minute,
    requested_by: 'ab',
    attempts: 0,
  });
  expect(thread()).toMatchObject({ status: 'phone', is_open: 1 });
  expect(escalationsOf(desk.db, threadId)[0]?.phone).toMatchObject({
    masked: '+44 ••• 0017',
    isForgotten: false,
  });
  expect(JSON.stringify(escalationsOf(desk.db, threadId))).not.toContain(e164.slice(3));
  // A new message of the customer does not take the thread away from the telephone.
  arrive(desk, [post('40', { createdAt: start + 2 * minute })]);
  expect(thread().status).toBe('phone');
});

it('is due when the customer’s window opens', () => {
  const { desk, slip } = ready();
  const id = slip({ fromAt: start + 90 * minute, untilAt: start + 120 * minute });
  expect(getEscalation(desk.db, id)).toMatchObject({
    due_at: start + 90 * minute,
    until_at: start + 120 * minute,
  });
});

it.each<[string, Partial<Parsed<'phone.request'>>, RegExp]>([
  ['a number that is none', { number: '12' }, /no telephone number/u],
  ['a window that ends first', { fromAt: start + minute, untilAt: start }, /ends before it begins/u],
  ['consent in a message nobody wrote', { messageId: 'x' as MessageId }, /message of this customer/u],
])('refuses %s, and leaves nothing', (_, more, why) => {
  const { desk, slip, thread } = ready();
  expect(() => slip(more)).toThrow(why);
  expect(thread().status).toBe('new');
  expect(desk.db.all('SELECT id FROM phones')).toEqual([]);
});

it('keeps one promise per thread at a time', () => {
  const { slip } = ready();
  slip();
  expect(() => slip()).toThrow(/Ada Brook has requested a call/u);
});

it('takes consent from the customer’s own message only', () => {
  const { desk, slip } = ready();
  arrive(desk, [ownReply('30', '7')], 'own');
  const ours = desk.db.find<{ id: MessageId }>("SELECT id FROM messages WHERE role = 'out'");
  expect(() => slip({ messageId: ours?.id ?? null })).toThrow(/message of this customer/u);
  const theirs = desk.db.find<{ id: MessageId }>("SELECT id FROM messages WHERE role = 'in'");
  const id = slip({ messageId: theirs?.id ?? null });
  expect(getPhone(desk.db, getEscalation(desk.db, id).phone_id).message_id).toBe(theirs?.id);
});

it('books, gives, and takes each back', () => {
  const { desk, slip } = ready();
  const id = slip();
  const first = getEscalation(desk.db, id);
  book(desk, { id, fromAt: start + 60 * minute, untilAt: null });
  expect(getEscalation(desk.db, id)).toMatchObject({ state: 'booked', due_at: start + 60 * minute });
  give(desk, { id, to: 'cd' as never });
  expect(getEscalation(desk.db, id).assignee_id).toBe('cd');
  undo(desk);
  undo(desk);
  const { revision: _a, ...after } = getEscalation(desk.db, id);
  const { revision: _b, ...before } = first;
  expect(after).toEqual(before);
});

it('tears the slip up: the number is gone, the thread is back where its messages put it', () => {
  const { desk, slip, thread } = ready();
  const id = slip();
  expect(undo(desk)).toMatchObject({ what: 'phone.request' });
  expect(getEscalation(desk.db, id)).toMatchObject({ state: 'abandoned', outcome: 'taken-back' });
  expect(getPhone(desk.db, getEscalation(desk.db, id).phone_id)).toMatchObject({ number: '' });
  expect(thread().status).toBe('new');
  expect(slip()).not.toBe(id);
});

it('does not tear up a slip that was called on', () => {
  const { desk, slip } = ready();
  const id = slip();
  beginCall(desk.as('cd'), id);
  expect(() => undo(desk)).toThrow(/moved on/u);
});

it('a talk answers everything written until it ended, and the thread is the writers’ again', () => {
  const { desk, slip, thread } = ready();
  const id = slip();
  const callId = talked(desk, id);
  expect(getEscalation(desk.db, id)).toMatchObject({
    state: 'done',
    outcome: 'talked',
    ended_at: start + 2 * minute,
  });
  expect(getAttempt(desk.db, callId)).toMatchObject({
    agent_id: 'ab',
    started_at: start + minute,
    outcome: 'talked',
  });
  expect(thread()).toMatchObject({ waiting_since: null, is_open: 1 });
  expect(thread()).toMatchObject({ status: 'open', assignee_id: 'ab' });
  arrive(desk, [post('50', { createdAt: start + 3 * minute })]);
  expect(thread().waiting_since).toBe(start + 3 * minute);
});

it('takes a wrap-up back: the call goes on, with its note', () => {
  const { desk, slip, thread } = ready();
  const id = slip();
  const { callId } = beginCall(desk, id);
  noteCall(desk, { callId, text: 'asked for a new SIM' });
  endCall(desk, { callId, outcome: 'talked', next: { do: 'done' } });
  undo(desk);
  expect(getEscalation(desk.db, id)).toMatchObject({ state: 'attempted', ended_at: null, attempts: 1 });
  expect(getAttempt(desk.db, callId)).toMatchObject({
    ended_at: null,
    outcome: null,
    note: 'asked for a new SIM',
  });
  expect(thread()).toMatchObject({ status: 'phone', waiting_since: start + 10 });
});

it('tries again when it was said, and abandons with a reason', () => {
  const { desk, slip, thread } = ready();
  const id = slip();
  talked(desk, id, { outcome: 'no-answer', next: { do: 'again', at: start + 90 * minute } });
  expect(getEscalation(desk.db, id)).toMatchObject({
    state: 'attempted',
    attempts: 1,
    due_at: start + 90 * minute,
  });
  expect(thread().status).toBe('phone');
  talked(desk, id, { outcome: 'busy', next: { do: 'again', at: null } });
  expect(getEscalation(desk.db, id)).toMatchObject({ attempts: 2, due_at: desk.now() + 30 * minute });
  abandon(desk, { id, reason: 'unreachable' });
  expect(getEscalation(desk.db, id)).toMatchObject({ state: 'abandoned', outcome: 'unreachable' });
  expect(thread()).toMatchObject({ status: 'new', waiting_since: start + 10 });
});

it('is done only by talking', () => {
  const { desk, slip } = ready();
  const { callId } = beginCall(desk, slip());
  expect(() => endCall(desk, { callId, outcome: 'voicemail', next: { do: 'done' } })).toThrow(
    /when you have talked/u,
  );
});

it('refuses in words what makes no sense in a state', () => {
  const { desk, slip } = ready();
  const id = slip();
  const { callId } = beginCall(desk, id);
  expect(() => beginCall(desk, id)).toThrow(/on the phone with this customer/u);
  expect(() => abandon(desk, { id, reason: 'other' })).toThrow(/Wrap that call up first/u);
  expect(() => book(desk, { id, fromAt: start, untilAt: null })).toThrow(/Wrap that call up first/u);
  expect(() => endCall(desk.as('cd'), { callId, outcome: 'talked', next: { do: 'done' } })).toThrow(
    /theirs to wrap up/u,
  );
  endCall(desk, { callId, outcome: 'talked', next: { do: 'done' } });
  expect(() => endCall(desk, { callId, outcome: 'talked', next: { do: 'done' } })).toThrow(/already/u);
  expect(() => beginCall(desk, id)).toThrow(/was made and wrapped up/u);
  expect(() => abandon(desk, { id, reason: 'other' })).toThrow(/was made/u);
});

it('leaves a colleague’s call to them', () => {
  const { desk, slip } = ready();
  const id = slip({ assigneeId: 'ab' as never });
  expect(() => beginCall(desk.as('cd'), id)).toThrow(/Ada Brook \(\^AB\) makes this call/u);
});

it('is nothing for a reviewer', () => {
  const { desk, slip } = ready();
  const id = slip();
  operate(desk, { op: 'test', by: 'test', input: {} }, (tx) => {
    putAgent(tx, { ...getAgentRow(tx, 'cd'), role: 'reviewer' });
    return { value: null };
  });
  const reviewer = desk.as('cd');
  const phoneId = getEscalation(desk.db, id).phone_id;
  expect(() => beginCall(reviewer, id)).toThrow(/Only agents and supervisors and admins/u);
  expect(() => revealNumber(reviewer, phoneId)).toThrow(/Only/u);
  expect(() => give(desk, { id, to: 'cd' as never })).toThrow(/makes no calls/u);
});

it('a softphone that is not there leaves no attempt', async () => {
  const { desk, slip } = ready();
  const id = slip();
  await expect(dial(desk, () => Promise.reject(new Error('none')), id)).rejects.toThrow(
    /No program on this machine/u,
  );
  expect(getEscalation(desk.db, id)).toMatchObject({ state: 'requested', attempts: 0, assignee_id: null });
  expect(desk.db.all('SELECT * FROM call_attempts')).toEqual([]);
  const dialled: string[] = [];
  await dial(desk, (number) => Promise.resolve(void dialled.push(number)), id);
  expect(dialled).toEqual([e164]);
});

it('forgets a number when its time is over, and can’t call it any more', () => {
  const { desk, slip } = ready();
  const id = slip();
  const { phone_id } = getEscalation(desk.db, id);
  expect(forgetNumbers.dueAt(desk)).toBe(start + minute + 30 * 24 * 60 * minute);
  desk.clock.now = forgetNumbers.dueAt(desk);
  forgetNumbers.run(desk);
  expect(getPhone(desk.db, phone_id)).toMatchObject({ number: '', forgotten_at: desk.now() });
  expect(forgetNumbers.dueAt(desk)).toBe(Infinity);
  expect(() => beginCall(desk, id)).toThrow(/expired/u);
  expect(() => revealNumber(desk, phone_id)).toThrow(/expired/u);
  expect(whoCalls(desk, { id: 'ring', at: desk.now(), rangAt: [], from: e164 }).caller).toBeNull();
});

it('reminds once, five minutes before', () => {
  const { desk, slip } = ready();
  const id = slip();
  expect(remindOfCalls.dueAt(desk)).toBe(start + 26 * minute);
  desk.clock.now = start + 26 * minute;
  remindOfCalls.run(desk);
  expect(getEscalation(desk.db, id).reminded_at).toBe(desk.now());
  expect(remindOfCalls.dueAt(desk)).toBe(Infinity);
});

it('shows a number in full to who may, and says so in the log', () => {
  const { desk, slip } = ready();
  const { phone_id } = getEscalation(desk.db, slip());
  expect(revealNumber(desk, phone_id)).toEqual({ number: '+44 113 496 0017' });
  expect(desk.db.find("SELECT agent, input FROM changes WHERE op = 'phone.revealed'")).toEqual({
    agent: 'ab',
    input: JSON.stringify({ id: phone_id }),
  });
});

it('pages each column of the board by an index', () => {
  const { desk, slip } = ready();
  const id = slip();
  const page = (state: Parsed<'phones.page'>['state']) =>
    phonesPage(desk.db, { state, after: null, limit: 50 }).escalations.map((one) => one.id);
  expect(page('requested')).toEqual([id]);
  talked(desk, id);
  expect(page('requested')).toEqual([]);
  expect(page('done')).toEqual([id]);
  const plan = (sql: string): string =>
    desk.db
      .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .map(({ detail }) => detail)
      .join('\n');
  const live =
    'SELECT * FROM escalations e WHERE e.state = 1 AND (e.due_at, e.id) > (1, 2) ORDER BY e.due_at, e.id';
  expect(plan(live)).toContain('USING INDEX escalations_by_state');
  const ended =
    'SELECT * FROM escalations e WHERE e.state = 1 AND e.ended_at IS NOT NULL AND (e.ended_at, e.id) < (1, 2) ' +
    'ORDER BY e.ended_at DESC, e.id DESC';
  expect(plan(ended)).toContain('USING INDEX escalations_ended');
  expect(plan(live) + plan(ended)).not.toContain('TEMP B-TREE');
});

it('leaves nothing personal in the log', () => {
  const { desk, slip, threadId } = ready();
  const id = slip({ summary: 'canary-summary, on 0113 496 0017' });
  const { callId } = beginCall(desk, id);
  noteCall(desk, { callId, text: 'canary-note' });
  endCall(desk, { callId, outcome: 'talked', next: { do: 'done' } });
  revealNumber(desk, getEscalation(desk.db, id).phone_id);
  desk.clock.now += 40 * 24 * 60 * minute;
  forgetNumbers.run(desk);
  expect(getEscalation(desk.db, id).summary).toBe('canary-summary, on +44 ••• 0017');
  const log = JSON.stringify(desk.db.all('SELECT op, input, rows, inverse FROM changes'));
  expect(log).not.toMatch(/canary|4960017|496 0017/u);
  expect(log).toContain(threadId);
  expect(findBreak(desk.db)).toBeNull();
  expectReplayed(desk);
});

it('keeps a thread open as long as a call is promised', () => {
  const { desk, slip, threadId, thread } = ready();
  const id = slip();
  const close = () => resolve(desk, { threadId, revision: thread().revision, reason: 'answered' });
  expect(close).toThrow(/A call to this customer is promised/u);
  expect(thread().status).toBe('phone');
  abandon(desk, { id, reason: 'unreachable' });
  close();
  expect(thread().status).toBe('resolved');
});

it('a closed thread gets no promise back: undoing the abandoning says so', () => {
  const { desk, slip, threadId, thread } = ready();
  const id = slip();
  abandon(desk, { id, reason: 'other' });
  resolve(desk.as('cd'), { threadId, revision: thread().revision });
  expect(() => undo(desk)).toThrow(/was resolved since/u);
  expect(getEscalation(desk.db, id).state).toBe('abandoned');
});
