import type { Poll } from '../provider.ts';
import type { Cursor } from './cursor.ts';
import { freshRound, readCursor, writeCursor } from './cursor.ts';
import { readDirect } from './direct.ts';
import { directQuery } from './fields.ts';
import { createGatherer } from './gather.ts';
import { idsOf } from './ids-of.ts';
import { isJson } from './json.ts';
import { budgetOf } from './limits.ts';
import type { Page } from './page.ts';
import { id } from './schema.ts';
import type { Session } from './session.ts';
import { compareIds, oldest, timeOf } from './snowflake.ts';
import { walk } from './walk.ts';

const dayMs = 24 * 60 * 60_000;
const keptMs = 30 * dayMs;
const firstPages = 2;

/** Direct messages know no `since_id`: read from the newest down to the first known one, 30 days at most. */
export const pollDirect = async (
  session: Session,
  cursorText: string | null,
  signal?: AbortSignal,
): Promise<Poll> => {
  const { api, me, settings, directory } = session;
  const gatherer = createGatherer(readDirect, { me, textCap: settings.textCap }, directory);
  const now = settings.now();
  const first: Cursor = { since: null, start: now - dayMs, round: freshRound };
  const from = (cursorText === null ? undefined : readCursor(cursorText)) ?? first;
  const base = { ...directQuery[settings.vocabulary], max_results: '100' };
  let hasMet = false;

  const take = (page: Page, { since, start, round }: Cursor) => {
    const ids = idsOf(page.data);
    gatherer.add(page, since === null ? page.data : page.data.filter((event) => !isKnown(event, since)));
    hasMet ||= since !== null && ids.some((one) => compareIds(one, since) <= 0);
    const last = oldest(ids);
    const isFarEnough =
      since === null && round.pages + 1 >= firstPages && last !== null && timeOf(last) < start;
    return { isEnd: hasMet || isFarEnough, ids };
  };

  const { cursor, completed, headers } = await walk(
    {
      api,
      path: 'dm_events',
      // Without its token a round begins again at the top.
      queries: ({ round }) =>
        round.token === null ? [base] : [{ ...base, pagination_token: round.token }, base],
      take,
      // The scarcest calls of all, 15 in a quarter of an hour.
      pages: Math.min(settings.pagesPerPoll, firstPages),
      signal,
    },
    from,
  );

  const isTooOld = from.since !== null && timeOf(from.since) < now - keptMs;
  const isGap = completed !== null && !hasMet && isTooOld;
  return {
    ...(await gatherer.done(signal)),
    cursor: writeCursor(cursor),
    hasMore: completed === null,
    gap: isGap ? { from: from.since === null ? null : timeOf(from.since), to: now - keptMs } : null,
    budget: budgetOf(headers),
    cost: session.meter.take(),
  };
};

const isKnown = (event: unknown, since: string): boolean => {
  const own = isJson(event) ? id.safeParse(event['id']).data : undefined;
  return own !== undefined && compareIds(own, since) <= 0;
};
