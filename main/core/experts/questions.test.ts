import { describe, expect, it } from 'vitest';
import type { AgentId } from '../../../shared/ids.ts';
import { newcomer, putAgent } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { queueMessage } from '../outbox/queue.ts';
import { arrive, makeDesk, onlyThread, ownReply, post, type TestDesk } from '../testing/desk.ts';
import { claim, release } from '../threads/operations.ts';
import { patchThread, type Patch } from '../threads/patch.ts';
import { getThread } from '../threads/rows.ts';
import { undo } from '../undo.ts';
import { answer, ask, myQuestions, withdraw, writeAnswer } from './questions.ts';
import { getQuestion, openQuestion, questionsOf } from './rows.ts';
import { expertWaited, overdueQuestions } from './waited.ts';

const hour = 3_600_000;

const ready = () => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  operate(desk, { op: 'test.join', by: 'test', input: {} }, (tx) => {
    putAgent(tx, { ...newcomer('ef', 'Eva Frost', 'EF', desk.now()), role: 'reviewer' });
    putAgent(tx, { ...newcomer('gh', 'Gus Hill', 'GH', desk.now()), left_at: desk.now() });
    return { value: null };
  });
  const threadId = onlyThread(desk);
  const thread = () => getThread(desk.db, threadId);
  const asking = (by: Desk, expert = 'ef', text = 'Is TX114 down?') =>
    ask(by, { threadId, expertId: expert as AgentId, text, dueAt: desk.now() + hour }).question.id;
  const patch = (change: Patch): unknown =>
    operate(desk, { op: 'test.patch', by: 'test', input: {} }, (tx) => ({
      value: patchThread(tx, thread(), change),
    }));
  const close = (): unknown => patch({ is_open: 0, status: 'resolved', closed_at: desk.now() });
  return { desk, threadId, thread, asking, patch, close, eva: desk.as('ef') };
};

const log = (desk: TestDesk): string =>
  JSON.stringify(desk.db.all('SELECT op, input, rows, inverse FROM changes'));

describe('asking', () => {
  it('makes a thread of nobody mine and lets it wait for the colleague', () => {
    const { desk, thread, asking, eva, threadId } = ready();
    const id = asking(desk);
    expect(thread()).toMatchObject({ status: 'waiting-expert', expert_id: 'ef', assignee_id: 'ab' });
    expect(myQuestions(eva)).toMatchObject([{ id, threadId, askedBy: 'ab', state: 'open', draft: '' }]);
    expect(myQuestions(desk)).toEqual([]);
  });

  it('keeps waiting whatever is said on the thread meanwhile', () => {
    const { desk, thread, asking } = ready();
    asking(desk);
    arrive(desk, [post('11'), ownReply('12', '7')]);
    expect(thread().status).toBe('waiting-expert');
  });

  it('is refused where it makes no sense, and leaves nothing behind', () => {
    const { desk, threadId, thread, asking, close, eva } = ready();
    expect(() => asking(eva, 'ab')).toThrow(/Only agents and supervisors and admins/u);
    expect(() => asking(desk, 'ab')).toThrow(/not to oneself/u);
    expect(() => asking(desk, 'gh')).toThrow(/left the team/u);
    expect(() => asking(desk, 'zz')).toThrow(/not on the roster/u);
    expect(() => ask(desk, { threadId, expertId: 'ef' as AgentId, text: 'Now?', dueAt: desk.now() })).toThrow(
      /within a week/u,
    );
    claim(desk, { threadId, revision: thread().revision });
    expect(() => asking(desk.as('cd'))).toThrow(/Ada Brook \(\^AB\) has this thread/u);
    asking(desk);
    expect(() => asking(desk, 'cd')).toThrow(/Eva Frost has been asked already/u);
    expect(questionsOf(desk.db, threadId)).toHaveLength(1);
    close();
    expect(() => asking(desk, 'cd')).toThrow(/closed/u);
  });

  it('is taken back until it is answered, with the claim it made', () => {
    const { desk, thread, asking, eva } = ready();
    const id = asking(desk);
    expect(undo(desk).what).toBe('question.ask');
    expect(thread()).toMatchObject({ status: 'new', expert_id: null, assignee_id: null });
    expect(getQuestion(desk.db, id).state).toBe('withdrawn');
    const again = asking(desk);
    answer(eva, { id: again, text: 'Yes' });
    expect(() => undo(desk)).toThrow(/ended meanwhile/u);
  });

  it('does not take the thread from who has it by now when it is taken back', () => {
    const { desk, thread, asking, patch } = ready();
    asking(desk);
    patch({ assignee_id: 'cd' });
    undo(desk);
    expect(thread()).toMatchObject({ assignee_id: 'cd', expert_id: null, status: 'open' });
  });
});

