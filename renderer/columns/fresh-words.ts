import type { AccountState, Ms } from '../../shared/model.ts';
import { clockTime, exactTime, until } from '../ui/time.ts';

export type Freshness = {
  asOf: Ms | null;
  nextAt: Ms | null;
  calls: { left: number; limit: number } | null;
  trouble: string | null;
  /** An answer has been waited for longer than two seconds. */
  isSlow: boolean;
  /** Every account is paused: nothing goes on by itself. */
  isPaused: boolean;
  /** A brand that is paused, and why, while others go on: what else is said here is about those others. */
  pausedBrand: { handle: string; because: string } | null;
};

/** A column is as fresh as the stalest stream that feeds it, and its calls are those of the scarcest. */
export const freshnessOf = (accounts: readonly AccountState[]): Freshness => {
  const paused = accounts.find(({ account }) => account.pausedBecause !== null)?.account;
  const running = accounts.filter(({ account }) => account.pausedBecause === null);
  if (paused && running.length > 0) {
    const pausedBrand = { handle: paused.handle, because: paused.pausedBecause ?? '' };
    return { ...freshnessOf(running), pausedBrand };
  }
  const streams = accounts.flatMap((account) => account.streams).filter(({ stream }) => stream !== 'own');
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
    isSlow: streams.some(({ isSlow }) => isSlow),
    isPaused: paused !== undefined,
    pausedBrand: null,
  };
};

/** Nothing stands still and nothing went wrong. */
export const isWell = ({ trouble, pausedBrand }: Freshness): boolean =>
  trouble === null && pausedBrand === null;

/** What fits into the head of a column, the most important first, because the end may be cut off. */
export const freshnessWords = (fresh: Freshness, now: Ms): string =>
  joined(fresh.pausedBrand && `@${fresh.pausedBrand.handle} is paused`, goingOn(fresh, now));

const goingOn = (fresh: Freshness, now: Ms): string => {
  const { asOf, nextAt, calls, trouble, isSlow, isPaused } = fresh;
  if (trouble !== null) {
    const known = isPaused ? undefined : troubles.find(({ says }) => says.test(trouble));
    return joined(
      known?.short ?? trouble,
      nextAt !== null && (known?.isLimit ? `goes on ${clockTime(nextAt)}` : againIn(nextAt, now)),
      asOf !== null && `as of ${exactTime(asOf)}`,
    );
  }
  return joined(
    isSlow && 'X is slow to answer',
    asOf === null ? 'not fetched yet' : exactTime(asOf),
    !isSlow && nextAt !== null && (nextAt > now ? `next ${until(nextAt, now)}` : 'fetching'),
    calls && `${calls.left} of ${calls.limit} calls left`,
  );
};

/** The same with the whole reason, where there is room for it. */
export const freshnessTitle = (freshness: Freshness, now: Ms): string => {
  const words = freshnessWords(freshness, now);
  const { trouble, pausedBrand } = freshness;
  return [
    words,
    trouble !== null && !words.includes(trouble) && trouble,
    pausedBrand && `@${pausedBrand.handle} is paused: ${pausedBrand.because}`,
  ]
    .filter(Boolean)
    .join('\n');
};

/** The state of the network in one calm word, for the status line; the heads of the columns and `Connections` say the rest. */
export const stateWord = ({ trouble, isSlow, isPaused, pausedBrand }: Freshness): string => {
  if (isPaused) return 'Paused';
  if (trouble !== null) return troubles.find(({ says }) => says.test(trouble))?.word ?? 'Trouble';
  if (pausedBrand !== null) return 'Paused';
  return isSlow ? 'Slow' : 'Online';
};

// The poller's words, cut to what an agent needs at a glance.
const troubles: readonly { says: RegExp; short: string; word: string; isLimit?: boolean }[] = [
  { says: /^can’t reach/i, short: 'Can’t reach X', word: 'Offline' },
  { says: /limit .*used up/i, short: 'Limit used up', word: 'Waiting', isLimit: true },
  { says: /refused our sign-in/i, short: 'X refused our sign-in', word: 'Refused' },
  { says: /refused this/i, short: 'X refused to answer', word: 'Refused' },
  { says: /older than the network still shows/i, short: 'Messages may be missing', word: 'Online' },
];

const againIn = (nextAt: Ms, now: Ms): string =>
  nextAt > now ? `again in ${until(nextAt, now)}` : 'trying again';

const joined = (...parts: (string | false | null)[]): string => parts.filter(Boolean).join(' · ');

const least = (times: readonly (Ms | null)[]): Ms | null => {
  const told = times.filter((time) => time !== null);
  return told.length === 0 ? null : Math.min(...told);
};
