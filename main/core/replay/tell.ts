import type { ThreadId } from '../../../shared/ids.ts';
import { parts, type Moment, type Patch, type Story } from '../../../shared/replay/story.ts';
import type { Reader } from '../../db/db.ts';
import { questionsById } from '../experts/rows.ts';
import { noteOf, notesById } from '../notes/rows.ts';
import { escalationsById } from '../phone/rows.ts';
import { getThread } from '../threads/rows.ts';
import { changesOf } from './changes.ts';
import { createFold, type Kept } from './fold.ts';
import { hasEarlier, marksOf } from './indexing.ts';
import { findItemKept, itemOf, messagesOf, rowsOf } from './kept.ts';
import { changed, thenOf, type Columns } from './thread-then.ts';
import { toldByRows, whatIsLeft } from './told-by-rows.ts';

/** One thread as it happened, from the log and, where that is silent, from its rows. Throws `not-found`. */
export const tellStory = (db: Reader, threadId: ThreadId): Story => {
  const thread: Columns = { ...getThread(db, threadId) };
  const messages = new Map(messagesOf(db, threadId).map((row) => [row.id, row]));
  const kept: Kept = { ...rowsOf(db, threadId), messages, thread };
  const fold = createFold(db, threadId, kept);
  const logged: Moment[] = [];
  for (const change of changesOf(db, threadId)) {
    const moment = fold.take(change);
    if (moment) add(logged, moment);
  }
  const moments = inTime(logged, toldByRows(fold.folded, kept));
  ending(moments, whatIsLeft(fold.folded, kept), changed(fold.folded.thread, thenOf(thread)));
  return {
    threadId,
    moments,
    ...whatWasThere(db, moments, kept),
    isWhole: !hasEarlier(db, marksOf(db).from_seq),
  };
};

/** What nobody would notice (a count, a time) goes with the moment before. */
const add = (moments: Moment[], moment: Moment): void => {
  const last = moments.at(-1);
  if (moment.did.length > 0 || last === undefined) moments.push(moment);
  else moments[moments.length - 1] = { ...last, set: joined(last.set, moment.set) };
};

/** Both by time, and never backwards: a clock that was set back is taken as having stood. */
const inTime = (logged: readonly Moment[], told: readonly Moment[]): Moment[] => {
  const all: Moment[] = [];
  let next = 0;
  let now = -Infinity;
  const take = (moment: Moment): void => {
    now = Math.max(now, moment.at);
    all.push(moment.at === now ? moment : { ...moment, at: now });
  };
  for (const moment of logged) {
    for (let one = told[next]; one && one.at < moment.at; one = told[++next]) take(one);
    take(moment);
  }
  for (const one of told.slice(next)) take(one);
  return all;
};

/**
 * The end of the story is the present. What the log knows nothing of has been so from the beginning, as far as anybody
 * can tell.
 */
const ending = (moments: Moment[], rows: Patch, thread: Patch['thread']): void => {
  const isSilent = moments.every(({ set }) => set.thread === undefined);
  const first = moments[0];
  if (first && isSilent && thread) {
    moments[0] = { ...first, did: [{ did: 'began' }, ...first.did], set: joined(first.set, { thread }) };
  }
  const last = moments.at(-1);
  if (!last) return;
  const rest = isSilent || !thread ? rows : joined(rows, { thread });
  if (Object.keys(rest).length > 0) moments[moments.length - 1] = { ...last, set: joined(last.set, rest) };
};

const joined = (a: Patch, b: Patch): Patch => {
  const set: Record<string, unknown> = { ...a };
  for (const [part, rows] of Object.entries(b)) {
    set[part] = { ...(a as Record<string, object | undefined>)[part], ...rows };
  }
  return set;
};

/** Everything that was ever in this thread, wherever it belongs now; messages are read apart. */
const whatWasThere = (
  db: Reader,
  moments: readonly Moment[],
  kept: Kept,
): Pick<Story, 'notes' | 'questions' | 'promises' | 'items'> => {
  const ids = Object.fromEntries(parts.map((part) => [part, new Set<string>()])) as Record<
    (typeof parts)[number],
    Set<string>
  >;
  for (const { set } of moments) {
    for (const part of parts) for (const id of Object.keys(set[part] ?? {})) ids[part].add(id);
  }
  const without = (part: (typeof parts)[number], rows: readonly { id: string }[]): Set<string> => {
    const here = new Set(rows.map(({ id }) => id));
    return new Set([...ids[part]].filter((id) => !here.has(id)));
  };
  const elsewhere = [...without('items', kept.items)].flatMap((id) => findItemKept(db, id) ?? []);
  return {
    notes: [...kept.notes.map(noteOf), ...notesById(db, without('notes', kept.notes))],
    questions: questionsById(db, ids.questions),
    promises: escalationsById(db, ids.promises),
    items: [...kept.items, ...elsewhere].map(itemOf),
  };
};
