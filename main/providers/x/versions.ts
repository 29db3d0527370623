import { z } from 'zod';
import { ProviderFailure } from '../provider.ts';
import { postQuery } from './fields.ts';
import { pageOf, type Page } from './page.ts';
import { id } from './schema.ts';
import type { Session } from './session.ts';
import { compareIds } from './snowflake.ts';

const edited = z.object({ id, edit_history_tweet_ids: z.array(id) });
const perCall = 100;

/** Older version, newest version: of the posts that were asked for by a version that is not the newest. */
export const newerThan = (posts: readonly unknown[]): [string, string][] =>
  posts.flatMap((post) => {
    const read = edited.safeParse(post).data;
    const newest = read?.edit_history_tweet_ids.at(-1);
    if (read === undefined || newest === undefined || compareIds(newest, read.id) <= 0) return [];
    return [[read.id, newest]];
  });

/** A timeline has the newest version of an edited post only. What it said before is asked for; null when there is nothing to ask. */
export const fetchEarlier = async (
  { api, settings }: Session,
  posts: readonly unknown[],
  signal: AbortSignal | undefined,
): Promise<Page | null> => {
  const earlier = posts.flatMap((post) => {
    const read = edited.safeParse(post).data;
    return read?.edit_history_tweet_ids.filter((one) => compareIds(one, read.id) < 0) ?? [];
  });
  if (earlier.length === 0) return null;
  const ids = [...new Set(earlier)].slice(-perCall).join(',');
  const query = { ...postQuery[settings.vocabulary], ids };
  try {
    return pageOf((await api({ method: 'GET', path: 'tweets', query, signal })).body);
  } catch (error) {
    // What it said before is worth a call, never the messages that have already been fetched.
    if (error instanceof ProviderFailure) return null;
    throw error;
  }
};
