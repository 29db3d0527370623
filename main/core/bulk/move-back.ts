import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { Inverse as ChangeInverse } from '../../db/changes.ts';
import type { Reader } from '../../db/db.ts';
import { getAgentRow } from '../agents.ts';
import { taking, type Inverses } from '../inverse.ts';
import type { Patch, Step } from '../threads/patch.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { putColumns } from './columns.ts';
import { canReceive } from './receiver.ts';

const value = z.union([z.string(), z.number(), z.null()]);

/** The inverse of moving threads: ten thousand of them side by side, so the names of the columns are written once. */
export const movingBack = (steps: readonly Step[]): ChangeInverse => {
  const columns = Object.keys(steps[0]?.was ?? {}) as (keyof Patch)[];
  const of = (patch: Patch) => columns.map((column) => patch[column] ?? null);
  return {
    op: 'bulk.moveBack',
    input: { columns, steps: steps.map(({ id, was, now }) => [id, of(was), of(now)]) },
  };
};

export const bulkInverses: Inverses = {
  /**
   * Gives back what nobody has moved or closed since, and says how many stayed. A person who went off duty meanwhile gets
   * nothing back: it goes to its queue.
   */
  'bulk.moveBack': taking(
    z.object({
      columns: z.array(z.string()),
      steps: z.array(z.tuple([z.string(), z.array(value), z.array(value)])),
    }),
    (tx, { columns, steps }) => {
      const isHere = knowing(tx);
      let [stayed, queued] = [0, 0];
      const rows = rowsById(tx, steps);
      for (const [id, was, now] of steps) {
        const row = rows.get(id);
        if (!row || row.is_open === 0 || !isAsLeft(row, columns, now)) {
          stayed += 1;
          continue;
        }
        const patch = Object.fromEntries(columns.map((column, at) => [column, was[at] ?? null])) as Patch;
        const isLost = typeof patch.assignee_id === 'string' && !isHere(patch.assignee_id);
        queued += Number(isLost);
        putColumns(tx, row, isLost ? { ...patch, ...nobodys } : patch);
      }
      if (stayed === steps.length) {
        throw new AppError('moved-on', 'Somebody has changed this since. It stays as it is now.');
      }
      return said(stayed, queued);
    },
  ),
};

const rowsById = (
  db: Reader,
  steps: readonly (readonly [string, ...unknown[]])[],
): Map<string, ThreadRow> => {
  const rows = db.all<ThreadRow>(
    'SELECT t.* FROM json_each(?) j JOIN threads t ON t.id = j.value',
    JSON.stringify(steps.map(([id]) => id)),
  );
  return new Map(rows.map((row) => [row.id, row]));
};

const nobodys: Patch = { assignee_id: null, assigned_at: null, return_at: null };

// The return timer may have been stopped by whoever has begun: that alone does not make it theirs for good.
const isAsLeft = (row: ThreadRow, columns: readonly string[], now: readonly unknown[]): boolean =>
  columns.every((column, at) => column === 'return_at' || row[column as keyof ThreadRow] === now[at]);

const knowing = (db: Reader): ((id: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (id) => {
    let is = known.get(id);
    if (is === undefined) known.set(id, (is = canReceive(getAgentRow(db, id))));
    return is;
  };
};

const said = (stayed: number, queued: number): string | undefined => {
  const parts = [
    stayed > 0 && `${stayed} stayed as they are: somebody has changed them since.`,
    queued > 0 && `${queued} went back to their queue: who had them is off duty.`,
  ];
  return parts.filter(Boolean).join(' ') || undefined;
};
