import { call } from '../call.ts';
import { get, set } from '../store/desk.ts';
import { edit, nothingYet, write } from '../store/drafts.ts';
import { attempt, notify } from '../store/notices.ts';
import { asOwn } from '../store/own.ts';
import { openThread } from '../store/thread.ts';
import { answerHere, forgetAnswer, openHere, questionHere, readQuestions } from './my-questions.ts';

/** Gives the answer back to who asked, and the thread with it. */
export const answerQuestion = async (): Promise<void> => {
  const question = questionHere(get());
  if (!question) return;
  const text = (get().answers[question.id] ?? '').trim();
  if (text === '') return;
  forgetAnswer(question.id);
  const { name } = get().agents.get(question.askedBy) ?? { name: 'your colleague' };
  const isDone = await attempt(() =>
    asOwn(question.threadId, () => call('question.answer', { id: question.id, text })),
  );
  if (!isDone) return;
  const { [question.id]: _, ...answers } = get().answers;
  set({ answers, wantsFocus: 'pane' });
  notify(`Answered: ${name} goes on with it.`);
  await readQuestions();
};

/** The colleague's words below what is written already, for the agent to make their own. */
export const turnIntoReply = (): void => {
  const { thread, composing } = get();
  const question = answerHere(get());
  if (!thread || !question) return;
  const { kind, texts } = composing[thread.id] ?? nothingYet;
  const present = texts[kind].trimEnd();
  write(thread.id, kind, present === '' ? question.answer : `${present}\n${question.answer}`);
  edit(thread.id, (current) => ({ ...current, kind }));
  set({ wantsFocus: 'composer' });
};

export const withdrawQuestion = async (): Promise<void> => {
  const question = openHere(get());
  if (!question) return;
  const { name } = get().agents.get(question.expertId) ?? { name: 'Your colleague' };
  const isDone = await attempt(() =>
    asOwn(question.threadId, () => call('question.withdraw', { id: question.id })),
  );
  if (isDone) notify(`Withdrawn: ${name} need not answer any more.`);
};

/** Opens the thread in focus with the cursor in its answer box. */
export const openAnswerBox = async (): Promise<void> => {
  const { thread, focused, activeColumn } = get();
  const id = thread?.id ?? focused[activeColumn];
  if (id === undefined) return;
  set({ wantsFocus: 'composer' });
  await openThread(id);
};
