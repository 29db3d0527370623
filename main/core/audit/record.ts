import { appendRecord } from '../../db/changes.ts';
import type { Desk, Operation } from '../desk.ts';

/**
 * Leaves a row in the log of something that changed no table: an export, a verification. `operate` leaves none then.
 * @returns its seq.
 */
export const record = (
  desk: Pick<Desk, 'db' | 'now'>,
  { op, by, threadId, input }: Omit<Operation, 'undoes'>,
): number =>
  desk.db.transaction((tx) =>
    appendRecord(tx, { op, agent: by, at: desk.now(), threadId: threadId ?? null, input }),
  );
