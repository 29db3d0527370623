import type { Ms, Stream } from '../../../shared/model.ts';
import type { Budget } from '../../providers/provider.ts';

/** The network counts calls in windows of this length. */
const windowMs = 900_000;

/** Never more often than this, however generous the budget: fresher would not be noticed, only paid for. */
const atLeastMs: Record<Stream, number> = { mentions: 5_000, own: 15_000, direct: 5_000 };

/** Never less often than this, however quiet the night, as long as the network allows it. */
export const slowestMs: Record<Stream, number> = { mentions: 60_000, own: 180_000, direct: 120_000 };

/** Until the network told its limit. Direct messages: 15 calls in 15 minutes, measured in the documentation. */
const usualLimit: Record<Stream, number> = { mentions: 300, own: 900, direct: 15 };

/** A tenth of the budget stays for an agent's own "fetch now" and for reading back after a doubtful send. */
const reserve = 1.1;

/** A stream on which nothing has happened for twenty minutes is asked once a minute. */
const quietShare = 20;

/** When an account last had something to tell or to send. */
export type Activity = { lastAt: Ms };

/**
 * When to ask next after an answer: an even spread over what every window still allows, slower the longer nothing happened,
 * a little jittered so that accounts do not march in step. A window that is used up is waited for.
 */
export const nextAfter = (
  stream: Stream,
  budget: Budget,
  { lastAt }: Activity,
  now: Ms,
  random: number,
): Ms => {
  const even = (windowMs / (budget.limit ?? usualLimit[stream])) * reserve;
  const quiet = Math.min(slowestMs[stream], Math.max(0, now - lastAt) / quietShare);
  const windows = [budget, ...(budget.day === null ? [] : [budget.day])];
  const spread = windows.map((window) => spreadOf(window, now));
  const interval = Math.max(atLeastMs[stream], even, quiet, ...spread) * (0.95 + 0.1 * random);
  const usedUp = usedUpUntil(budget, now);
  // Networks tell whole seconds, and their clock is not ours.
  return Math.max(now + Math.round(interval), usedUp === 0 ? 0 : usedUp + Math.round(1000 * random));
};

/** What is left, evenly over the time until there is more. */
const spreadOf = ({ left, resetAt }: Pick<Budget, 'left' | 'resetAt'>, now: Ms): number =>
  left === null || resetAt === null || resetAt <= now ? 0 : (resetAt - now) / Math.max(1, left);

/** Epoch ms before which the network would refuse; 0: now is fine. */
export const usedUpUntil = ({ left, resetAt, day }: Budget, now: Ms): Ms =>
  Math.max(
    0,
    ...[{ left, resetAt }, ...(day === null ? [] : [day])].flatMap((window) =>
      window.left === 0 && window.resetAt !== null && window.resetAt > now ? [window.resetAt] : [],
    ),
  );

const firstBackoffMs = 3_000;
const longestBackoffMs = 300_000;

/** After the n-th failure in a row (from 1): doubling, with full jitter in the upper half so that desks do not march in step. */
export const backoff = (failures: number, random: number): number => {
  const full = Math.min(longestBackoffMs, firstBackoffMs * 2 ** Math.min(failures - 1, 10));
  return Math.round(full * (0.5 + 0.5 * random));
};
