import { describe, expect, it } from 'vitest';
import type { ChangedRows } from '../../shared/api.ts';
import type { Card, Note, Question } from '../../shared/model.ts';
import { noRows } from '../store/apply.ts';
import { card, colleague, me, threadId } from '../testing/cards.ts';
import { decide, dueSoon, isQuiet, newMemory, remember } from './decide.ts';

const around = (over: Partial<Parameters<typeof decide>[2]> = {}): Parameters<typeof decide>[2] => ({
  me,
  now: 0,
  isKnown: () => false,
  handleOf: (id) => `@${id}`,
  isTextShown: false,
  ...over,
});
const rows = (over: Partial<ChangedRows>): ChangedRows => ({ ...noRows, ...over });
const mine = (over: Partial<Card> = {}): Card => card('maya', { status: 'open', assigneeId: me, ...over });

describe('what is said', () => {
  it('is a thread given by somebody else, without what the customer wrote', () => {
    const { say } = decide(newMemory(), rows({ cards: [mine()] }), around());
    expect(say).toEqual([
      { tag: 'given/maya', title: 'A thread was given to you', body: '@maya', threadId: 'maya' },
    ]);
    const shown = decide(newMemory(), rows({ cards: [mine()] }), around({ isTextShown: true }));
    expect(shown.say[0]?.body).toBe('@maya: What maya wrote');
  });

  it('is not what I did myself, nor what was mine before', () => {
    expect(decide(newMemory(), rows({ cards: [mine()] }), around({ isKnown: () => true })).say).toEqual([]);
    const memory = newMemory();
    remember(memory, [mine()]);
    expect(decide(memory, rows({ cards: [mine({ revision: 2 })] }), around()).say).toEqual([]);
  });

  it('is a customer of mine writing again, and is taken back when somebody else has the thread', () => {
    const memory = newMemory();
    remember(memory, [mine()]);
    const wrote = decide(memory, rows({ cards: [mine({ inbound: 2, isUnread: true })] }), around());
    expect(wrote.say.map(({ tag }) => tag)).toEqual(['wrote/maya']);
    const taken = decide(memory, rows({ cards: [mine({ assigneeId: colleague })] }), around());
    expect(taken).toEqual({ say: [], cancel: ['given/maya', 'wrote/maya', 'due/maya'] });
  });

  it('is taken back when it was read, or resolved', () => {
    const memory = newMemory();
    remember(memory, [mine({ isUnread: true })]);
    expect(decide(memory, rows({ cards: [mine()] }), around()).cancel).toContain('wrote/maya');
    expect(decide(memory, rows({ cards: [mine({ status: 'resolved' })] }), around()).cancel).toContain(
      'due/maya',
    );
  });

  it('is a mention, a question and an answer, each once', () => {
    const memory = newMemory();
    const note = {
      id: 'n1',
      threadId: 'maya',
      by: colleague,
      mentions: [me],
      isRemoved: false,
    } as unknown as Note;
    const question = {
      id: 'q1',
      threadId: 'maya',
      state: 'open',
      expertId: me,
      askedBy: colleague,
    } as unknown as Question;
    const answer = {
      ...question,
      id: 'q2',
      state: 'answered',
      expertId: colleague,
      askedBy: me,
    } as unknown as Question;
    const all = rows({ notes: [note], questions: [question, answer] });
    expect(decide(memory, all, around()).say.map(({ tag }) => tag)).toEqual([
      'mention/n1',
      'asked/q1',
      'answer/q2',
    ]);
    expect(decide(memory, all, around()).say).toEqual([]);
  });
});

it('says once for a deadline that it comes near', () => {
  const memory = newMemory();
  const clock = {
    clock: 'first',
    startedAt: 0,
    dueAt: 600_000,
    warnAt: 300_000,
    policyId: 'p',
  } as unknown as Card['clock'];
  remember(memory, [mine({ clock, deadlineAt: 600_000 })]);
  expect(dueSoon(memory, 299_999)).toEqual([]);
  expect(dueSoon(memory, 300_000)).toEqual([
    { tag: 'due/maya', title: 'Due in 5m', body: '@maya', threadId: threadId('maya') },
  ]);
  expect(dueSoon(memory, 310_000)).toEqual([]);
});

it('keeps quiet hours past midnight', () => {
  const night = { tier: 'mine', quietFrom: 22 * 60, quietUntil: 7 * 60, isTextShown: false } as const;
  expect([21 * 60, 22 * 60, 3 * 60, 7 * 60].map((minute) => isQuiet(night, minute))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isQuiet({ ...night, quietFrom: null }, 23 * 60)).toBe(false);
});
