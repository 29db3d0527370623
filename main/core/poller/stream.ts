import type { Ms, Stream, StreamState } from '../../../shared/model.ts';
import { ProviderFailure, type Budget, type Connection } from '../../providers/provider.ts';
import { getAccount } from '../accounts/rows.ts';
import type { Desk } from '../desk.ts';
import { ingestLookup } from '../ingest/ingest.ts';
import { ingestInSlices } from '../ingest/slices.ts';
import { backoff, nextAfter } from './pace.ts';

/** One stream of one account: what it last said, and when it is asked again. */
export type StreamReader = {
  readonly state: StreamState;
  /** Epoch ms; in the past when it is due. */
  readonly dueAt: Ms;
  /** Reads what is new, page by page. Never throws for a network's failure; a second call waits for the first. */
  read(): Promise<Reading>;
  /** As soon as the network allows. */
  hurry(): void;
};

export type Reading = { isComplete: boolean; failure: ProviderFailure | null };

export const createReader = (
  desk: Desk,
  accountId: string,
  stream: Stream,
  connection: Connection,
  events: { changed(): void; refused(reason: string): void },
): StreamReader => {
  const known = desk.db.find<{ value: string | null; as_of: Ms }>(
    'SELECT value, as_of FROM cursors WHERE account_id = ? AND stream = ?',
    accountId,
    stream,
  );
  let cursor = known?.value ?? null;
  let dueAt = desk.now();
  let notBefore = 0;
  let failures = 0;
  let under: Promise<Reading> | undefined;
  let state: StreamState = {
    stream,
    asOf: known?.as_of ?? null,
    nextAt: dueAt,
    callsLeft: null,
    callsLimit: null,
    trouble: null,
  };

  const show = (change: Partial<StreamState>): void => {
    state = { ...state, ...change, nextAt: dueAt };
    events.changed();
  };

  const readAll = async (): Promise<Reading> => {
    try {
      for (;;) {
        const answer = await connection.poll(stream, cursor);
        const isNews = answer.messages.length + answer.unreadable.length > 0 || answer.cursor !== cursor;
        const { missing } = isNews
          ? await ingestInSlices(desk, accountId, stream, answer, cursor)
          : { missing: [] };
        cursor = answer.cursor;
        failures = 0;
        dueAt = nextAfter(stream, answer.budget, desk.now(), desk.random());
        show({
          asOf: desk.now(),
          callsLeft: answer.budget.left,
          callsLimit: answer.budget.limit,
          trouble: gapOf(answer.gap),
        });
        if (missing.length > 0) await fetchAncestors(desk, accountId, connection, missing);
        if (!answer.hasMore || isSpent(answer.budget)) return { isComplete: !answer.hasMore, failure: null };
      }
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      failures += 1;
      notBefore = error.kind === 'rate-limited' ? (error.retryAt ?? desk.now() + 60_000) : 0;
      dueAt = Math.max(notBefore, desk.now() + backoff(failures, desk.random()));
      show({ trouble: troubleOf(error), ...(error.kind === 'rate-limited' ? { callsLeft: 0 } : {}) });
      // A single 401 never gets here as `auth`: the provider renews and counts before it gives up.
      if (error.kind === 'auth') events.refused(error.message);
      return { isComplete: false, failure: error };
    }
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
  };
};

/** How far up a conversation we look in one go. */
const ancestorDepth = 6;

/** Fetches the posts that were answered but never came in; trouble here costs context only, so it waits for next time. */
const fetchAncestors = async (
  desk: Desk,
  accountId: string,
  connection: Connection,
  ids: string[],
): Promise<void> => {
  let wanted = ids;
  for (let depth = 0; depth < ancestorDepth && wanted.length > 0; depth += 1) {
    const answer = await connection.lookup(wanted.slice(0, 100));
    const { missing } = ingestLookup(desk, getAccount(desk.db, accountId), answer);
    wanted = missing.filter((id) => !answer.gone.some((one) => one.remoteId === id) && !ids.includes(id));
  }
};

const isSpent = (budget: Budget): boolean => budget.left === 0;

const gapOf = (gap: { from: Ms | null; to: Ms } | null): string | null =>
  gap === null ? null : 'Some messages are older than the network still shows. They may be missing here.';

const troubleOf = (failure: ProviderFailure): string => {
  switch (failure.kind) {
    case 'rate-limited':
      return 'Waiting: the network’s limit for this is used up.';
    case 'auth':
      return `The network refused our sign-in: ${failure.message}`;
    case 'network':
      return `Can’t reach the network: ${failure.message}`;
    case 'rejected':
    case 'gone':
    case 'unknown-outcome':
      return `The network refused this request: ${failure.message}`;
  }
};
