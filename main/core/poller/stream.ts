import type { Ms, Stream, StreamState } from '../../../shared/model.ts';
import { ProviderFailure, type Connection, type Poll } from '../../providers/provider.ts';
import { learnDirection } from '../accounts/directions.ts';
import type { Desk } from '../desk.ts';
import { failpoint } from '../failpoint.ts';
import { isFetching } from '../gaps/found.ts';
import { ingestInSlices } from '../ingest/slices.ts';
import { createAncestors } from './ancestors.ts';
import { keepBudget, knownBudget } from './call-windows.ts';
import { backoff, nextAfter, usedUpUntil, type Activity } from './pace.ts';
import { spend } from './spending.ts';
import { directionOf, troubleOf, unkeptWords } from './trouble.ts';

/** One stream of one account: what it last said, and when it is asked again. */
export type StreamReader = {
  readonly state: StreamState;
  /** Epoch ms; in the past when it is due. */
  readonly dueAt: Ms;
  /** Reads what is new, page by page. Never throws for a network's failure; a second call waits for the first. */
  read(): Promise<Reading>;
  /** As soon as the network allows. */
  hurry(): void;
  /** The clock has jumped: the machine slept, or was set. What was planned by the old time is void. */
  woke(): void;
};

export type Reading = { isComplete: boolean; failure: ProviderFailure | null };

export type Around = {
  changed(): void;
  /** The network takes this account's sign-in no more. */
  refused(reason: string): void;
  /** Shared by the streams of an account: where something happens, all are read quicker. */
  activity?: Activity;
  /** Between two pages: resolves when nothing more urgent waits for this account. */
  turn?(): Promise<void>;
};

/** An answer that takes longer is said to be slow. */
export const slowMs = 2_000;

