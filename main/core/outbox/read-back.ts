import { ProviderFailure, type Charge, type Connection } from '../../providers/provider.ts';
import { getAccount } from '../accounts/rows.ts';
import type { Desk } from '../desk.ts';
import { failpoint } from '../failpoint.ts';
import { ingestLookup } from '../ingest/ingest.ts';
import { getItem } from './rows.ts';

export type ReadBack = {
  /** Only a complete reading proves that something is absent. */
  isComplete: boolean;
  /** When the network listens again, if it said so. */
  retryAt: number | null;
  auth: string | null;
  cost: readonly Charge[];
};

/**
 * Reads the account's own messages from where they stood before the attempt, not from where the stream stands now: a post
 * that the network was slow to show may be older than others that were read since. The stream's cursor stays where it is.
 */
export const readBack = async (desk: Desk, connection: Connection, id: string): Promise<ReadBack> => {
  const { account_id, kind, since_cursor } = getItem(desk.db, id);
  const cost: Charge[] = [];
  failpoint('outbox.reading');
  try {
    let cursor = since_cursor;
    for (;;) {
      const page = await connection.poll(kind === 'dm' ? 'direct' : 'own', cursor);
      cost.push(...page.cost);
      ingestLookup(desk, getAccount(desk.db, account_id), { ...page, cost: [], gone: [] });
      cursor = page.cursor;
      if (!page.hasMore) break;
    }
    failpoint('outbox.read');
    return { isComplete: true, retryAt: null, auth: null, cost };
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    const auth = error.kind === 'auth' ? error.message : null;
    return { isComplete: false, retryAt: error.retryAt, auth, cost };
  }
};
