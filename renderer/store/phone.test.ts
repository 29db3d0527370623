import { expect, it } from 'vitest';
import type { AgentId, CallId, CustomerId, EscalationId, PhoneId, ThreadId } from '../../shared/ids.ts';
import type { Escalation } from '../../shared/model.ts';
import { callsIn, liveCalls, myCall, noPhones, withCalls } from './phone.ts';

const me = 'ab' as AgentId;
const call = (name: string, over: Partial<Escalation> = {}): Escalation => ({
  id: name as EscalationId,
  threadId: `t-${name}` as ThreadId,
  customerId: 'c' as CustomerId,
  handle: name,
  name,
  phone: {
    id: 'p' as PhoneId,
    customerId: 'c' as CustomerId,
    masked: '+44 ••• 0017',
    isForgotten: false,
    messageId: null,
    consentBy: me,
    consentAt: 0,
    expiresAt: 1,
    revision: 1,
  },
  state: 'requested',
  fromAt: null,
  untilAt: null,
  lang: null,
  summary: '',
  requestedBy: me,
  requestedAt: 0,
  assigneeId: null,
  dueAt: 10,
  attempts: [],
  endedAt: null,
  outcome: null,
  remindedAt: null,
  revision: 1,
  ...over,
});

it('keeps the newer image of a call, whichever comes last', () => {
  const first = withCalls(noPhones, [call('a', { revision: 3, dueAt: 30 })]);
  const { rows } = withCalls(first, [call('a', { revision: 2, dueAt: 20 })]);
  expect(rows.get('a' as EscalationId)?.dueAt).toBe(30);
  expect(withCalls(first, [])).toBe(first);
});

it('stands live calls by when they are due, ended ones the newest first', () => {
  const { rows } = withCalls(noPhones, [
    call('late', { dueAt: 30 }),
    call('soon', { dueAt: 5 }),
    call('old', { state: 'done', endedAt: 1 }),
    call('new', { state: 'done', endedAt: 2 }),
  ]);
  expect(callsIn(rows, 'requested').map(({ name }) => name)).toEqual(['soon', 'late']);
  expect(callsIn(rows, 'done').map(({ name }) => name)).toEqual(['new', 'old']);
  expect(liveCalls(rows)).toHaveLength(2);
  expect(liveCalls(rows)).toBe(liveCalls(rows));
});

it('finds the call I am in, and nobody else’s', () => {
  const attempt = { startedAt: 1, endedAt: null, outcome: null, note: '' };
  const theirs = call('x', { attempts: [{ ...attempt, id: '1' as CallId, agentId: 'cd' as AgentId }] });
  const mine = call('y', { attempts: [{ ...attempt, id: '2' as CallId, agentId: me }] });
  expect(myCall(withCalls(noPhones, [theirs]).rows, me)).toBeNull();
  expect(myCall(withCalls(noPhones, [theirs, mine]).rows, me)?.escalation.name).toBe('y');
});