describe('answering', () => {
  it('gives the thread back to its agent, whatever role the colleague has', () => {
    const { desk, threadId, thread, asking, eva } = ready();
    const id = asking(desk);
    desk.clock.now += 600_000;
    answer(eva, { id, text: 'Down since six, back at noon' });
    expect(thread()).toMatchObject({ status: 'open', expert_id: null, assignee_id: 'ab' });
    expect(questionsOf(desk.db, threadId)).toMatchObject([
      { state: 'answered', answer: 'Down since six, back at noon', endedAt: desk.now() },
    ]);
    expect(myQuestions(eva)).toEqual([]);
    expect(expertWaited(desk.db, threadId, desk.now() + hour)).toEqual({ ms: 600_000, questions: 1 });
    expect(() => answer(eva, { id, text: 'Again' })).toThrow(/answered meanwhile/u);
  });

  it('is for who was asked alone', () => {
    const { desk, asking } = ready();
    const id = asking(desk);
    expect(() => answer(desk.as('cd'), { id, text: 'I know' })).toThrow(/for Eva Frost/u);
    expect(() => writeAnswer(desk.as('cd'), { id, text: 'I k' })).toThrow(/for Eva Frost/u);
  });

  it('is kept while it is written, and shown to nobody else', () => {
    const { desk, threadId, asking, eva } = ready();
    const id = asking(desk);
    writeAnswer(eva, { id, text: 'Down sin' });
    expect(myQuestions(eva)).toMatchObject([{ draft: 'Down sin', answer: null }]);
    expect(questionsOf(desk.db, threadId)).toMatchObject([{ answer: null }]);
  });

  it('is taken back until the agent has done something with it', () => {
    const { desk, threadId, thread, asking, eva } = ready();
    const id = asking(desk);
    answer(eva, { id, text: 'Yes' });
    undo(eva);
    expect(thread()).toMatchObject({ status: 'waiting-expert', expert_id: 'ef' });
    expect(myQuestions(eva)).toMatchObject([{ id, draft: 'Yes' }]);
    answer(eva, { id, text: 'No' });
    release(desk, { threadId, revision: thread().revision });
    expect(() => undo(eva)).toThrow(/works with the answer/u);
  });

  it('leaves what a closed thread is, and counts no waiting after the closing', () => {
    const { desk, threadId, thread, asking, patch, close, eva } = ready();
    const id = asking(desk);
    desk.clock.now += hour;
    close();
    expect(myQuestions(eva)).toEqual([]);
    desk.clock.now += hour;
    expect(expertWaited(desk.db, threadId, desk.now()).ms).toBe(hour);
    expect(overdueQuestions(desk.db, desk.now())).toBe(0);
    patch({ is_open: 1, status: 'open' });
    expect(thread().status).toBe('waiting-expert');
    expect(overdueQuestions(desk.db, desk.now())).toBe(1);
    answer(eva, { id, text: 'Late' });
    expect(thread()).toMatchObject({ status: 'open', expert_id: null });
  });
});

describe('withdrawing', () => {
  it('is for who asked, who has the thread, and who may give threads to others', () => {
    const { desk, thread, asking, eva } = ready();
    const id = asking(desk.as('cd'));
    expect(() => withdraw(eva, { id })).toThrow(/Only supervisors and admins/u);
    withdraw(desk, { id });
    expect(thread()).toMatchObject({ status: 'open', expert_id: null, assignee_id: 'cd' });
    expect(() => answer(eva, { id, text: 'Yes' })).toThrow(/withdrawn meanwhile/u);
    undo(desk);
    expect(thread()).toMatchObject({ status: 'waiting-expert', expert_id: 'ef' });
    expect(openQuestion(desk.db, thread().id)?.id).toBe(id);
    withdraw(desk.as('cd'), { id });
    asking(desk.as('cd'), 'ab');
    expect(() => undo(desk.as('cd'))).not.toThrow();
  });

  it('does not come back beside another question', () => {
    const { desk, asking } = ready();
    const id = asking(desk.as('cd'));
    withdraw(desk, { id });
    asking(desk.as('cd'), 'ab');
    expect(() => undo(desk)).toThrow(/Another question is open/u);
  });
});

it('keeps what was asked and answered out of the log', () => {
  const { desk, asking, eva } = ready();
  const id = asking(desk, 'ef', 'my secret question');
  writeAnswer(eva, { id, text: 'my secret dr' });
  answer(eva, { id, text: 'my secret answer' });
  undo(eva);
  expect(log(desk)).not.toContain('secret');
  expect(log(desk)).toContain('question.answer');
});

it('does not let the colleague’s role send to the customer', () => {
  const { desk, threadId, asking, eva } = ready();
  asking(desk);
  expect(() =>
    queueMessage(eva, 'post', {
      ...{ id: 'item' as never, threadId, head: null, text: 'I know better' },
      ...{ sendAnyway: true, sendAlike: false, alteredSeen: 0, rest: [], uploads: [], thenResolve: false },
    }),
  ).toThrow(/Only agents/u);
});
