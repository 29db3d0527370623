import type { Desk } from '../desk.ts';
import { failpoint } from '../failpoint.ts';
import { candidates, exactAmong, nearAmong } from './candidates.ts';
import { isLeftOver } from './chain.ts';
import { checksNeeded, isUpToPeople, nextLook } from './doubt.ts';
import { mark } from './mark.ts';
import { getItem } from './rows.ts';
import { accept } from './turned-up.ts';

/**
 * Decides an uncertain item after the account's own messages were read back completely: found → sent; absent often enough →
 * queued again; neither → a person decides, and the desk goes on looking meanwhile.
 */
export const decide = (desk: Desk, id: string): void => {
  const row = getItem(desk.db, id);
  if (row.state !== 'uncertain') return;
  const all = candidates(desk.db, row);
  const found = exactAmong(desk.db, all, row);
  if (found) accept(desk, id, found.remote_id);
  else {
    const checks = row.checks + 1;
    const read_at = desk.now();
    const near = nearAmong(all, row).length;
    if (checks < checksNeeded || isUpToPeople({ ...row, checks }, near)) {
      mark(desk, id, { state: 'uncertain', checks, read_at, next_check_at: read_at + nextLook(checks) });
    } else if (isLeftOver(desk.db, row)) {
      const reason = 'This part did not arrive, and the rest was taken back.';
      mark(desk, id, { state: 'failed', code: 'lost', reason, checks, read_at, next_check_at: null });
    } else {
      mark(desk, id, {
        state: 'queued',
        ...{ code: null, reason: null, checks, read_at, not_before: read_at, next_check_at: null },
      });
    }
  }
  failpoint('outbox.decided');
};
