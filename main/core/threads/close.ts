import type { Ms, Status } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { getThread, type ThreadRow } from './rows.ts';
import { settle } from './settle.ts';

/** The thread leaves the desk: nobody waits for what was seen. The assignee stays, so that a reopening finds its person. */
export const closeThread = (
  tx: Tx,
  id: string,
  at: Ms,
  status: Extract<Status, 'resolved' | 'no-action'>,
): ThreadRow => {
  const { last_at } = getThread(tx, id);
  return settle(tx, id, { is_open: 0, status, closed_at: at, cleared_until: last_at });
};

/** Takes a closing back: the thread waits again for whatever it was waiting for. */
export const reopenThread = (
  tx: Tx,
  id: string,
  was: Pick<ThreadRow, 'cleared_until' | 'closed_at'> & { status?: Status },
): ThreadRow => {
  const { status = 'open', ...rest } = was;
  return settle(tx, id, { ...rest, is_open: 1, status });
};
