import type { ChangedRows } from '../../shared/api.ts';
import type { OpenQuestion } from '../../shared/api/experts.ts';
import type { QuestionId } from '../../shared/ids.ts';
import type { Question } from '../../shared/model.ts';
import { call, on } from '../call.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { notify, unsay } from '../store/notices.ts';
import type { Desk } from '../store/state.ts';

/** A burst of changes asks once. */
const pauseMs = 150;

/** Keeps the list of questions to whoever sits here, from now on; says when one comes in, or comes back answered. */
export const watchQuestions = (): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void readQuestions(), pauseMs);
  };
  const begun = Date.now();
  const told = new Set<string>();
  const stopRows = on('rows.changed', (rows) => {
    for (const question of rows.questions) {
      const words = newsOf(question, get(), begun);
      const name = `${question.id} ${question.state}`;
      if (words !== null && !told.has(name)) notify(words);
      told.add(name);
    }
    if (concernsMe(rows, get())) soon();
  });
  const stopMe = useDesk.subscribe((desk, before) => {
    if (desk.me.id !== before.me.id) void readQuestions();
  });
  return () => {
    clearTimeout(timer);
    stopRows();
    stopMe();
  };
};

/** What is being typed here is newer than what the disk has. */
export const readQuestions = async (): Promise<void> => {
  const { me } = get();
  if (me.id === '') return;
  const myQuestions = await call('question.mine', {}).catch(() => null);
  if (myQuestions === null || get().me.id !== me.id) return;
  const { answers } = get();
  const drafts = Object.fromEntries(myQuestions.map(({ id, draft }) => [id, answers[id] ?? draft]));
  set({ myQuestions, answers: drafts });
};

/** The question before whoever looks at the open thread; undefined where they write to the customer instead. */
export const questionHere = ({ thread, cards, me, myQuestions }: Desk): OpenQuestion | undefined => {
  if (thread === null || cards.get(thread.id)?.assigneeId === me.id) return undefined;
  return myQuestions.find(({ threadId }) => threadId === thread.id);
};

/** Asked here, and not answered yet. */
export const openHere = ({ thread }: Pick<Desk, 'thread'>): Question | undefined =>
  thread?.questions.find(({ state }) => state === 'open');

/** The newest answer in the open thread. */
export const answerHere = ({ thread }: Pick<Desk, 'thread'>): (Question & { answer: string }) | undefined =>
  thread?.questions.findLast(isAnswered);

export const isAnswered = (question: Question): question is Question & { answer: string } =>
  question.state === 'answered' && question.answer !== null;

const concernsMe = (rows: ChangedRows, { me, myQuestions }: Desk): boolean =>
  rows.questions.some(({ expertId }) => expertId === me.id) ||
  (myQuestions.length > 0 &&
    rows.cards.some(({ id }) => myQuestions.some(({ threadId }) => threadId === id)));

const newsOf = (question: Question, { me, agents, cards }: Desk, begun: number): string | null => {
  const { askedBy, expertId, state, askedAt, endedAt, threadId } = question;
  const handle = cards.get(threadId)?.handle;
  const about = handle === undefined ? '' : ` about @${handle}`;
  if (state === 'answered' && askedBy === me.id && (endedAt ?? 0) >= begun)
    return `${agents.get(expertId)?.name ?? 'Your colleague'} answered your question${about}.`;
  if (state === 'open' && expertId === me.id && askedAt >= begun)
    return `${agents.get(askedBy)?.name ?? 'A colleague'} asks you${about}. It is in Questions.`;
  return null;
};

// What is typed into the answer box.

const savePauseMs = 300;
const notSaved = 'Your answer could not be saved on disk. It is kept here while Earshot is open.';
const waiting = new Map<QuestionId, ReturnType<typeof setTimeout>>();

export const writeAnswer = (id: QuestionId, text: string): void => {
  set({ answers: { ...get().answers, [id]: text } });
  clearTimeout(waiting.get(id));
  waiting.set(
    id,
    setTimeout(() => saveAnswer(id), savePauseMs),
  );
};

export const leaveAnswers = (): void => {
  for (const id of waiting.keys()) saveAnswer(id);
};

export const forgetAnswer = (id: QuestionId): void => {
  clearTimeout(waiting.get(id));
  waiting.delete(id);
};

const saveAnswer = (id: QuestionId): void => {
  forgetAnswer(id);
  call('question.write', { id, text: (get().answers[id] ?? '').slice(0, 1000) }).then(
    () => unsay(notSaved),
    () => notify(notSaved, 'trouble'),
  );
};
