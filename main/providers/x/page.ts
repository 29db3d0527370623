import type { z } from 'zod';
import type { RemoteIdentity } from '../provider.ts';
import type { MediaByKey } from './attachments.ts';
import { readMedia } from './attachments.ts';
import type { PollById } from './extras.ts';
import { readPolls } from './extras.ts';
import type { IdentityById } from './identities.ts';
import { readIdentities } from './identities.ts';
import { isJson, type Json } from './json.ts';
import { meta } from './schema.ts';
import { inOlderWords } from './vocabulary.ts';

/** One answer of X taken apart, in the older words; its messages still unread. */
export type Page = {
  data: readonly unknown[];
  includedPosts: readonly unknown[];
  users: IdentityById;
  media: MediaByKey;
  polls: PollById;
  errors: readonly Json[];
  meta: z.output<typeof meta>;
};

/** What a message is read against. */
export type Reading = { me: RemoteIdentity; textCap: number; page: Page; posts: PostIndex };

export type PostIndex = ReadonlyMap<string, { authorId: unknown; firstId: string }>;

export const pageOf = (body: Json): Page => {
  const includes = isJson(body['includes']) ? inOlderWords(body['includes']) : {};
  return {
    data: listOf(body['data']).map(older),
    includedPosts: listOf(includes['tweets']).map(older),
    users: readIdentities(listOf(includes['users'])),
    media: readMedia(listOf(includes['media'])),
    polls: readPolls(listOf(includes['polls'])),
    errors: listOf(body['errors']).filter(isJson),
    meta: meta.safeParse(body['meta']).data ?? {},
  };
};

/** Who wrote a post and which was its first version: needed to tell quotes of the brand, and answers to an edited post. */
export const indexOf = (page: Page): PostIndex =>
  new Map(
    [...page.data, ...page.includedPosts].filter(isJson).flatMap((post) => {
      const { id, author_id: authorId, edit_history_tweet_ids: versions } = post;
      if (typeof id !== 'string') return [];
      const first: unknown = Array.isArray(versions) ? versions[0] : undefined;
      return [[id, { authorId, firstId: typeof first === 'string' ? first : id }] as const];
    }),
  );

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : isJson(value) ? [value] : [];

const older = (value: unknown): unknown => (isJson(value) ? inOlderWords(value) : value);
