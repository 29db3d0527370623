import type { Ms } from '../../../shared/model.ts';
import type { Answer } from '../../../shared/sla.ts';
import type { MessageFacts } from './rows.ts';

/** What people answered, in writing or on the telephone. */
export const answersIn = (messages: readonly MessageFacts[], calls: readonly Ms[]): Answer[] => [
  ...calls.map((at) => ({ at, until: at })),
  ...messages.flatMap(({ role, created_at, answers_until, is_automatic }) =>
    role === 'out' && is_automatic === 0 ? [{ at: created_at, until: answers_until ?? created_at }] : [],
  ),
];

/**
 * The customer's message went from its source before anybody answered it: nobody waits for an answer to it, as if it had
 * never come. One that was answered first has had its answer, whatever became of it.
 */
export const isTakenBack = (
  { gone_at, created_at }: Pick<MessageFacts, 'gone_at' | 'created_at'>,
  answers: readonly Answer[],
): boolean => gone_at !== null && !answers.some(({ at, until }) => until >= created_at && at < gone_at);

/** Whether what rules ask of the first message of a segment can't be read any more. */
export const isFirstGone = (messages: readonly MessageFacts[], clearedUntil: Ms | null): boolean => {
  const inbound = messages.filter(({ role }) => role === 'in');
  const first = inbound.find(({ created_at }) => created_at > (clearedUntil ?? -Infinity)) ?? inbound[0];
  return first !== undefined && first.gone_at !== null;
};
