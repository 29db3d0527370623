import type { Desk } from '../desk.ts';
import { dropFilesOf } from '../uploads/sweep.ts';
import { accepted } from './accept.ts';
import { candidates, exactAmong } from './candidates.ts';
import { byDesk } from './mark.ts';
import { getItem } from './rows.ts';

/** The network has it. */
export const accept = (desk: Desk, id: string, remoteId: string): void => {
  byDesk(desk, 'outbox.accepted', id, { id, remoteId }, (tx, at) =>
    accepted(tx, at, { ...getItem(tx, id), ended_at: at }, remoteId),
  );
};

/** What was in doubt once may have come in since, with anything that was read: it is sent then. */
export const hasTurnedUp = (desk: Desk, id: string): boolean => {
  const row = getItem(desk.db, id);
  const found = row.doubts > 0 ? exactAmong(desk.db, candidates(desk.db, row), row) : undefined;
  if (found) accept(desk, id, found.remote_id);
  return found !== undefined;
};

/**
 * Messages of the account's own have come in: what of it was in doubt is settled before anybody sees it there a second time,
 * as one from elsewhere. What is in the air is left to its attempt, which knows more in a moment.
 */
export const settleTurnedUp = (desk: Desk, accountId: string): void => {
  const doubtful = desk.db.all<{ id: string }>(
    "SELECT id FROM outbox WHERE state IN ('queued', 'uncertain') AND account_id = ? AND doubts > 0 " +
      'ORDER BY attempt_at, part, id',
    accountId,
  );
  for (const { id } of doubtful) if (hasTurnedUp(desk, id)) dropFilesOf(desk, id);
};
