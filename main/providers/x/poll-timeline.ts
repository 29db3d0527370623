import type { Ms } from '../../../shared/model.ts';
import type { Poll } from '../provider.ts';
import type { Cursor, Round } from './cursor.ts';
import { readCursor, freshRound, writeCursor } from './cursor.ts';
import { postQuery, type Query } from './fields.ts';
import { createGatherer } from './gather.ts';
import { idsOf } from './ids-of.ts';
import { budgetOf } from './limits.ts';
import type { Page } from './page.ts';
import { readPost } from './post.ts';
import type { Session } from './session.ts';
import { timeOf } from './snowflake.ts';
import { fetchEarlier } from './versions.ts';
import { walk } from './walk.ts';

const dayMs = 24 * 60 * 60_000;
const pageSize = 100;
/** X keeps no more than this many of a timeline within reach. */
const reach = { mentions: 800, own: 3200 };

/** Mentions of the brand, or its own posts: the same walk over two addresses. */
export const pollTimeline = async (
  session: Session,
  stream: 'mentions' | 'own',
  cursorText: string | null,
  signal?: AbortSignal,
): Promise<Poll> => {
  const { api, me, settings, directory } = session;
  const gatherer = createGatherer(readPost, { me, textCap: settings.textCap }, directory);
  const from = (cursorText === null ? undefined : readCursor(cursorText)) ?? firstCursor(settings.now());
  const told: unknown[] = [];
  const base = { ...postQuery[settings.vocabulary], max_results: String(pageSize) };

  const { cursor, completed, headers } = await walk(
    {
      api,
      path: `users/${me.remoteId}/${stream === 'mentions' ? 'mentions' : 'tweets'}`,
      queries: (at) => bounds(at).map((bound) => ({ ...base, ...bound })),
      take: (page: Page) => {
        told.push(...page.data);
        gatherer.add(page, [...page.data, ...page.includedPosts]);
        return { isEnd: false, ids: idsOf(page.data) };
      },
      pages: settings.pagesPerPoll,
      signal,
    },
    from,
  );

  const earlier = await fetchEarlier(session, told, signal);
  if (earlier !== null) gatherer.addEarlier(earlier);
  return {
    ...(await gatherer.done(signal)),
    cursor: writeCursor(cursor),
    hasMore: completed === null,
    gap: completed === null ? null : gapIn(completed, from, reach[stream]),
    budget: budgetOf(headers),
    cost: session.meter.take(),
  };
};

const firstCursor = (now: Ms): Cursor => ({ since: null, start: now - dayMs, round: freshRound });

/**
 * Where the next page begins and where the round ends. A page token may have died while the program was closed, so the oldest
 * id seen serves in its place; X may refuse a very old `since_id`, so its time does.
 */
const bounds = ({ since, start, round }: Cursor): Query[] => {
  const floor: Query = since === null ? { start_time: isoSeconds(start) } : { since_id: since };
  const until: Query = round.oldest === null ? {} : { until_id: round.oldest };
  return [
    { ...floor, ...(round.token === null ? {} : { pagination_token: round.token }) },
    ...(round.token === null ? [] : [{ ...floor, ...until }]),
    ...(since === null ? [] : [{ start_time: isoSeconds(timeOf(since)), ...until }]),
  ];
};

const isoSeconds = (ms: Ms): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

/**
 * So many pages are all that X would give, so older posts may lie beyond its reach. How full the last one was proves nothing:
 * whatever arrived while the pages were read pushed as many out at the far end.
 */
const gapIn = (round: Round, { since, start }: Cursor, reach: number): Poll['gap'] => {
  if (round.pages * pageSize < reach || round.oldest === null) return null;
  return { from: since === null ? start : timeOf(since), to: timeOf(round.oldest) };
};
