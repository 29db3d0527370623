import type { Ms, Stream } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { putGap, type GapRow } from './rows.ts';

/** What one answer of a network says about what may be missing. */
export type Told = {
  accountId: string;
  stream: Stream;
  /** The network does not give this span any more. */
  gap: { from: Ms | null; to: Ms } | null;
  /** More is waiting: everything between what was complete and the oldest that has come now. */
  pending: { from: Ms | null; to: Ms } | null;
};

/**
 * Keeps the rows in line with an answer: what is being fetched shrinks as it comes and ends when all is here; what is lost
 * stays until somebody has taken note, and is not told twice.
 */
export const noteGaps = (tx: Tx, told: Told, at: Ms, makeId: () => string): void => {
  const open = openGap(tx, told, 'fetching');
  if (told.pending) {
    const { from, to } = told.pending;
    if (!open) putGap(tx, { ...made(told, 'fetching', makeId(), at), from_at: from, until_at: to });
    else if (to < open.until_at) putGap(tx, { ...open, until_at: to });
  } else if (open) putGap(tx, { ...open, ended_at: at });
  if (told.gap) lose(tx, told, told.gap, at, makeId);
};

const lose = (
  tx: Tx,
  told: Told,
  { from, to }: { from: Ms | null; to: Ms },
  at: Ms,
  makeId: () => string,
): void => {
  if (isKnown(tx, told, from, to)) return;
  const open = openGap(tx, told, 'lost');
  const isOne = open && open.until_at >= (from ?? -Infinity) && (open.from_at ?? -Infinity) <= to;
  if (!isOne) return putGap(tx, { ...made(told, 'lost', makeId(), at), from_at: from, until_at: to });
  const from_at = open.from_at === null || from === null ? null : Math.min(open.from_at, from);
  putGap(tx, { ...open, from_at, until_at: Math.max(open.until_at, to) });
};

/** Told before: shown still, or somebody has taken note. */
const isKnown = (db: Reader, { accountId, stream }: Told, from: Ms | null, to: Ms): boolean =>
  db.find(
    "SELECT 1 FROM gaps WHERE account_id = ? AND stream = ? AND kind = 'lost' AND until_at >= ? " +
      'AND (from_at IS NULL OR from_at <= ?)',
    accountId,
    stream,
    to,
    from ?? Number.MIN_SAFE_INTEGER,
  ) !== undefined;

const openGap = (
  db: Reader,
  { accountId, stream }: Pick<Told, 'accountId' | 'stream'>,
  kind: GapRow['kind'],
): GapRow | undefined =>
  db.find<GapRow>(
    'SELECT * FROM gaps WHERE ended_at IS NULL AND account_id = ? AND stream = ? AND kind = ? ORDER BY until_at DESC LIMIT 1',
    accountId,
    stream,
    kind,
  );

/** Whether a back-fill was begun that has not come to its end. */
export const isFetching = (db: Reader, accountId: string, stream: Stream): boolean =>
  openGap(db, { accountId, stream }, 'fetching') !== undefined;

const made = (
  { accountId, stream }: Told,
  kind: GapRow['kind'],
  id: string,
  at: Ms,
): Omit<GapRow, 'from_at' | 'until_at' | 'revision'> => ({
  id,
  account_id: accountId,
  stream,
  kind,
  reason: kind === 'fetching' ? 'These messages are being fetched, newest first.' : lostBecause[stream],
  found_at: at,
  ended_at: null,
  ended_by: null,
});

/** In words; how far back a network reaches is a rule of its own. */
const lostBecause: Record<Stream, string> = {
  mentions: 'The network shows only the newest 800 mentions, and more had come in the meantime.',
  own: 'The network shows only the newest 3,200 of the account’s own posts.',
  direct: 'The network shows direct messages of the last 30 days only.',
};
