import type { Ms, Stream } from '../../../shared/model.ts';
import type { Budget } from '../../providers/provider.ts';

/** The network counts calls in windows of this length. */
const windowMs = 900_000;

/** Never more often than this, however generous the budget: fresher would not be noticed, only paid for. */
const atLeastMs: Record<Stream, number> = { mentions: 5_000, own: 15_000, direct: 5_000 };

/** Until the network told its limit. Direct messages: 15 calls in 15 minutes, measured in the documentation. */
const usualLimit: Record<Stream, number> = { mentions: 300, own: 900, direct: 15 };

/** A tenth of the budget stays for an agent's own "fetch now" and for reading back after a doubtful send. */
const reserve = 1.1;

/** When to ask next after an answer: an even spread over what the window still allows, a little jittered. */
export const nextAfter = (stream: Stream, budget: Budget, now: Ms, random: number): Ms => {
  const even = (windowMs / (budget.limit ?? usualLimit[stream])) * reserve;
  const left =
    budget.left !== null && budget.resetAt !== null ? (budget.resetAt - now) / Math.max(1, budget.left) : 0;
  return now + Math.round(Math.max(atLeastMs[stream], even, left) * (0.95 + 0.1 * random));
};

const firstBackoffMs = 3_000;
const longestBackoffMs = 300_000;

/** After the n-th failure in a row (from 1): doubling, with full jitter in the upper half so that desks do not march in step. */
export const backoff = (failures: number, random: number): number => {
  const full = Math.min(longestBackoffMs, firstBackoffMs * 2 ** (failures - 1));
  return Math.round(full * (0.5 + 0.5 * random));
};
