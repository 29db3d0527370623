import type { FoundThread, Hit } from '../../../shared/api/search.ts';
import { placesOf, type Sought } from '../../../shared/search/sought.ts';
import type { Reader } from '../../db/db.ts';
import type { Found } from './find.ts';

/** What was found, by thread, in the order in which it came; each with the text around it. */
export const byThread = (db: Reader, found: readonly Found[], sought: readonly Sought[]): FoundThread[] => {
  const threads = new Map<string, FoundThread & { hits: Hit[] }>();
  for (const one of found) {
    let thread = threads.get(one.threadId);
    if (!thread) {
      const row = db.find<Omit<FoundThread, 'hits'>>(aboutThread, one.threadId);
      if (!row) continue;
      threads.set(one.threadId, (thread = { ...row, hits: [] }));
    }
    thread.hits.push(hitOf(db, one, sought));
  }
  return [...threads.values()];
};

const aboutThread =
  'SELECT t.id AS threadId, t.account_id AS accountId, t.status, i.handle, i.name ' +
  'FROM threads t JOIN identities i ON i.id = t.identity_id WHERE t.id = ?';

const hitOf = (db: Reader, { part, ref, at, text }: Found, sought: readonly Sought[]): Hit => {
  const around = { part, at, ...contextOf(text, sought) };
  if (part !== 'message') {
    const by = db.find<{ by: Hit['agentId'] }>(writers[part], ref);
    return { ...around, id: String(ref), agentId: by?.by ?? null, message: null };
  }
  const row = db.find<NonNullable<Hit['message']> & { id: string; by: Hit['agentId'] }>(aboutMessage, ref);
  const { id, by, ...message } = row ?? { id: '', by: null };
  return { ...around, id, agentId: by, message: 'kind' in message ? message : null };
};

const writers = {
  note: 'SELECT agent_id AS "by" FROM notes WHERE id = ?',
  call: 'SELECT agent_id AS "by" FROM call_attempts WHERE id = ?',
  promise: 'SELECT requested_by AS "by" FROM escalations WHERE id = ?',
} as const;
const aboutMessage =
  'SELECT m.id, m.kind, m.role AS direction, i.handle, m.gone_because AS gone, o.agent_id AS "by" FROM messages m ' +
  'JOIN identities i ON i.id = m.author_id LEFT JOIN outbox o ON o.id = m.outbox_id WHERE m.seq = ?';

/** A post is shown whole; of more, what stands around the first place. */
const shownWhole = 300;
const shownBefore = 80;

export const contextOf = (
  text: string,
  sought: readonly Sought[],
): Pick<Hit, 'text' | 'isCutBefore' | 'isCutAfter' | 'places'> => {
  const places = sought
    .flatMap((one) => placesOf(text, one))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  let from = 0;
  let to = text.length;
  if (text.length > shownWhole) {
    from = wholeAt(
      text,
      Math.max(0, Math.min((places[0]?.from ?? 0) - shownBefore, text.length - shownWhole)),
    );
    to = wholeAt(text, Math.min(text.length, from + shownWhole));
  }
  const shown: [number, number][] = [];
  for (const place of places) {
    const start = Math.max(place.from, from, (shown.at(-1)?.[1] ?? 0) + from);
    const end = Math.min(place.to, to);
    if (start < end) shown.push([start - from, end - from]);
  }
  return { text: text.slice(from, to), isCutBefore: from > 0, isCutAfter: to < text.length, places: shown };
};

/** Not in the middle of a character of two units. */
const wholeAt = (text: string, at: number): number =>
  /[\udc00-\udfff]/u.test(text.charAt(at)) && /[\ud800-\udbff]/u.test(text.charAt(at - 1)) ? at - 1 : at;