export const createReader = (
  desk: Desk,
  accountId: string,
  stream: Stream,
  connection: Connection,
  { changed, refused, turn, activity = { lastAt: desk.now() } }: Around,
): StreamReader => {
  const known = desk.db.find<{ value: string | null; as_of: Ms }>(
    'SELECT value, as_of FROM cursors WHERE account_id = ? AND stream = ?',
    accountId,
    stream,
  );
  const ancestors = createAncestors(desk, accountId, connection);
  const budget = knownBudget(desk.db, accountId, stream, desk.now());
  let cursor = known?.value ?? null;
  let notBefore = usedUpUntil(budget, desk.now());
  let dueAt = Math.max(notBefore, desk.now());
  let failures = 0;
  let under: Promise<Reading> | undefined;
  /** Up to when everything is here; null: it never was. */
  let completeAt: Ms | null = known?.as_of ?? null;
  let isFilling = isFetching(desk.db, accountId, stream);
  let state: StreamState = {
    stream,
    asOf: known?.as_of ?? null,
    nextAt: dueAt,
    callsLeft: budget.left,
    callsLimit: budget.limit,
    day: budget.day,
    isSlow: false,
    trouble: null,
  };

  const show = (change: Partial<StreamState>): void => {
    state = { ...state, ...change, nextAt: dueAt };
    changed();
  };

  const ask = async (): Promise<Poll> => {
    const timer = setTimeout(() => show({ isSlow: true }), slowMs);
    try {
      return await connection.poll(stream, cursor);
    } finally {
      clearTimeout(timer);
      if (state.isSlow) state = { ...state, isSlow: false };
    }
  };

  /** Takes one answer in; returns what was answered there but never came. */
  const take = async (answer: Poll, incomplete: number): Promise<string[]> => {
    // A page or two more is no gap; a back-fill that goes on, or has to wait for its limit, is one.
    const isPending = answer.hasMore && completeAt !== null && (incomplete > 1 || isSpent(answer));
    const isNews = answer.messages.length + answer.unreadable.length > 0 || answer.cursor !== cursor;
    if (!isNews && !answer.gap && isFilling === isPending) {
      if (answer.cost.length > 0) desk.db.transaction((tx) => spend(tx, accountId, desk.now(), answer.cost));
      return [];
    }
    const oldest = Math.min(desk.now(), ...answer.messages.map(({ createdAt }) => createdAt));
    // While a back-fill that was begun goes on, its row stays as it is until there is something to say.
    const pending = isPending
      ? { from: completeAt, to: oldest }
      : answer.hasMore && isFilling
        ? undefined
        : null;
    const told = { ...answer, ...(pending !== undefined && { pending }) };
    const { missing, arrived } = await ingestInSlices(desk, accountId, stream, told, cursor);
    failpoint('poll.taken');
    if (arrived > 0) activity.lastAt = Math.max(activity.lastAt, desk.now());
    isFilling = isPending || (isFilling && answer.hasMore);
    return missing;
  };

  const readAll = async (): Promise<Reading> => {
    try {
      for (let incomplete = 1; ; incomplete += 1) {
        const answer = await ask();
        failpoint('poll.answered');
        // The next is asked so long after this answer, not after it was taken in: what is slow to take in must not fall behind.
        const answeredAt = desk.now();
        const missing = await take(answer, incomplete);
        const now = desk.now();
        cursor = answer.cursor;
        failures = 0;
        if (!answer.hasMore) completeAt = now;
        keepBudget(desk.db, accountId, stream, answer.budget, now);
        notBefore = usedUpUntil(answer.budget, now);
        dueAt = nextAfter(stream, answer.budget, activity, answeredAt, desk.random());
        const { left, limit, day } = answer.budget;
        show({ asOf: now, callsLeft: left, callsLimit: limit, day, trouble: null });
        learnDirection(desk, accountId, directionOf[stream], 'works', null);
        await ancestors.fetch(missing);
        if (!answer.hasMore || isSpent(answer)) return { isComplete: !answer.hasMore, failure: null };
        await turn?.();
      }
    } catch (error) {
      if (error instanceof ProviderFailure) return failed(error);
      unkept(error);
      throw error;
    }
  };

  /** It was answered, and could not be kept: nothing was half done, and the cursor stands where it stood. */
  const unkept = (error: unknown): void => {
    failures += 1;
    dueAt = desk.now() + backoff(failures, desk.random());
    show({ trouble: unkeptWords(error) });
  };

  const failed = (failure: ProviderFailure): Reading => {
    const now = desk.now();
    failures += 1;
    notBefore = failure.kind === 'rate-limited' ? (failure.retryAt ?? now + 60_000) : 0;
    dueAt = Math.max(notBefore, now + backoff(failures, desk.random()));
    show({ trouble: troubleOf(failure), ...(failure.kind === 'rate-limited' && { callsLeft: 0 }) });
    if (failure.kind === 'rate-limited') {
      const limit = state.callsLimit ?? 1;
      keepBudget(desk.db, accountId, stream, { left: 0, limit, resetAt: notBefore, day: null }, now);
    }
    if (failure.kind === 'rejected')
      learnDirection(desk, accountId, directionOf[stream], 'refused', failure.message);
    // A single 401 never gets here as `auth`: the provider renews and counts before it gives up.
    if (failure.kind === 'auth') refused(failure.message);
    return { isComplete: false, failure };
  };

  return {
    get state() {
      return state;
    },
    get dueAt() {
      return dueAt;
    },
    read() {
      under ??= readAll().finally(() => {
        under = undefined;
      });
      return under;
    },
    hurry() {
      dueAt = Math.max(notBefore, desk.now());
      show({});
    },
    woke() {
      const now = desk.now();
      // A limit that was told by another clock is asked for anew: one refusal costs less than a day of silence.
      if (notBefore > now + longestWindowMs) notBefore = 0;
      failures = 0;
      dueAt = Math.max(notBefore, now);
      show(state.asOf !== null && state.asOf > now ? { asOf: now } : {});
    },
  };
};

const longestWindowMs = 24 * 3_600_000;

const isSpent = ({ budget }: Poll): boolean => budget.left === 0 || budget.day?.left === 0;
