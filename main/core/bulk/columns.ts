import type { Tx } from '../../db/db.ts';
import { stepOf, type Patch, type Step } from '../threads/patch.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { putThread, statusOf } from '../threads/settle.ts';

/**
 * Sets columns of which only the status follows (whose it is, which queue): no look at the messages, so that ten
 * thousand take less than a second.
 */
export const putColumns = (tx: Tx, row: ThreadRow, patch: Patch): Step => {
  const next = { ...row, ...patch };
  next.status = statusOf(next);
  putThread(tx, next, row);
  return stepOf(row, patch);
};
