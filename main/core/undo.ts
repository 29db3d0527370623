import { z } from 'zod';
import type { Undone } from '../../shared/api.ts';
import { AppError } from '../../shared/errors.ts';
import { threadId, type ThreadId } from '../../shared/ids.ts';
import { alertInverses } from './alerts/acknowledge.ts';
import { bulkInverses } from './bulk/move-back.ts';
import { clockInverses } from './clocks/taken-back.ts';
import { operate, type Desk } from './desk.ts';
import { restoreDraft } from './drafts.ts';
import { expertInverses } from './experts/inverses.ts';
import { gapInverses } from './gaps/gaps.ts';
import { taking, type Inverses } from './inverse.ts';
import { noteInverses } from './notes/inverses.ts';
import { findItem, type OutboxRow } from './outbox/rows.ts';
import { outboxInverses } from './outbox/steps.ts';
import { peopleInverses } from './people/inverses.ts';
import { attachInverses } from './phone/attached.ts';
import { phoneInverses } from './phone/inverses.ts';
import { queueInverses } from './queues/operations.ts';
import { reviewInverses } from './review/inverses.ts';
import { decideInverses } from './schedules/decide.ts';
import { writeInverses } from './schedules/write.ts';
import { snippetInverses } from './snippets/snippets.ts';
import { tagInverses } from './tags/inverses.ts';
import { threadInverses } from './threads/inverses.ts';
import { patchInverses } from './threads/patch.ts';
import { uploadInverses } from './uploads/change.ts';

/** `Z` reaches back so far: older steps belong to another day's work. */
const reachMs = 12 * 3_600_000;

/** Takes back this agent's newest step that still can be. Throws AppError when the desk has moved on since. */
export const undo = (desk: Desk): Undone => {
  const step = newestStep(desk);
  if (!step) return { what: null, threadId: null };
  const { op, input } = JSON.parse(step.inverse) as { op: string; input: unknown };
  const inverse = inverses[op];
  if (!inverse) throw new AppError('not-allowed', 'This step can’t be taken back.');
  const threadId = step.thread_id as ThreadId | null;
  const what = { op: 'change.undo', by: desk.me, input: { seq: step.seq }, undoes: step.seq };
  const { value: note } = operate(desk, threadId ? { ...what, threadId } : what, (tx, at) => ({
    value: inverse(tx, desk, at, input) ?? null,
  }));
  return { what: step.op, threadId, ...(note !== null && { note }) };
};

type Step = { seq: number; op: string; thread_id: string | null; inverse: string };

/** Whoever presses Z so soon after an answer has left means that answer, and not what they did before it. */
const justMs = 30_000;

/** Typing is undone in the composer itself, and a message that has left can't be called back. */
const newestStep = (desk: Desk): Step | undefined => {
  const steps = desk.db.all<Step>(
    'SELECT c.seq, c.op, c.thread_id, c.inverse FROM changes c INDEXED BY changes_undoable WHERE c.agent = ? AND c.inverse IS NOT NULL ' +
      "AND c.op <> 'draft.save' AND c.at >= ? " +
      'AND NOT EXISTS (SELECT 1 FROM changes u WHERE u.undoes = c.seq) ORDER BY c.seq DESC LIMIT 20',
    desk.me,
    desk.now() - reachMs,
  );
  for (const [place, step] of steps.entries()) {
    if (!step.op.startsWith('message.')) return step;
    const item = itemOf(desk, step);
    if (item?.state === 'queued') return step;
    if (place === 0 && item && hasJustLeft(desk, item)) {
      throw new AppError('too-late', 'Your answer has left. It can’t be taken back here.');
    }
  }
  return undefined;
};

const itemOf = (desk: Desk, { inverse }: Step): OutboxRow | undefined => {
  const { input } = JSON.parse(inverse) as { input: { id: string } };
  return findItem(desk.db, input.id);
};

const hasJustLeft = (desk: Desk, { state, state_at }: OutboxRow): boolean =>
  (state === 'sent' || state === 'sending' || state === 'uncertain') && desk.now() - state_at < justMs;

const inverses: Inverses = {
  ...threadInverses,
  ...noteInverses,
  ...tagInverses,
  ...patchInverses,
  ...expertInverses,
  ...snippetInverses,
  ...reviewInverses,
  ...writeInverses,
  ...decideInverses,
  ...clockInverses,
  ...queueInverses,
  ...bulkInverses,
  ...phoneInverses,
  ...attachInverses,
  ...peopleInverses,
  ...gapInverses,
  ...alertInverses,
  ...outboxInverses,
  ...uploadInverses,
  'draft.restore': taking(
    z.object({ threadId, kind: z.enum(['post', 'dm', 'note']), version: z.number() }),
    (tx, want, at, desk) => restoreDraft(tx, desk.me, at, want),
  ),
};
