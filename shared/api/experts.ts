import { z } from 'zod';
import { agentId, questionId, threadId } from '../ids.ts';
import type { Ms, Question } from '../model.ts';
import { gives, request, type Changed } from './request.ts';

/** One question, not a correspondence. */
const words = z.string().trim().min(1).max(1000);

/** What is open before one person, with what they have written so far. */
export type OpenQuestion = Question & { draft: string };

export const expertRequests = {
  /** `dueAt`: until when the answer is wanted. */
  'question.ask': request(
    z.object({ threadId, expertId: agentId, text: words, dueAt: z.number().int() }),
    gives<{ seq: number | null; question: Question }>(),
  ),
  'question.answer': request(z.object({ id: questionId, text: words }), gives<Changed>()),
  /** An answer under way is kept like every draft. */
  'question.write': request(z.object({ id: questionId, text: z.string().max(1000) }), gives<Changed>()),
  'question.withdraw': request(z.object({ id: questionId }), gives<Changed>()),
  /** The open questions to who asks, the one due first first. */
  'question.mine': request(z.object({}), gives<OpenQuestion[]>()),
  /** How long this thread has waited for colleagues, all its questions together: measured apart from its clocks. */
  'expert.waited': request(z.object({ threadId }), gives<{ ms: Ms; questions: number }>()),
};
