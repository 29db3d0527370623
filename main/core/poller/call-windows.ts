import type { Ms, Stream } from '../../../shared/model.ts';
import type { Db, Reader } from '../../db/db.ts';
import type { Budget } from '../../providers/provider.ts';

type Row = { name: string; allowed: number; remaining: number; reset_at: Ms; as_of: Ms };

/** The only file that writes `call_windows`. What the network allowed last; a window that is over by now is not told. */
export const knownBudget = (db: Reader, accountId: string, stream: Stream, now: Ms): Budget => {
  const find = (name: string) => {
    const row = db.find<Row>(
      'SELECT * FROM call_windows WHERE account_id = ? AND name = ? AND reset_at > ?',
      accountId,
      name,
      now,
    );
    return row && { left: row.remaining, limit: row.allowed, resetAt: row.reset_at };
  };
  const none = { left: null, limit: null, resetAt: null };
  return { ...(find(stream) ?? none), day: find(dayName(stream)) ?? null };
};

/** So often a window with plenty left is worth a write. */
const seldomMs = 60_000;

/**
 * Remembers what an answer told of its windows, so that a restart does not ask as if nothing had been used: each time where
 * calls are scarce, once a minute where they are not.
 */
export const keepBudget = (db: Db, accountId: string, stream: Stream, budget: Budget, now: Ms): void => {
  const { left, limit, resetAt, day } = budget;
  const rows = [
    ...(left === null || limit === null || resetAt === null ? [] : [{ name: stream, left, limit, resetAt }]),
    ...(day === null ? [] : [{ name: dayName(stream), ...day }]),
  ].filter((row) => isWorthIt(db, accountId, row, now));
  if (rows.length === 0) return;
  db.transaction((tx) => {
    for (const row of rows) {
      tx.db
        .statement(
          'INSERT OR REPLACE INTO call_windows (account_id, name, allowed, remaining, reset_at, as_of) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .run(accountId, row.name, row.limit, row.left, row.resetAt, now);
    }
  });
};

const dayName = (stream: Stream): string => `${stream}/24h`;

const isWorthIt = (
  db: Reader,
  accountId: string,
  { name, left, limit }: { name: string; left: number; limit: number },
  now: Ms,
): boolean => {
  if (left < limit / 4 || limit <= 20) return true;
  const known = db.find<{ as_of: Ms }>(
    'SELECT as_of FROM call_windows WHERE account_id = ? AND name = ?',
    accountId,
    name,
  );
  return known === undefined || Math.abs(now - known.as_of) >= seldomMs;
};
