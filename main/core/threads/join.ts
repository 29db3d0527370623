import type { Tx } from '../../db/db.ts';
import { drop } from '../../db/put.ts';
import { moveDrafts, moveDraftsBack, type MovedDraft } from '../drafts.ts';
import { moveQuestions, moveQuestionsBack, questionStates } from '../experts/rows.ts';
import { moveBack, moveMessages } from '../messages.ts';
import { moveNotes, moveNotesBack } from '../notes/rows.ts';
import { moveOutbox, moveOutboxBack } from '../outbox/rows.ts';
import { foldPromises, unfoldPromises, type FoldedPromise } from '../phone/fold.ts';
import { liveOf, moveEscalations, moveEscalationsBack } from '../phone/rows.ts';
import { movePicks, movePicksBack } from '../review/rows.ts';
import { withTags } from '../tags/thread-tags.ts';
import { moveUploads, moveUploadsBack } from '../uploads/rows.ts';
import type { Patch } from './patch.ts';
import type { ThreadRow } from './rows.ts';

/** Which rows went from one thread to another, so that they can be given back. */
export type Moved = {
  messages: string[];
  outbox: string[];
  notes: string[];
  escalations: string[];
  /** Not there: at most one of the threads promised a call. */
  promise?: FoldedPromise;
  questions: { id: string; isOpen: boolean }[];
  drafts: MovedDraft[];
  /** Not there: merged before there were any. */
  uploads?: string[];
  /** Not there: merged before there were any. */
  picks?: string[];
};

/**
 * Everything that hangs on `from` hangs on `into` from now on, and `from` is gone. The columns of `into` are the caller's;
 * told along: whom the thread that stays has asked.
 */
export const moveAll = (
  tx: Tx,
  from: ThreadRow,
  into: ThreadRow,
): { moved: Moved; expert_id: string | null } => {
  const questions = questionStates(tx, from.id);
  const expert_id = moveQuestions(tx, from.id, into.id);
  const moved: Moved = {
    messages: moveMessages(tx, from.id, into.id),
    outbox: moveOutbox(tx, from.id, into.id),
    notes: moveNotes(tx, from.id, into.id, into.customer_id),
    escalations: moveEscalations(tx, from.id, into.id, into.customer_id),
    questions,
    drafts: moveDrafts(tx, from.id, into.id),
    uploads: moveUploads(tx, from.id, into.id),
    picks: movePicks(tx, from.id, into.id),
  };
  const promise = foldPromises(tx, into.id);
  drop(tx, 'threads', from.id);
  return { moved: promise ? { ...moved, promise } : moved, expert_id };
};

/** Gives it all back to a thread that is there again. */
export const moveAllBack = (tx: Tx, at: number, moved: Moved, to: ThreadRow, from: string): void => {
  moveBack(tx, moved.messages, moved.outbox, to.id);
  moveOutboxBack(tx, moved.outbox, to.id);
  moveNotesBack(tx, moved.notes, to.id, to.customer_id);
  moveEscalationsBack(tx, moved.escalations, to.id, to.customer_id);
  if (moved.promise) unfoldPromises(tx, moved.promise);
  moveQuestionsBack(tx, moved.questions, to.id);
  moveUploadsBack(tx, moved.uploads ?? [], to.id);
  movePicksBack(tx, moved.picks ?? [], to.id);
  moveDraftsBack(tx, at, moved.drafts, { from: to.id, into: from });
};

/** Both threads' tags; those of the one that goes are taken off it. */
export const unionOfTags = (tx: Tx, from: ThreadRow, into: ThreadRow): Patch => {
  const ids = [...new Set([...idsOf(into), ...idsOf(from)])];
  withTags(tx, from.first_at, from, []);
  return withTags(tx, into.first_at, into, ids);
};

/** A call that is under way stays under way. */
export const heldBy = (from: ThreadRow, into: ThreadRow): Pick<ThreadRow, 'status'> => ({
  status: from.is_open === 1 && from.status === 'phone' && into.is_open === 1 ? 'phone' : into.status,
});

/** Held by the telephone exactly while a call is promised, whatever became of the promises since. */
export const heldNow = (tx: Tx, { id, is_open, status }: ThreadRow): Pick<ThreadRow, 'status'> => {
  if (is_open === 0) return { status };
  if (liveOf(tx, id)) return { status: 'phone' };
  return { status: status === 'phone' ? 'open' : status };
};

const idsOf = ({ tags }: ThreadRow): string[] => JSON.parse(tags) as string[];
