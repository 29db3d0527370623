import type { CommandId } from '../../shared/commands.ts';
import type { expertCommands } from '../../shared/commands/expert.ts';
import { isOpen, type Card } from '../../shared/model.ts';
import { openAnswerBox, turnIntoReply, withdrawQuestion } from '../experts/experts.ts';
import { answerHere, openHere } from '../experts/my-questions.ts';
import { set } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';
import { goTo } from './desks.ts';

export const expertRun: Record<keyof typeof expertCommands, () => void | Promise<void>> = {
  'expert.ask': () => set({ overlay: 'ask' }),
  'expert.useAnswer': turnIntoReply,
  'expert.withdraw': withdrawQuestion,
  'expert.answer': openAnswerBox,
  'desk.questions': () => goTo('questions'),
};

export const expertThreadRules: Partial<Record<CommandId, (card: Card, desk: Desk) => string | null>> = {
  'expert.ask': (card, desk) => {
    if (!iMay(desk, 'thread.work')) return 'Your role answers questions; it does not ask them.';
    if (!isOpen(card.status)) return 'This thread is closed. Reopen it first.';
    if (card.expertId !== null)
      return `${desk.agents.get(card.expertId)?.name ?? 'A colleague'} has been asked already.`;
    if (card.assigneeId !== null && card.assigneeId !== desk.me.id)
      return `${desk.agents.get(card.assigneeId)?.name ?? 'A colleague'} has this thread.`;
    return null;
  },
};

export const expertRules: Partial<Record<CommandId, (desk: Desk) => string | null>> = {
  'expert.useAnswer': (desk) => {
    if (!desk.thread) return 'Open a thread first.';
    return answerHere(desk) ? null : 'No colleague has answered here yet.';
  },
  'expert.withdraw': (desk) => {
    if (!desk.thread) return 'Open a thread first.';
    return openHere(desk) ? null : 'No colleague is being asked here.';
  },
  'expert.answer': ({ thread, focused, activeColumn, myQuestions }) => {
    const id = thread?.id ?? focused[activeColumn];
    return myQuestions.some(({ threadId }) => threadId === id) ? null : 'Nobody asks you about this thread.';
  },
  'desk.questions': ({ desk, myQuestions }) => {
    if (desk === 'questions') return 'You are in Questions.';
    return myQuestions.length > 0 ? null : 'Nobody asks you anything.';
  },
};
