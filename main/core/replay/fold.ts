import type { Look } from '../../../shared/audit/look.ts';
import type { ClockKind } from '../../../shared/model.ts';
import type { Happening, Moment, ThreadThen } from '../../../shared/replay/story.ts';
import type { Reader } from '../../db/db.ts';
import { newThread, threadColumns } from '../../db/thread-columns.ts';
import type { LoggedChange } from './changes.ts';
import { createCallFold } from './fold-calls.ts';
import { foldMessages } from './fold-messages.ts';
import { foldItem, foldNote, foldQuestion } from './fold-work.ts';
import { gathering, noRows, type FoldedRows, type Gathering } from './gathering.ts';
import { findItemKept, findMessageKept, type ItemKept, type MessageKept, type rowsOf } from './kept.ts';
import type { Image } from './mentions.ts';
import { changed, happenedTo, thenOf, type Columns } from './thread-then.ts';

/** What the tables know, for what the log does not say. */
export type Kept = ReturnType<typeof rowsOf> & {
  messages: ReadonlyMap<string, MessageKept>;
  thread: Columns;
};

/** The thread as the changes so far leave it. */
export type Folded = { thread: ThreadThen | null; rows: FoldedRows };

export type Fold = {
  readonly folded: Folded;
  /** Undefined: nothing of it is to be seen. */
  take(change: LoggedChange): Moment | undefined;
};

/** Reads the log of one thread, a change at a time, as `db/replay.ts` reads that of the whole desk. */
export const createFold = (db: Reader, threadId: string, kept: Kept): Fold => {
  const folded: Folded = { thread: null, rows: noRows() };
  let columns: Columns | null = null;
  const calls = createCallFold(folded.rows, kept);
  const onMark = createMarkFold(threadId);
  const findMessage = (id: string): MessageKept | undefined =>
    kept.messages.get(id) ?? findMessageKept(db, id);

  const findItem = (id: string): ItemKept | undefined => findItemKept(db, id);

  const onThread = ({ key: [id], revision, left }: Image, { did, set }: Gathering, by: string): void => {
    // Folded into another for a while, it is told as it was last.
    if (id !== threadId || left === null) return;
    const before = columns;
    columns = { ...(revision === 1 ? asNew : (before ?? kept.thread)), ...left };
    const then = thenOf(columns);
    const different = changed(folded.thread, then);
    if (different) set.thread = { ...set.thread, ...different };
    folded.thread = then;
    did.push(...happenedTo(before, columns, isPerson(by)));
  };

  const read = (image: Image, into: Gathering, by: string): void => {
    switch (image.table) {
      case 'threads':
        return onThread(image, into, by);
      case 'notes':
        return foldNote(image, into, kept);
      case 'questions':
        return foldQuestion(image, into, kept);
      case 'escalations':
        return calls.onPromise(image, into);
      case 'call_attempts':
        return calls.onCall(image, into);
      case 'outbox':
        return foldItem(image, into, folded.rows.items.get(image.key[0] ?? ''), findItem);
      case 'clock_marks':
        return onMark(image, into);
      default:
        return undefined;
    }
  };

  return {
    folded,
    take(change) {
      const into = gathering(change, folded.rows, threadId);
      for (const image of change.images) read(image, into, change.by);
      foldMessages(change.images, into, findMessage);
      if (change.look) into.did.push(...seen(change.look));
      const { did, set } = into;
      if (did.length === 0 && Object.keys(set).length === 0) return undefined;
      const { seq, by, at, isUndo } = change;
      return { at, seq, by, isUndo, did: inOrder(did), set };
    },
  };
};

/** Who only replays it has not looked at it then; how often somebody looked again adds nothing. */
const seen = (look: Look): Happening[] =>
  'again' in look || look.how === 'replayed' ? [] : [{ did: 'seen', how: look.how }];

/** Ids of agents are made here; networks and the desk itself have names. */
const isPerson = (by: string): boolean => by !== 'desk' && by !== 'x';

/** Warnings and misses, as they are recorded. */
const createMarkFold = (threadId: string) => {
  const marks = new Map<string, Columns>();
  return ({ key: [id, clock = '', startedAt], left }: Image, { did, isMoving }: Gathering): void => {
    if (id !== threadId) return;
    const name = `${clock} ${startedAt}`;
    if (left === null) return void marks.delete(name);
    const before = marks.get(name);
    const mark: Columns = { ...before, ...left };
    marks.set(name, mark);
    if (isMoving) return;
    const isNews = (column: string): boolean =>
      (mark[column] ?? null) !== null && (before?.[column] ?? null) === null;
    const facts = { clock: clock as ClockKind, dueAt: Number(mark['due_at']) };
    if (isNews('breached_at')) did.push({ did: 'breached', ...facts, startedAt: Number(startedAt) });
    else if (isNews('warned_at')) did.push({ did: 'warned', ...facts });
  };
};

/** What began and what was said comes before what followed from it. */
const inOrder = (did: readonly Happening[]): Happening[] =>
  did.toSorted((a, b) => (order[a.did] ?? 2) - (order[b.did] ?? 2));
const order: Partial<Record<Happening['did'], number>> = { began: 0, arrived: 1, came: 1, clock: 3 };

/** What the image of a new thread leaves out. */
const asNew: Columns = {
  ...Object.fromEntries(threadColumns().map((column) => [column, null])),
  ...newThread(),
};
