import type { Core } from '../../main/core/core.ts';
import { requests } from '../../shared/api.ts';
import { AppError } from '../../shared/errors.ts';
import type { FromDesk, Intent } from './order.ts';

/** What a person at this desk does: sends what they have decided to send, and looks after what the desk stopped. */
export const createAgent = (core: Core) => {
  const { db } = core.desk;
  const stopped = (): string[] =>
    db
      .all<{ id: string }>("SELECT id FROM outbox WHERE state = 'failed' AND code = 'moved-on'")
      .map(({ id }) => id)
      .filter((id) => !leftAlone.has(id));
  const underWay = "SELECT count(*) AS n FROM outbox WHERE state IN ('queued', 'sending', 'uncertain')";
  /** What they answered is gone. */
  const leftAlone = new Set<string>();

  return {
    send({ id, brand, customer, kind, text }: Intent): FromDesk {
      const thread = db.find<{ id: string }>(
        'SELECT t.id FROM threads t JOIN identities i ON i.id = t.identity_id JOIN accounts a ON a.id = t.account_id ' +
          'WHERE i.handle = ? AND a.handle = ? ORDER BY t.is_open DESC, t.id DESC LIMIT 1',
        customer,
        brand,
      );
      if (thread === undefined) return { say: 'not-yet', id };
      const head = db.find<{ id: string }>(
        'SELECT id FROM messages WHERE thread_id = ? ORDER BY seq DESC LIMIT 1',
        thread.id,
      );
      const name = kind === 'post' ? 'message.reply' : 'message.direct';
      const asked = {
        id,
        threadId: thread.id,
        head: head?.id ?? null,
        text,
        sendAlike: true,
        alteredSeen: Date.UTC(9999, 0),
      };
      try {
        void core.handlers[name](requests[name].input.parse(asked));
        return { say: 'taken', id };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return { say: 'refused', id, why: `${error.code}: ${error.message}` };
      }
    },

    /** The customer wrote while the answer was on its way out: looked at, and sent all the same, where that still can be. */
    sendAnyway(): void {
      for (const id of stopped()) {
        try {
          void core.handlers['outbox.retry'](requests['outbox.retry'].input.parse({ id }));
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          leftAlone.add(id);
        }
      }
    },

    unsettled: (): number => (db.find<{ n: number }>(underWay)?.n ?? 0) + stopped().length,
    signedOut: (): { handle: string }[] =>
      db.all<{ handle: string }>('SELECT handle FROM accounts WHERE paused_because IS NOT NULL'),
  };
};
