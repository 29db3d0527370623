import type { Tx } from '../../db/db.ts';
import { bookOf } from '../clocks/rows.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { routed, routingOf } from './routing.ts';

/**
 * What agents set may bring a thread under another rule: its priority, its tags, reopening it. Part of settling, so that
 * every way of setting and of taking back comes through here. A queue that is set says its own word.
 */
export const rerouted = (
  tx: Tx,
  before: ThreadRow,
  after: ThreadRow,
  change: Partial<ThreadRow>,
): ThreadRow => {
  const routing = routingOf(tx);
  if (routing === null || after.is_open === 0 || 'queue_id' in change) return after;
  const matters =
    before.is_open === 0 ||
    // It begins elsewhere: merged, or split.
    before.first_at !== after.first_at ||
    (before.priority !== after.priority && routing.asks.has('priorities')) ||
    (before.tags !== after.tags && routing.asks.has('customerTags'));
  return matters ? { ...after, ...routed(tx, after) } : after;
};

/** The customer's other open threads, whose rules and policies may ask for the tags that have just changed. */
export const otherOpen = (tx: Tx, before: ThreadRow, after: ThreadRow): ThreadRow[] =>
  before.tags !== after.tags &&
  (routingOf(tx)?.asks.has('customerTags') || bookOf(tx).find.asks.has('customerTags'))
    ? tx.all<ThreadRow>(
        'SELECT * FROM threads WHERE customer_id = ? AND is_open = 1 AND id <> ?',
        after.customer_id,
        after.id,
      )
    : [];
