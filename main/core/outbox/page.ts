import type { OutboxPage, Parsed } from '../../../shared/api.ts';
import type { Reader } from '../../db/db.ts';
import { itemOf, shown, type Shown } from './shown.ts';

/** The outbox, newest state first: each state is read by its own stretch of one index, and they are laid together. */
export const outboxPage = (db: Reader, { states, after, limit }: Parsed<'outbox.page'>): OutboxPage => {
  const rows = states
    .flatMap((state) =>
      after === null
        ? db.all<Shown>(
            `${shown} WHERE o.state = ? ORDER BY o.state_at DESC, o.id DESC LIMIT ?`,
            state,
            limit + 1,
          )
        : db.all<Shown>(
            `${shown} WHERE o.state = ? AND (o.state_at, o.id) < (?, ?) ORDER BY o.state_at DESC, o.id DESC LIMIT ?`,
            state,
            after.stateAt,
            after.id,
            limit + 1,
          ),
    )
    .toSorted((a, b) => b.state_at - a.state_at || (a.id < b.id ? 1 : -1));
  return {
    items: rows.slice(0, limit).map((row) => itemOf(db, row)),
    hasMore: rows.length > limit,
  };
};
