import type { OutboxItem, OutboxState } from '../../shared/model.ts';
import { clockTime, until } from '../ui/time.ts';

export type OutboxSaid = {
  /** Its shape and colour. */
  tone: 'fine' | 'soon' | 'now' | 'breached';
  words: string;
  /** What the agent can do about it. */
  can: readonly ('retry' | 'edit' | 'cancel' | 'arrived' | 'lost')[];
};

type Said = Pick<OutboxItem, 'state' | 'byInitials' | 'part' | 'parts' | 'afterId'>;

/** The state of what is on its way, in plain words: never a guess. */
export const outboxWords = (item: Said, now: number): OutboxSaid => {
  const { state, byInitials } = item;
  switch (state.at) {
    case 'queued':
      return { tone: 'soon', words: queuedWords(item, state, now), can: ['edit', 'cancel'] };
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
      return {
        tone: 'now',
        words: uncertainWords(state),
        can: state.facts?.isUpToYou === true ? ['arrived', 'lost'] : [],
      };
  }
};

type Queued = Extract<OutboxState, { at: 'queued' }>;

const queuedWords = ({ part, afterId }: Said, { notBefore, because }: Queued, now: number): string => {
  const wait = notBefore > now ? until(notBefore, now) : null;
  if (because !== undefined) {
    return `${sentence(because)}${wait === null ? '' : ` Goes on in ${wait}.`}`;
  }
  // A part answers the one before, so that has to be there first.
  if (part > 1 && afterId !== null) return `Waits until part ${part - 1} has arrived`;
  return wait === null ? 'Waiting to be sent' : `Goes out in ${wait}`;
};

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
