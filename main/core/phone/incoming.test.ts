import { expect, it } from 'vitest';
import type { AgentId } from '../../../shared/ids.ts';
import { getAgentRow, putAgent } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { saveSettings } from '../settings.ts';
import { arrive, direct, makeDesk, onlyThread, start } from '../testing/desk.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { getThread } from '../threads/rows.ts';
import { undo } from '../undo.ts';
import { attachNumber } from './attach.ts';
import { whoCalls } from './caller.ts';
import { requestCall } from './request.ts';
import { createRinging } from './ringing.ts';
import { phonesOf } from './rows.ts';

const e164 = '+441134960017';
const shown = '+44 113 496 0017';
const minute = 60_000;

const ready = () => {
  const desk = makeDesk();
  saveSettings(desk, { phoneCountry: 'GB' });
  arrive(desk, [direct('10', { text: 'no signal' })], 'direct');
  const threadId = onlyThread(desk);
  desk.clock.now = start + minute;
  operate(desk, { op: 'test', by: 'test', input: {} }, (tx) => {
    putAgent(tx, { ...getAgentRow(tx, 'cd'), role: 'reviewer' });
    return { value: null };
  });
  const calls = (from: string, { db, me }: Pick<Desk, 'db' | 'me'> = desk) =>
    whoCalls({ db, me }, { id: 'r', at: start, rangAt: [], from });
  const attach = (number = shown) => attachNumber(desk, { threadId, number, hasConsent: true });
  const numbers = () => phonesOf(desk.db, getThread(desk.db, threadId).customer_id);
  return { desk, threadId, calls, attach, numbers };
};

it('knows who rings once the number is theirs, by any way of writing it, and shows it masked', () => {
  const { calls, attach, threadId } = ready();
  expect(calls(e164).caller).toBeNull();
  attach();
  for (const from of [e164, '01134960017']) {
    expect(calls(from)).toMatchObject({
      shown: '+44 ••• 0017',
      country: 'GB',
      caller: { threadId, name: 'User 7', handle: 'user7' },
    });
  }
});

it('shows the number of a stranger in full to those only who may see numbers', () => {
  const { desk, calls } = ready();
  expect(calls('+447700900123')).toMatchObject({ shown: '+44 7700 900123', isNumber: true, caller: null });
  expect(calls('+447700900123', desk.as('cd'))).toMatchObject({ shown: '+44 ••• 0123', caller: null });
  expect(calls('101')).toMatchObject({ shown: '101', isNumber: false, country: null, caller: null });
});

it('remembers when it rang before, and tells a window that comes later', async () => {
  const { desk } = ready();
  const ringing = createRinging(desk);
  await ringing.ring(e164, () => true);
  desk.clock.now += 5 * minute;
  await ringing.ring('+447700900123', () => true);
  expect(ringing.waiting('ab' as AgentId)).toBeNull();
  await ringing.ring(e164, () => false);
  expect(ringing.waiting('cd' as AgentId)).toMatchObject({ shown: '+44 ••• 0017', rangAt: [start + minute] });
  expect(ringing.waiting('ab' as AgentId)).toBeNull();
});

it('keeps a number with its consent for so long, for who may call only; undo forgets it', () => {
  const { desk, threadId, attach, numbers } = ready();
  const input = { threadId, number: shown, hasConsent: true } as const;
  expect(() => attachNumber(desk.as('cd'), input)).toThrow(/Only/u);
  expect(() => attach('101')).toThrow(/no telephone number/u);
  expect(numbers()).toEqual([]);
  attach();
  expect(numbers()).toMatchObject([
    {
      number: e164,
      consent_by: 'ab',
      consent_at: desk.now(),
      expires_at: desk.now() + 30 * 24 * 60 * minute,
    },
  ]);
  expect(undo(desk).what).toBe('phone.attach');
  expect(numbers()).toEqual([]);
  expect(JSON.stringify(desk.db.all('SELECT input, rows, inverse FROM changes'))).not.toMatch(
    /4960017|496 0017/u,
  );
  expectReplayed(desk);
});

it('undo gives a number that was known its earlier consent back, and leaves one that a call is promised on', () => {
  const { desk, threadId, attach, numbers } = ready();
  attach();
  const [before] = numbers();
  desk.clock.now += minute;
  attach();
  expect(numbers()).toMatchObject([{ id: before?.id, consent_at: desk.now() }]);
  undo(desk);
  expect(numbers()).toMatchObject([{ id: before?.id, consent_at: before?.consent_at }]);

  operate(desk, { op: 'test', by: 'test', input: {} }, (tx) => {
    putAgent(tx, { ...getAgentRow(tx, 'cd'), role: 'agent' });
    return { value: null };
  });
  requestCall(desk.as('cd'), {
    threadId,
    number: shown,
    hasConsent: true,
    messageId: null,
    fromAt: null,
    untilAt: null,
    lang: null,
    summary: '',
    assigneeId: null,
  });
  expect(() => undo(desk)).toThrow(/in use since/u);
  expect(numbers()).toHaveLength(1);
});

it('leaves it to those who make policies how long numbers are kept', () => {
  const { desk } = ready();
  expect(() => saveSettings(desk.as('cd'), { phoneKeptDays: 366 })).toThrow(/Only supervisors and admins/u);
  expect(saveSettings(desk.as('cd'), { phoneScheme: 'sip' })).toMatchObject({ phoneKeptDays: 30 });
  expect(saveSettings(desk, { phoneKeptDays: 60 }).phoneKeptDays).toBe(60);
});
