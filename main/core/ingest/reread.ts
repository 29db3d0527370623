import type { Stream } from '../../../shared/model.ts';
import type { Connection, RemoteMessage } from '../../providers/provider.ts';
import { getAccount } from '../accounts/rows.ts';
import type { Desk } from '../desk.ts';
import { ingestReread } from './ingest.ts';
import { keepAside, quarantined, type StillUnread } from './quarantine.ts';

/** How many were taken in, and how many are still put aside. */
export type Reread = { read: number; left: number };

type Kept = { id: string; stream: Stream; remote_id: string | null; raw: string };

/** So many at a time: fewer than a frame's worth, and names are asked for together. */
const perStep = 50;

/**
 * Reads what could not be read when it came, with the program as it is now. What parses takes the usual road, so that a
 * message which came whole in the meantime is not there twice; what does not stays, with its new reason.
 */
export const reread = async (
  desk: Desk,
  accountId: string,
  connection: Connection,
  version: string,
  which: 'all' | 'unread by this version',
): Promise<Reread> => {
  let read = 0;
  let after = '';
  for (;;) {
    const kept = desk.db.all<Kept>(
      'SELECT id, stream, remote_id, raw FROM quarantine WHERE account_id = ? AND id > ? ' +
        `AND (? OR tried_with IS NULL OR tried_with <> ?) ORDER BY id LIMIT ${perStep}`,
      accountId,
      after,
      which === 'all' ? 1 : 0,
      version,
    );
    const last = kept.at(-1);
    if (!last) return { read, left: quarantined(desk.db, accountId) };
    after = last.id;
    const { results, identities, cost } = await connection.reread(kept);
    const messages: RemoteMessage[] = [];
    const done: string[] = [];
    const still: StillUnread[] = [];
    for (const [at, { id }] of kept.entries()) {
      const result = results[at];
      if (!result || result.at === 'unreadable')
        still.push({ id, reason: result?.reason ?? 'It was not read.' });
      else {
        done.push(id);
        if (result.at === 'message') messages.push(result.message);
      }
    }
    const content = { messages, identities, unreadable: [], cost };
    if (done.length > 0) ingestReread(desk, getAccount(desk.db, accountId), content, done);
    keepAside(desk, accountId, still, version);
    read += messages.length;
  }
};
