import type { HandOverSheet, ThreadInHand } from '../../../shared/hand-over.ts';
import type { AccountId, AgentId, EscalationId, QuestionId, ThreadId } from '../../../shared/ids.ts';
import type { DraftKind } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import type { Desk } from '../desk.ts';
import { loadsOf } from '../team/load.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { whose } from './duty.ts';
import { batonsInHand, callbacksInHand, questionsInHand, threadsInHand } from './in-hand.ts';
import { successorsOf } from './successors.ts';

/** What has to find another person, and who is there to take it. Of drafts it says that they exist, never what is in them. */
export const sheetOf = (desk: Desk, agentId: string | undefined): HandOverSheet => {
  const { db } = desk;
  const { id } = whose(desk, agentId);
  const handleOf = handles(db);
  const drafts = draftsOf(db, id);
  const threads = threadsInHand(db, id);
  const own = new Set(threads.map((thread) => thread.id));
  const successors = successorsOf(db, id).map((row) => row.id);
  return {
    agentId: id as AgentId,
    threads: threads.map((row) => ({
      threadId: row.id as ThreadId,
      handle: handleOf(row.id),
      kind: kindOf(row),
      waitingSince: row.waiting_since,
      snoozedUntil: row.snoozed_until,
      drafts: drafts.filter((draft) => draft.thread_id === row.id).map(({ kind }) => kind),
    })),
    callbacks: callbacksInHand(db, id).map((row) => ({
      id: row.id as EscalationId,
      threadId: row.thread_id as ThreadId,
      handle: handleOf(row.thread_id),
      dueAt: row.due_at,
      isTheirs: row.assignee_id === id,
    })),
    questions: questionsInHand(db, id).map((row) => ({
      id: row.id as QuestionId,
      threadId: row.thread_id as ThreadId,
      handle: handleOf(row.thread_id),
      askedBy: row.asked_by as AgentId,
      dueAt: row.due_at,
    })),
    drafts: drafts
      .filter((draft) => !own.has(draft.thread_id))
      .map(({ thread_id, kind }) => ({ threadId: thread_id as ThreadId, handle: handleOf(thread_id), kind })),
    batons: batonsInHand(db, id).map((row) => ({ accountId: row.id as AccountId, handle: row.handle })),
    loads: [...loadsOf(db, successors)].map(([who, open]) => ({ agentId: who as AgentId, open })),
  };
};

/** A promise stays one even when the customer has written since. */
const kindOf = ({ status, snoozed_until, waiting_since }: ThreadRow): ThreadInHand['kind'] => {
  if (status === 'snoozed' && snoozed_until !== null) return 'promise';
  return waiting_since === null ? 'open' : 'waiting';
};

export type DraftThere = { thread_id: string; kind: DraftKind };

/** Which threads somebody has begun to write in; of closed ones nobody need know. */
export const draftsOf = (db: Reader, id: string): DraftThere[] =>
  db.all<DraftThere>(
    'SELECT d.thread_id, d.kind FROM drafts d JOIN threads t ON t.id = d.thread_id AND t.is_open = 1 ' +
      "WHERE d.agent_id = ? AND d.text <> '' ORDER BY d.thread_id, d.kind",
    id,
  );

const handles =
  (db: Reader) =>
  (threadId: string): string =>
    db.find<{ handle: string }>(
      'SELECT i.handle FROM threads t JOIN identities i ON i.id = t.identity_id WHERE t.id = ?',
      threadId,
    )?.handle ?? '';
