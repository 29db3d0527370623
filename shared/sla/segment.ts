import type { Ms } from '../model.ts';

/** A person's answer or completed call: when it was given, and up to when what the customer wrote is answered by it. */
export type Answer = { at: Ms; until: Ms };

/** A thread from the first message that nobody has dealt with until it is closed. A reopened thread starts a new one. */
export type Segment = {
  /** When the customer wrote, oldest first. */
  inbound: readonly Ms[];
  /** Answers of people only: what a machine sends stops no clock. */
  answers: readonly Answer[];
  /** Null: still open. */
  closedAt: Ms | null;
};

/** The customer waits from the first message nobody answered until a person does; `to` null: still waiting. */
export type Wait = { from: Ms; to: Ms | null };

/**
 * The stretches in which the customer waits, in order. With several unanswered messages the first counts. A message that
 * crossed an answer on its way is not answered by it, so one wait may begin before the one before it has ended.
 */
export const waitsOf = ({ inbound, answers, closedAt }: Segment): Wait[] => {
  const given = answers.toSorted((a, b) => a.at - b.at || a.until - b.until);
  const waits: Wait[] = [];
  let until = -Infinity;
  for (;;) {
    const from = inbound.find((at) => at > until);
    if (from === undefined) return waits;
    const answer = given.find((one) => one.until >= from);
    if (!answer) {
      waits.push({ from, to: closedAt === null ? null : Math.max(closedAt, from) });
      return waits;
    }
    waits.push({ from, to: Math.max(answer.at, from) });
    until = answer.until;
  }
};
