import type { OutboxItem, OutboxState } from '../../shared/model.ts';
import { clockTime, until } from '../ui/time.ts';

export type OutboxSaid = {
  /** Its shape and colour. */
  tone: 'fine' | 'soon' | 'now' | 'breached';
  words: string;
  /** What the agent can do about it. */
  can: readonly ('retry' | 'edit' | 'cancel')[];
};

/** The state of what is on its way, in plain words: never a guess. */
export const outboxWords = (
  { state, byInitials }: Pick<OutboxItem, 'state' | 'byInitials'>,
  now: number,
): OutboxSaid => {
  switch (state.at) {
    case 'queued':
      return { tone: 'soon', words: queuedWords(state, now), can: ['edit', 'cancel'] };
    case 'sending':
      return { tone: 'soon', words: 'Being sent', can: [] };
    case 'sent':
      return { tone: 'fine', words: `Sent ${clockTime(state.acceptedAt)} by ${byInitials}`, can: [] };
    case 'failed':
      return {
        tone: 'breached',
        words: `Not sent: ${sentence(state.reason)} Your text is kept.`,
        can: ['retry', 'edit', 'cancel'],
      };
    case 'cancelled':
      return { tone: 'fine', words: 'Taken back', can: [] };
    default:
      return { tone: 'now', words: uncertainWords(state), can: ['retry', 'edit', 'cancel'] };
  }
};

const queuedWords = ({ notBefore }: Extract<OutboxState, { at: 'queued' }>, now: number): string =>
  notBefore > now ? `Goes out in ${until(notBefore, now)}` : 'Waiting to be sent';

const uncertainWords = ({
  reason,
  nextCheckAt,
  checks,
}: Extract<OutboxState, { at: 'uncertain' }>): string => {
  const looked =
    checks === 0 ? '' : ` Not found there yet, after ${checks === 1 ? 'one look' : `${checks} looks`}.`;
  return `Not known yet whether X took this: ${sentence(reason)}${looked} Looking again at ${clockTime(nextCheckAt)}.`;
};

const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);
