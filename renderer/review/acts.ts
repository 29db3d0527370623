import type { PickView } from '../../shared/api/review.ts';
import { failureOf } from '../../shared/errors.ts';
import type { PickId, SampleId } from '../../shared/ids.ts';
import { answersTo, isAnswerTo, notApplicable, questionsOf, scoredIn } from '../../shared/review/form.ts';
import { differencesIn } from '../../shared/review/scoring.ts';
import { call } from '../call.ts';
import { get as desk, set as setDesk } from '../store/desk.ts';
import { attempt, notify } from '../store/notices.ts';
import { openThread } from '../store/thread.ts';
import { get, linesIn, questionHere, set, todoIn } from './store.ts';

/** Everything on screen, as it is now: resolves once the newest reading is in, whoever asked for it. */
export const refresh = (): Promise<void> => {
  latest = read();
  return latest;
};
let latest = Promise.resolve();
let reading = 0;

const read = async (): Promise<void> => {
  const asked = (reading += 1);
  try {
    const open = get().pick?.pick.id;
    const [work, pick] = await Promise.all([
      call('review.work', {}),
      open === undefined ? null : call('review.open', { pickId: open }).catch(() => null),
    ]);
    if (asked !== reading) return await latest;
    set({ work, problem: null, ...(get().pick?.pick.id === open && { pick }) });
  } catch (error) {
    if (asked === reading) set({ problem: failureOf(error).message });
  }
  return undefined;
};

/** A conversation with its thread. The keyboard is at the first question that wants an answer. */
export const openPick = async (id: PickId): Promise<void> => {
  await attempt(async () => {
    const pick = await call('review.open', { pickId: id });
    set({ pick, questionId: firstOpen(pick), commenting: null });
    focusQuestion();
    await openThread(pick.pick.threadId);
  });
};

const firstOpen = (pick: PickView): string | null => {
  const questions = questionsOf(pick.form);
  const missing = scoredIn(pick.form).find(({ id }) => pick.mine?.answers[id] === undefined);
  const unsettled = differencesOf(pick).find(({ id }) => pick.settled[id] === undefined);
  const first = isOpen(pick) ? missing : unsettled;
  return (first ?? questions[0])?.id ?? null;
};

export const isOpen = ({ mine }: PickView): boolean => mine !== null && mine.doneAt === null;

/** Questions in which those who are done, and may be seen, differ. */
export const differencesOf = ({ form, mine, others }: PickView) =>
  differencesIn(
    form,
    [mine, ...others].flatMap((score) => (score && score.doneAt !== null ? [score.answers] : [])),
  );

export const maySettle = (pick: PickView): boolean => !isOpen(pick) && pick.pick.agentId !== desk().me.id;

export const moveQuestion = (step: 1 | -1): void => {
  const { pick, questionId } = get();
  if (!pick) return;
  const ids = questionsOf(pick.form).map(({ id }) => id);
  const at = questionId === null ? -1 : ids.indexOf(questionId);
  const next = ids[Math.min(Math.max(at + step, 0), ids.length - 1)];
  if (next !== undefined) set({ questionId: next, commenting: null });
  focusQuestion();
};

export const focusQuestion = (): void => {
  setDesk({ region: 'review' });
  requestAnimationFrame(() => {
    if (desk().overlay !== null) return;
    const { questionId } = get();
    document.querySelector<HTMLElement>(`[data-question="${CSS.escape(questionId ?? '')}"]`)?.focus();
  });
};

/** The answer whose key has this number; 0: it does not apply. */
export const answerWith = async (digit: number): Promise<void> => {
  const question = questionHere(get());
  if (!question || question.kind === 'text') return;
  const answer = digit === 0 ? notApplicable : answersTo(question)[digit - 1]?.answer;
  if (answer !== undefined) await giveAnswer(question.id, answer);
};

/** As one's own answer, or as what those who differ come to. The same again takes it back. */
export const giveAnswer = async (questionId: string, answer: string): Promise<void> => {
  const { pick } = get();
  const question = pick && questionsOf(pick.form).find(({ id }) => id === questionId);
  if (!pick || !question || !isAnswerTo(question, answer)) return;
  set({ questionId });
  if (pick.mine && isOpen(pick)) {
    const { id, answers } = pick.mine;
    const given = answers[questionId] === answer ? null : answer;
    await attempt(() => call('review.answer', { scoreId: id, questionId, answer: given }));
  } else if (differencesOf(pick).some(({ id }) => id === questionId) && maySettle(pick)) {
    const done = await attempt(() => call('review.settle', { pickId: pick.pick.id, questionId, answer }));
    if (done) notify('Settled. Undo takes it back.');
  } else {
    return;
  }
  await refresh();
};

export const startComment = (): void => {
  const { pick, questionId } = get();
  if (pick && isOpen(pick) && questionId !== null) set({ commenting: questionId });
};

/** Done, and on to the next that waits. What is missing is said, and the keyboard goes there. */
export const finish = async (): Promise<void> => {
  const { pick } = get();
  if (!pick) return;
  await flushComment();
  if (pick.mine && isOpen(pick)) {
    const scoreId = pick.mine.id;
    const isDone = await attempt(() => call('review.finish', { scoreId }));
    await refresh();
    if (!isDone) {
      const now = get().pick;
      if (now) set({ questionId: firstOpen(now), commenting: null });
      return focusQuestion();
    }
  }
  await toNext();
};

/** Set by the comment that is being written: what was typed last is kept before anything else is done. */
export const comments = { flush: async (): Promise<void> => {} };
const flushComment = (): Promise<void> => comments.flush();

const toNext = async (): Promise<void> => {
  const { work, pick } = get();
  const next = work && todoIn(work).find(({ id }) => id !== pick?.pick.id);
  if (next) return openPick(next.id);
  const isSettled = !pick || differencesOf(pick).every(({ id }) => pick.settled[id] !== undefined);
  if (pick && !isSettled) {
    set({ questionId: firstOpen(pick), commenting: null });
    notify('That was the last one. The reviews differ: settle what you can.');
  } else notify('That was the last one. Nothing more waits for you.');
  focusQuestion();
};

export const moveConversation = async (step: 1 | -1): Promise<void> => {
  const lines = linesIn(get());
  const at = lines.findIndex(({ id }) => id === get().pick?.pick.id);
  const next = lines[at < 0 ? 0 : at + step];
  await flushComment();
  if (next) await openPick(next.id);
};

export const sendToAgent = async (): Promise<void> => {
  const { pick } = get();
  const score =
    pick && [pick.mine, ...pick.others].find((one) => one && one.doneAt !== null && one.noteId === null);
  if (!pick || !score) return notify('Finish a review first; then it can be sent.');
  if (await attempt(() => call('review.send', { scoreId: score.id })))
    notify(`Sent to ${nameOf(pick.pick.agentId)} as a note on this thread. Undo takes it back.`);
  await refresh();
};

export const putAway = async (sampleId: SampleId): Promise<void> => {
  if (await attempt(() => call('review.putAway', { sampleId }))) notify('Put away. Undo brings it back.');
  await refresh();
};

export const showAgreement = (sampleId: SampleId): void => {
  set({ sampleId });
  setDesk({ overlay: 'review-agreement' });
};

export const nameOf = (id: string): string => desk().agents.get(id as never)?.name ?? 'Somebody';
