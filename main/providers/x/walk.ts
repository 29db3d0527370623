import type { IncomingHttpHeaders } from 'node:http';
import { ProviderFailure } from '../provider.ts';
import type { Api } from './api.ts';
import type { Cursor, Round } from './cursor.ts';
import { freshRound } from './cursor.ts';
import type { Query } from './fields.ts';
import type { Page } from './page.ts';
import { pageOf } from './page.ts';
import { newest, oldest } from './snowflake.ts';

/** What differs between the streams while walking back through their pages. */
export type Trail = {
  api: Api;
  path: string;
  /** The ways to ask for the next page, best first; the others serve when X refuses the one before. */
  queries(cursor: Cursor): readonly Query[];
  /** Keeps a page; says whether the round has come down to what was known. */
  take(page: Page, cursor: Cursor): { isEnd: boolean; ids: readonly string[] };
  pages: number;
  signal: AbortSignal | undefined;
};

export type Walked = {
  /** As far as the walk came: its round is fresh again when it was completed. */
  cursor: Cursor;
  /** The round just completed; null when it goes on with the next poll. */
  completed: Round | null;
  headers: IncomingHttpHeaders;
};

export const walk = async (trail: Trail, from: Cursor): Promise<Walked> => {
  let cursor = from;
  let headers: IncomingHttpHeaders = {};
  for (let i = 0; i < trail.pages; i++) {
    let page: Page;
    try {
      ({ page, headers } = await fetchPage(trail, cursor));
    } catch (error) {
      // What has arrived is paid for and kept; the same failure will tell of itself at the start of the next poll.
      if (i > 0 && error instanceof ProviderFailure && trail.signal?.aborted !== true) break;
      throw error;
    }
    const { isEnd, ids } = trail.take(page, cursor);
    const token = page.meta.next_token ?? null;
    const round: Round = {
      newest: newest([cursor.round.newest, page.meta.newest_id ?? null, ...ids]),
      oldest: oldest([cursor.round.oldest, ...ids]),
      token,
      pages: cursor.round.pages + 1,
    };
    // A token that leads to itself would never end.
    if (isEnd || token === null || token === cursor.round.token) {
      const since = newest([cursor.since, round.newest]);
      return { cursor: { ...cursor, since, round: freshRound }, completed: round, headers };
    }
    cursor = { ...cursor, round };
  }
  return { cursor, completed: null, headers };
};

const fetchPage = async (
  { api, path, queries, signal }: Trail,
  cursor: Cursor,
): Promise<{ page: Page; headers: IncomingHttpHeaders }> => {
  let first: unknown;
  for (const query of queries(cursor)) {
    try {
      const { body, headers } = await api({ method: 'GET', path, query, signal });
      const page = pageOf(body);
      if (!Object.hasOwn(body, 'data') && !Object.hasOwn(body, 'meta')) throw refusedWithin(page);
      return { page, headers };
    } catch (error) {
      first ??= error;
      if (!(error instanceof ProviderFailure) || error.kind !== 'rejected') throw error;
    }
  }
  throw first;
};

/** A 200 without data or meta: X says in `errors` that this account may not be read, suspended for one. */
const refusedWithin = ({ errors }: Page): ProviderFailure => {
  const detail =
    errors.map((error) => error['detail']).find((one) => typeof one === 'string') ?? 'no reason given';
  return new ProviderFailure('auth', `X does not let this account read here: ${detail.slice(0, 200)}`);
};
