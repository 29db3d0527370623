import { AppError } from '../../../shared/errors.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import {
  ProviderFailure,
  type Budget,
  type Charge,
  type Connection,
  type Outgoing,
} from '../../providers/provider.ts';
import { putDirection, writing } from '../accounts/directions.ts';
import type { Desk } from '../desk.ts';
import { failpoint } from '../failpoint.ts';
import { uploadsOfItem } from '../uploads/rows.ts';
import { settleMs } from './doubt.ts';
import { assertSeen, assertThere } from './guard.ts';
import { mark, type Change } from './mark.ts';
import { learnRefused } from './rights.ts';
import { findItem, getItem, type OutboxRow } from './rows.ts';
import { accept, hasTurnedUp, settleTurnedUp } from './turned-up.ts';

/** What the one attempt came to, for the scheduler: when this account may send again. */
export type Attempt = {
  kind: OutboxRow['state'];
  /** Nothing of this kind may leave before then; null: at once. */
  pauseUntil: Ms | null;
  /** The network can't be reached: nothing of any kind leaves. */
  isOutage: boolean;
  /** The network says that what was answered is not there. */
  isTargetGone: boolean;
  /** Why the network refused our sign-in; null: it did not. */
  auth: string | null;
  cost: readonly Charge[];
};

const isSent = { kind: 'sent', isOutage: false, isTargetGone: false, auth: null } as const;

/**
 * One attempt for one item. `sending` is committed before the request leaves, so a crash can never lead to a second
 * post: what was `sending` then is `uncertain` at the next start.
 */
export const attempt = async (desk: Desk, connection: Connection, id: string): Promise<Attempt> => {
  if (hasTurnedUp(desk, id)) return { ...isSent, pauseUntil: null, cost: [] };
  const stopped = whyStopped(desk.db, getItem(desk.db, id));
  if (stopped) return settleAs(desk, id, { state: 'failed', code: stopped.code, reason: stopped.message });
  failpoint('outbox.before-mark');
  const row = begin(desk, getItem(desk.db, id));
  failpoint('outbox.marked');
  try {
    const { remoteId, budget, cost } = await connection.send(outgoing(desk.db, row));
    failpoint('outbox.answered');
    accept(desk, id, remoteId);
    failpoint('outbox.accepted');
    return { ...isSent, pauseUntil: spentUntil(budget), cost };
  } catch (error) {
    const settled = settleAs(desk, id, outcome(desk, row, error), error);
    failpoint('outbox.settled');
    // It may have been read back while its answer was waited for.
    return settled.kind === 'uncertain' && hasTurnedUp(desk, id)
      ? { ...isSent, pauseUntil: null, cost: [] }
      : settled;
  }
};

/**
 * Whatever was in the air when the program ended, or when its outcome could not be stored, may have arrived: nobody
 * guesses. Call it only while nothing of this account is being attempted.
 */
export const recover = (desk: Desk, accountId: string): void => {
  const all = inTheAir(desk.db, accountId);
  for (const { id } of all) {
    mark(desk, id, {
      state: 'uncertain',
      reason: 'Earshot stopped while this was being sent. Checking with the network.',
      doubts: getItem(desk.db, id).doubts + 1,
      next_check_at: desk.now() + settleMs,
    });
  }
  if (all.length > 0) settleTurnedUp(desk, accountId);
};

export const inTheAir = (db: Reader, accountId: string): { id: string }[] =>
  db.all<{ id: string }>("SELECT id FROM outbox WHERE state = 'sending' AND account_id = ?", accountId);

