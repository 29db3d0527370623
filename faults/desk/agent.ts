import type { Core } from '../../main/core/core.ts';
import { requests } from '../../shared/api.ts';
import { AppError } from '../../shared/errors.ts';
import { attach } from './attach.ts';
import type { FromDesk, Intent } from './order.ts';

/** What a refused message is worth in one life: a person who is refused so often lets it be for today. */
const triesCap = 5;

/** What a person at this desk does: sends what they have decided to send, and looks after what the desk stopped. */
export const createAgent = (core: Core, isSignedIn: (handle: string) => boolean) => {
  const { db } = core.desk;
  /** How often each was tried again. */
  const tries = new Map<string, number>();
  const stopped = (): string[] =>
    db
      .all<{ id: string }>(
        "SELECT id FROM outbox WHERE state = 'failed' AND code IN ('moved-on', 'rejected', 'gone')",
      )
      .map(({ id }) => id)
      .filter((id) => (tries.get(id) ?? 0) < triesCap);
  // What waits for a part that failed is as settled as that part.
  const underWay =
    "SELECT count(*) AS n FROM outbox WHERE state IN ('sending', 'uncertain') OR (state = 'queued' AND code IS NOT 'held')";

  return {
    async send({ id, brand, customer, kind, text, rest, picture, isQuoting }: Intent): Promise<FromDesk> {
      const thread = db.find<{ id: string; accountId: string }>(
        'SELECT t.id, t.account_id AS accountId FROM threads t JOIN identities i ON i.id = t.identity_id ' +
          'JOIN accounts a ON a.id = t.account_id WHERE i.handle = ? AND a.handle = ? ORDER BY t.is_open DESC, t.id DESC LIMIT 1',
        customer,
        brand,
      );
      if (thread === undefined || (picture !== null && !isSignedIn(brand))) return { say: 'not-yet', id };
      if (isQuoting) quote(core, thread.id);
      const name = kind === 'post' ? 'message.reply' : 'message.direct';
      try {
        // Promised in a life that ended before it could say so: the picture went with it.
        const isThere = db.find('SELECT 1 FROM outbox WHERE id = ?', id) !== undefined;
        const place = { threadId: thread.id, accountId: thread.accountId, kind };
        const uploads = isThere ? [] : await attach(core, place, picture);
        const head = db.find<{ id: string }>(
          'SELECT id FROM messages WHERE thread_id = ? ORDER BY seq DESC LIMIT 1',
          thread.id,
        );
        const asked = {
          ...{ id, threadId: thread.id, head: head?.id ?? null, text, rest, uploads },
          ...{ sendAlike: true, alteredSeen: Date.UTC(9999, 0) },
        };
        void core.handlers[name](requests[name].input.parse(asked));
        return { say: 'taken', id };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return { say: 'refused', id, why: `${error.code}: ${error.message}` };
      }
    },

    /** The customer wrote while the answer was on its way out, or the network had a bad day: sent all the same, where that still can be. */
    sendAnyway(): void {
      for (const id of stopped()) {
        tries.set(id, (tries.get(id) ?? 0) + 1);
        try {
          void core.handlers['outbox.retry'](requests['outbox.retry'].input.parse({ id }));
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          // What they answered is gone.
          tries.set(id, triesCap);
        }
      }
    },

    unsettled: (): number => (db.find<{ n: number }>(underWay)?.n ?? 0) + stopped().length,
    signedOut: (): { handle: string }[] =>
      db.all<{ handle: string }>('SELECT handle FROM accounts WHERE paused_because IS NOT NULL'),
  };
};

/** What the customer said last, kept in a note that is being written. */
const quote = ({ desk, handlers }: Core, threadId: string): void => {
  const said = desk.db.find<{ text: string }>(
    "SELECT text FROM messages WHERE thread_id = ? AND role = 'in' AND gone_at IS NULL ORDER BY seq DESC LIMIT 1",
    threadId,
  );
  if (said === undefined) return;
  const note = { threadId, kind: 'note', text: `They say: “${said.text}”` };
  void handlers['draft.save'](requests['draft.save'].input.parse(note));
};
