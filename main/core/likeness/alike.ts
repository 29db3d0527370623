import type { Alike } from '../../../shared/api/snippets.ts';
import { closeLine } from '../../../shared/close-line.ts';
import { AppError } from '../../../shared/errors.ts';
import {
  alikeFrom,
  commonOf,
  isComparable,
  likenessOf,
  printOf,
  type Common,
  type Print,
} from '../../../shared/likeness.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import type { Desk } from '../desk.ts';
import { getThread } from '../threads/rows.ts';

/** Compared is with so many of the account's newest answers to other customers, no older than a week. */
const most = 200;
const reachMs = 7 * 24 * 3_600_000;

type Recent = { id: string; text: string; initials: string; thread_id: string; queued_at: Ms };

/** The answer this text is most like, when it is too much like it; undefined when it is not, or too short to tell. */
export const findAlike = (
  desk: Desk,
  threadId: string,
  text: string,
): { id: string; alike: Alike } | undefined => {
  const { db } = desk;
  const prints = printsOf(db);
  const own = printOf(text, prints.common);
  if (!isComparable(own)) return undefined;
  let best: { row: Recent; likeness: number } | undefined;
  for (const row of recent(desk, threadId)) {
    const print = prints.of(row.id, row.text);
    const likeness = isComparable(print) ? likenessOf(own, print) : 0;
    if (likeness >= alikeFrom && likeness > (best?.likeness ?? 0)) best = { row, likeness };
  }
  if (!best) return undefined;
  const { row, likeness } = best;
  const handle = handleOf(db, row.thread_id);
  return { id: row.id, alike: { likeness, text: row.text, by: row.initials, handle, at: row.queued_at } };
};

/** Said in the stopped composer: how alike, whose, to whom and when. */
export const tooAlike = (desk: Desk, { likeness, by, handle, at }: Alike): AppError =>
  new AppError(
    'too-alike',
    `${Math.floor(likeness * 100)} % like what ${by} wrote to @${handle} ${ago(desk.now() - at)}. Your text is kept.`,
  );

const recent = ({ db, now }: Desk, threadId: string): Recent[] =>
  db.all<Recent>(
    'SELECT o.id, o.text, a.initials, o.thread_id, o.queued_at FROM outbox o JOIN agents a ON a.id = o.agent_id ' +
      "WHERE o.account_id = ? AND o.queued_at >= ? AND o.state IN ('queued', 'sending', 'sent', 'uncertain') " +
      `AND o.thread_id <> ? ORDER BY o.queued_at DESC LIMIT ${most}`,
    getThread(db, threadId).account_id,
    now() - reachMs,
    threadId,
  );

const handleOf = (db: Reader, threadId: string): string =>
  db.find<{ handle: string }>(
    'SELECT i.handle FROM threads t JOIN identities i ON i.id = t.identity_id WHERE t.id = ?',
    threadId,
  )?.handle ?? '';

const minute = 60_000;
const ago = (ms: Ms): string => {
  const minutes = Math.floor(ms / minute);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return counted(minutes, 'minute');
  if (minutes < 48 * 60) return counted(Math.floor(minutes / 60), 'hour');
  return counted(Math.floor(minutes / (24 * 60)), 'day');
};

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'} ago`;

// Preparing a text once is enough, until a snippet changes. What was taken back may leave reworded, under the same id.
type Prints = { common: Common; of(id: string, text: string): Print };
type Kept = Prints & { stamp: string };
const kept = new WeakMap<object, Kept>();

const printsOf = (db: Desk['db']): Prints => {
  const snippets = db.all<{ id: string; text: string }>(
    'SELECT id, text FROM snippets WHERE removed_at IS NULL ORDER BY id',
  );
  const stamp = snippets.map(({ id }) => id).join(' ');
  const before = kept.get(db);
  if (before?.stamp === stamp) return before;
  // The desk proposes the same line after every call: to accept it is not to repeat a colleague.
  const common = commonOf([...snippets.map(({ text }) => text), closeLine('')]);
  const prints = new Map<string, { text: string; print: Print }>();
  const fresh: Kept = {
    stamp,
    common,
    of(id, text) {
      const known = prints.get(id);
      if (known?.text === text) return known.print;
      const print = printOf(text, common);
      // The oldest go first: a desk is open for weeks.
      if (prints.size >= 4 * most) prints.delete(prints.keys().next().value ?? '');
      prints.set(id, { text, print });
      return print;
    },
  };
  kept.set(db, fresh);
  return fresh;
};
