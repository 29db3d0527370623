import type { GoneBecause, Ms } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import type { AccountRow } from '../accounts/rows.ts';
import { rewriteDrafts } from '../drafts.ts';
import { rememberGone } from '../gone-words.ts';
import { emptyMessage, findMessage, messageIdOf } from '../messages.ts';
import { dropFromQuarantine } from './quarantine.ts';

/** A message that can't be read any more at its source, as it is called here. */
export type Gone = { messageId: string; because: GoneBecause };

/**
 * What is gone at its source goes here: its text from every table that holds it, with a line in the drafts that quoted it.
 * What we did stays. Tells which threads have to be settled; how many were buried, so that the disk is swept afterwards.
 */
export const bury = (
  tx: Tx,
  account: AccountRow,
  gone: readonly Gone[],
  at: Ms,
): { threads: Set<string>; buried: number } => {
  const threads = new Set<string>();
  const texts: string[] = [];
  let buried = 0;
  for (const { messageId, because } of gone) {
    const row = findMessage(tx, messageId);
    if (!row) continue;
    for (const id of sightings(tx, account, row.remote_id, because)) {
      const emptied = emptyMessage(tx, id, { at, because });
      if (!emptied) continue;
      buried += 1;
      texts.push(...emptied.texts);
      if (emptied.threadId !== null) threads.add(emptied.threadId);
    }
    dropFromQuarantine(tx, [row.remote_id, row.version_id]);
  }
  if (buried > 0) rewriteDrafts(tx, at, threads, rememberGone(tx.db, at, texts));
  return { threads, buried };
};

/** Several brands may have been told the same post. What is only protected may be open to the others. */
const sightings = (
  db: Reader,
  account: AccountRow,
  remoteId: string,
  because: GoneBecause,
): readonly string[] =>
  because === 'protected'
    ? [messageIdOf(account.id, 'post', remoteId)]
    : db
        .all<{ id: string }>('SELECT id FROM accounts WHERE provider = ?', account.provider)
        .map(({ id }) => messageIdOf(id, 'post', remoteId));
