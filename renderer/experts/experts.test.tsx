import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenQuestion } from '../../shared/api/experts.ts';
import type { QuestionId } from '../../shared/ids.ts';
import type { Question } from '../../shared/model.ts';
import { send } from '../composer/send.ts';
import { Writing } from '../composer/writing.tsx';
import { noRows } from '../store/apply.ts';
import { blank, get, set } from '../store/desk.ts';
import { leaveDrafts, write } from '../store/drafts.ts';
import { listen } from '../store/events.ts';
import { openThread } from '../store/thread.ts';
import { agent, card, colleague, me, message } from '../testing/cards.ts';
import { fakeDoor, snapshot, type FakeDoor } from '../testing/fake-door.ts';
import { Ask } from './ask.tsx';
import { dueFrom, dueShape, dueWords } from './clocks.ts';
import { turnIntoReply } from './experts.ts';
import { readQuestions, watchQuestions } from './my-questions.ts';

const maya = card('maya', { assigneeId: colleague, expertId: me });
const jo = agent({ id: colleague, name: 'Jo Bell', initials: 'JB', skills: ['masts'] });
const question: Question = {
  id: 'q1' as QuestionId,
  threadId: maya.id,
  askedBy: colleague,
  expertId: me,
  text: 'Is TX114 down?',
  askedAt: 1000,
  dueAt: 3_601_000,
  state: 'open',
  answer: null,
  endedAt: null,
  revision: 1,
};
let mine: OpenQuestion[];
let door: FakeDoor;
let stops: (() => void)[] = [];

beforeEach(async () => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  mine = [{ ...question, draft: 'Down si' }];
  door = fakeDoor([maya], [message('maya', '1')], {
    'question.mine': () => mine,
    'question.write': () => ({ seq: 1 }),
    'question.answer': () => {
      mine = [];
      return { seq: 1 };
    },
    'question.ask': () => ({ seq: 1, question }),
  });
  window.earshot = door;
  const agents = new Map([snapshot().agent, jo].map((one) => [one.id, one]));
  set({ ...blank(), phase: 'open', me: snapshot().agent, agents, accounts: snapshot().accounts }, true);
  stops = [listen(() => undefined), watchQuestions()];
  await openThread(maya.id);
});
afterEach(() => {
  leaveDrafts();
  for (const stop of stops) stop();
  cleanup();
});

it('puts the question and a plain box where the composer would be, with what was written before', async () => {
  await readQuestions();
  render(<Writing card={maya} />);
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Answer to Jo Bell' });
  expect(screen.getByText('Is TX114 down?')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Send' })).toBeNull();
  expect(box.value).toBe('Down si');
  await userEvent.type(box, 'nce six');
  await waitFor(() =>
    expect(door.askedFor('question.write')).toEqual([{ id: 'q1', text: 'Down since six' }]),
  );
  // Send's key answers here: nothing goes to the customer.
  await send();
  expect(door.askedFor('question.answer')).toEqual([{ id: 'q1', text: 'Down since six' }]);
  expect(door.askedFor('message.reply')).toEqual([]);
  await waitFor(() => expect(get().myQuestions).toEqual([]));
  expect(screen.queryByRole('textbox', { name: 'Answer to Jo Bell' })).toBeNull();
});

it('hears of a question as it is asked, and does not overwrite what is being typed', async () => {
  mine = [];
  await readQuestions();
  mine = [{ ...question, askedAt: Date.now() + 1, draft: '' }];
  door.emit('rows.changed', { ...noRows, questions: [mine[0]!] });
  await waitFor(() => expect(get().myQuestions).toHaveLength(1));
  expect(get().notices.at(-1)?.text).toContain('Jo Bell asks you');
  set({ answers: { q1: 'typed here' } });
  await readQuestions();
  expect(get().answers['q1']).toBe('typed here');
});

it('puts the answer below what is written already, once asked to', async () => {
  const answered: Question = {
    ...question,
    askedBy: me,
    expertId: colleague,
    state: 'answered',
    answer: 'Back at noon',
    endedAt: 2000,
  };
  door.emit('rows.changed', { ...noRows, questions: [answered] });
  await waitFor(() => expect(get().thread?.questions).toHaveLength(1));
  write(maya.id, 'post', 'Hi Maya, ');
  turnIntoReply();
  expect(get().composing[maya.id]?.texts.post).toBe('Hi Maya,\nBack at noon');
  expect(get().wantsFocus).toBe('composer');
});

it('asks with the keyboard alone: a name, a question, Enter', async () => {
  set({ region: 'thread' });
  render(<Ask />);
  await userEvent.type(screen.getByRole('combobox', { name: 'Whom to ask' }), 'masts{Enter}');
  const field = await screen.findByRole('textbox', { name: 'One question' });
  expect(document.activeElement).toBe(field);
  await userEvent.type(field, 'Is TX114 down?{Enter}');
  await waitFor(() => expect(door.askedFor('question.ask')).toHaveLength(1));
  const [asked] = door.askedFor('question.ask');
  expect(asked).toMatchObject({ threadId: 'maya', expertId: colleague, text: 'Is TX114 down?' });
  expect(asked!.dueAt - Date.now()).toBeGreaterThan(3_500_000);
  expect(get().overlay).toBeNull();
});

it('tells a question’s time by shape and words', () => {
  const at = (now: number): [string, string] => [dueShape(question, now), dueWords(question.dueAt, now)];
  expect(at(1000)).toEqual(['fine', 'due in 1h']);
  expect(at(1000 + 2_400_000)).toEqual(['soon', 'due in 20m']);
  expect(at(1000 + 3_000_000)).toEqual(['now', 'due in 10m']);
  expect(at(1000 + 3_590_000)).toEqual(['now', 'due in 1m']);
  expect(at(1000 + 3_600_000)).toEqual(['breached', 'due now']);
  expect(at(1000 + 4_320_000)).toEqual(['breached', '12m over']);
  const late = new Date(2026, 10, 2, 23, 55).getTime();
  expect(dueFrom('today', late) - late).toBe(900_000);
});
