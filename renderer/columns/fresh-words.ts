import type { AccountState, Ms } from '../../shared/model.ts';
import { exactTime, until } from '../ui/time.ts';

export type Freshness = {
  asOf: Ms | null;
  nextAt: Ms | null;
  calls: { left: number; limit: number } | null;
  trouble: string | null;
};

/** A column is as fresh as the stalest stream that feeds it, and its calls are those of the scarcest. */
export const freshnessOf = (accounts: readonly AccountState[]): Freshness => {
  const streams = accounts.flatMap((account) => account.streams).filter(({ stream }) => stream !== 'own');
  const paused = accounts.find(({ account }) => account.pausedBecause !== null)?.account;
  const troubled = streams.find(({ trouble }) => trouble !== null);
  const scarcest = streams
    .flatMap(({ callsLeft, callsLimit }) =>
      callsLeft === null || callsLimit === null ? [] : [{ left: callsLeft, limit: callsLimit }],
    )
    .sort((a, b) => a.left / a.limit - b.left / b.limit)[0];
  return {
    asOf: streams.some(({ asOf }) => asOf === null) ? null : least(streams.map(({ asOf }) => asOf)),
    nextAt: paused ? null : least((troubled ? [troubled] : streams).map(({ nextAt }) => nextAt)),
    calls: scarcest ?? null,
    trouble: paused ? `@${paused.handle} is paused: ${paused.pausedBecause}` : (troubled?.trouble ?? null),
  };
};

export const freshnessWords = ({ asOf, nextAt, calls, trouble }: Freshness, now: Ms): string => {
  const next = nextAt !== null && (nextAt > now ? `next ${until(nextAt, now)}` : 'fetching');
  // When it goes on comes first: the reason may be longer than the head is wide.
  if (trouble !== null) return [next, trouble].filter(Boolean).join(' · ');
  const parts = [
    asOf === null ? 'not fetched yet' : exactTime(asOf),
    next,
    calls && `${calls.left} of ${calls.limit} calls left`,
  ];
  return parts.filter(Boolean).join(' · ');
};

const least = (times: readonly (Ms | null)[]): Ms | null => {
  const told = times.filter((time) => time !== null);
  return told.length === 0 ? null : Math.min(...told);
};
