import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { isOpen } from '../../../shared/model.ts';
import type { Inverse as ChangeInverse } from '../../db/changes.ts';
import type { Tx } from '../../db/db.ts';
import { taking, type Inverses } from '../inverse.ts';
import { withTags } from '../tags/thread-tags.ts';
import { findThread, hasOpen, type ThreadRow } from './rows.ts';
import { settle } from './settle.ts';

/** What agents set on a thread by hand; the rest follows from its messages. */
export type Patch = Partial<
  Pick<
    ThreadRow,
    | 'assignee_id'
    | 'assigned_at'
    | 'return_at'
    | 'queue_id'
    | 'queue_by_hand'
    | 'returned_from'
    | 'priority'
    | 'status'
    | 'is_open'
    | 'reason'
    | 'snoozed_until'
    | 'expert_id'
    | 'cleared_until'
    | 'closed_at'
    | 'read_seq'
    | 'tags'
  >
>;

/** One thread before and after a step, by the columns the step set. */
export type Step = { id: string; was: Patch; now: Patch };

/** Sets columns and settles. Returns what undo needs. */
export const patchThread = (tx: Tx, row: ThreadRow, patch: Patch): Step => {
  settle(tx, row.id, patch, row);
  return stepOf(row, patch);
};

export const stepOf = (row: ThreadRow, patch: Patch): Step => ({
  id: row.id,
  was: Object.fromEntries(
    (Object.keys(patch) as (keyof Patch)[]).map((column) => [column, row[column]]),
  ) as Patch,
  now: patch,
});

/** The inverse of any step made of patches, of one thread or of thousands. */
export const restoring = (steps: readonly Step[]): ChangeInverse => ({
  op: 'threads.restore',
  input: { steps },
});

const columns = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export const patchInverses: Inverses = {
  /** Gives back what nobody has changed since; throws `moved-on` when nothing of it is left to give back. */
  'threads.restore': taking(
    z.object({ steps: z.array(z.object({ id: z.string(), was: columns, now: columns })) }),
    (tx, { steps }, at) => {
      let restored = 0;
      for (const { id, was, now } of steps) {
        const row = findThread(tx, id);
        if (!row || !stillIs(row, now)) continue;
        // The customer has gone on elsewhere: a second open thread would split what they say.
        if (was['is_open'] === 1 && row.is_open === 0 && hasOpen(tx, row)) continue;
        // Closed or reopened by another step since: a snooze is not taken back onto that.
        const next: ThreadRow = { ...row, ...was };
        if ((next.is_open === 1) !== isOpen(next.status)) continue;
        if (typeof was['tags'] === 'string') withTags(tx, at, row, JSON.parse(was['tags']) as string[]);
        settle(tx, id, was, row);
        restored += 1;
      }
      if (restored > 0 || steps.length === 0) return;
      throw new AppError('moved-on', 'Somebody has changed this since. It stays as it is now.');
    },
  ),
};

// A status follows from other columns as well, and who has begun on a thread has stopped its return: neither what the
// customer did since nor that makes a step irrevocable.
const following: readonly string[] = ['status', 'read_seq', 'return_at'];
const stillIs = (row: ThreadRow, now: Record<string, unknown>): boolean =>
  Object.entries(now).every(
    ([column, value]) => following.includes(column) || row[column as keyof ThreadRow] === value,
  );