/** The thread is not as its author saw it. A chain that has begun goes on: half an answer helps nobody. */
const whyStopped = (db: Reader, row: OutboxRow): AppError | null => {
  if (row.part > 1 || row.thread_id === null) return null;
  try {
    assertThere(db, row.thread_id, row.in_reply_to);
    assertSeen(db, row);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
};

/** Commits the mark, and what reading back needs to know of the moment before. */
const begin = (desk: Desk, row: OutboxRow): OutboxRow => {
  const before = row.after_id === null ? undefined : findItem(desk.db, row.after_id);
  return mark(desk, row.id, {
    state: 'sending',
    attempt_at: desk.now(),
    ended_at: null,
    read_at: null,
    checks: 0,
    code: null,
    reason: null,
    // A further part answers the one before; where that has no name known here, what the first one answers.
    ...(before && row.kind === 'post' && { in_reply_to: before.remote_id ?? before.in_reply_to }),
    ...(row.since_seq === 0 && whereWeStand(desk.db, row)),
  });
};

/** What was read of the account's own messages so far: what is sent from now on comes after it. */
export const whereWeStand = (
  db: Reader,
  { account_id, kind }: OutboxRow,
): Pick<OutboxRow, 'since_seq' | 'since_cursor'> => ({
  since_seq: db.find<{ seq: number | null }>('SELECT max(seq) AS seq FROM messages')?.seq ?? 0,
  since_cursor:
    db.find<{ value: string | null }>(
      'SELECT value FROM cursors WHERE account_id = ? AND stream = ?',
      account_id,
      kind === 'dm' ? 'direct' : 'own',
    )?.value ?? null,
});

const outgoing = (db: Reader, row: OutboxRow): Outgoing => {
  const mediaIds = uploadsOfItem(db, row.id).flatMap(({ remote_id }) => remote_id ?? []);
  return row.kind === 'post'
    ? { kind: 'post', text: row.text, inReplyToRemoteId: row.in_reply_to, mediaIds }
    : { kind: 'dm', text: row.text, toRemoteId: row.to_remote_id ?? '', mediaId: mediaIds[0] ?? null };
};

/** Only a definite refusal means "not sent"; everything doubtful is `uncertain`. */
const outcome = (desk: Desk, row: OutboxRow, error: unknown): Change => {
  const doubtful = {
    state: 'uncertain' as const,
    doubts: row.doubts + 1,
    next_check_at: desk.now() + settleMs,
  };
  if (!(error instanceof ProviderFailure)) {
    desk.onTrouble(error);
    const reason = 'Something broke after this was handed to the network. Checking whether it arrived.';
    return { ...doubtful, code: 'internal', reason };
  }
  const { kind, message: reason, retryAt, detail } = error;
  switch (kind) {
    case 'rate-limited':
      return { state: 'queued', code: kind, reason, not_before: retryAt ?? desk.now() + 60_000 };
    case 'network':
      return { state: 'queued', code: kind, reason, not_before: desk.now() + 10_000 };
    case 'auth':
      return { state: 'queued', code: kind, reason, not_before: desk.now() + 60_000 };
    case 'rejected':
    case 'gone':
      // The network has this text: perhaps from the attempt whose answer we never got.
      if (detail === 'duplicate' && row.doubts > 0) {
        return { state: 'uncertain', code: 'duplicate', reason, next_check_at: desk.now() };
      }
      return { state: 'failed', code: kind, reason };
    case 'unknown-outcome':
      return { ...doubtful, code: kind, reason };
  }
};

const settleAs = (desk: Desk, id: string, change: Change, error?: unknown): Attempt => {
  const detail = error instanceof ProviderFailure ? error.detail : null;
  mark(desk, id, { ...change, ended_at: desk.now() }, (tx, at, row) => {
    learnRefused(tx, at, row, detail);
    if (change.code === 'auth') {
      putDirection(tx, at, row.account_id, writing(row.kind), 'refused', change.reason ?? null);
    }
  });
  const isOutage = change.code === 'network';
  return {
    kind: change.state,
    pauseUntil: change.code === 'rate-limited' || isOutage ? (change.not_before ?? null) : null,
    isOutage,
    isTargetGone: detail === 'deleted-target',
    auth: change.code === 'auth' ? (change.reason ?? null) : null,
    cost: [],
  };
};

/** When the window that is used up begins anew; null: there is room. */
const spentUntil = ({ left, resetAt, day }: Budget): Ms | null => {
  const ends = [left === 0 ? resetAt : null, day?.left === 0 ? day.resetAt : null];
  const known = ends.filter((end) => end !== null);
  return known.length === 0 ? null : Math.max(...known);
};
