import type { AgentId, ThreadId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import type { Desk } from '../desk.ts';

type Look = { threadId: ThreadId; at: Ms };

/** Who opened what last, by desk. Looking is no operation: it is written down nowhere and ends with the program. */
const looks = new WeakMap<Reader, Map<string, Look>>();

/** Somebody has it before their eyes. Read again while it is open, it is the same look. */
export const looksAt = ({ db, me, now }: Pick<Desk, 'db' | 'me' | 'now'>, threadId: ThreadId): void => {
  const byPerson = looks.get(db) ?? new Map<string, Look>();
  looks.set(db, byPerson);
  if (byPerson.get(me)?.threadId !== threadId) byPerson.set(me, { threadId, at: now() });
};

/** Undefined: nothing since the program began, or what it was is gone. */
export const lookedAtBy = (
  db: Reader,
  who: AgentId,
): { id: ThreadId; handle: string; at: Ms } | undefined => {
  const look = looks.get(db)?.get(who);
  const thread =
    look &&
    db.find<{ handle: string }>(
      'SELECT i.handle FROM threads t JOIN identities i ON i.id = t.identity_id WHERE t.id = ?',
      look.threadId,
    );
  return thread && { id: look.threadId, handle: thread.handle, at: look.at };
};
