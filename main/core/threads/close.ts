import type { Ms, Status } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { closing } from './act.ts';
import { getThread, type ThreadRow } from './rows.ts';
import { settle } from './settle.ts';

/** The thread leaves the desk: nobody waits for what was seen. The assignee stays, so that a reopening finds its person. */
export const closeThread = (
  tx: Tx,
  id: string,
  at: Ms,
  status: Extract<Status, 'resolved' | 'no-action'>,
  reason: string,
): ThreadRow => {
  const row = getThread(tx, id);
  return settle(tx, id, closing(row, at, status, reason), row);
};
