import { measure } from '../../../shared/compose.ts';
import { AppError } from '../../../shared/errors.ts';
import type { MessageKind, Ms } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import { readSettings } from '../settings.ts';

const dayMs = 86_400_000;

/** Throws `bad-input` for nothing to say or a time that has passed, `too-long` over the network's limit. */
export const assertScheduled = (kind: MessageKind, signed: string, at: Ms, now: Ms): void => {
  if (signed.trim() === '') throw new AppError('bad-input', 'There is nothing to send yet.');
  const { used, limit, isTooLong } = measure(kind, signed);
  if (isTooLong) {
    throw new AppError('too-long', `This is ${used - limit} over the limit of ${limit}. Your text is kept.`);
  }
  if (at <= now) throw new AppError('bad-input', 'This time has passed. Choose a later one, or send it now.');
};

/** Throws `not-allowed` with the words of `overCap`. */
export const assertUnderCap = (db: Reader, accountId: string, at: Ms, except: string | null = null): void => {
  const why = overCap(db, accountId, at, except);
  if (why !== null) throw new AppError('not-allowed', why);
};

/**
 * So many messages of one account may leave by themselves on one day of the network (UTC): a support account is no
 * broadcast. In words, or null when there is room; `except` is the one that gives way.
 */
export const overCap = (db: Reader, accountId: string, at: Ms, except: string | null): string | null => {
  const { perDay } = readSettings(db).schedules;
  return countOn(db, accountId, at, except) < perDay
    ? null
    : `${perDay} messages are scheduled for this account on that day already, and no more are allowed. Choose another day.`;
};

/** What is to leave, or has left, on the day of this moment. */
const countOn = (db: Reader, accountId: string, at: Ms, except: string | null): number => {
  const from = at - (at % dayMs);
  return (
    db.find<{ n: number }>(
      "SELECT count(*) AS n FROM schedules WHERE account_id = ? AND state IN ('waiting', 'approved', 'queued') " +
        'AND at >= ? AND at < ? AND id IS NOT ?',
      accountId,
      from,
      from + dayMs,
      except,
    )?.n ?? 0
  );
};
