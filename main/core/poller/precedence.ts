import type { Ms } from '../../../shared/model.ts';
import type { Desk } from '../desk.ts';

/** A reading waits for an answer that is to leave no longer than this: a long queue of answers must not make the desk blind. */
export const longestHoldMs = 3_000;
const glanceMs = 100;

/** What leaves goes before what is read: on the same account both would share the line, and a person waits for one of them. */
export const createPrecedence = (desk: Desk, sendDueAt: () => Ms) => {
  let heldSince: Ms | null = null;

  const isHeld = (): boolean => {
    const now = desk.now();
    if (sendDueAt() > now) heldSince = null;
    else heldSince ??= now;
    return heldSince !== null && now - heldSince < longestHoldMs && now >= heldSince;
  };

  return {
    /** When a reading that is due may begin. */
    after(dueAt: Ms): Ms {
      const now = desk.now();
      return dueAt <= now && isHeld() ? now + glanceMs : dueAt;
    },
    /** Its reading has begun: the next one may be held anew. */
    begun(): void {
      heldSince = null;
    },
    /** Between two pages of a long reading. */
    async turn(): Promise<void> {
      while (isHeld()) await new Promise((resolve) => setTimeout(resolve, glanceMs));
      heldSince = null;
    },
  };
};
