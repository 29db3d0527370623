import type { Json } from './json.ts';

/** Since description 2.167 X says `post` where it said `tweet`. Answers are read in both; requests speak one. */
export type Vocabulary = 'tweet' | 'post';

const older: Readonly<Record<string, string>> = {
  posts: 'tweets',
  referenced_posts: 'referenced_tweets',
  note_post: 'note_tweet',
  edit_history_post_ids: 'edit_history_tweet_ids',
  repost_count: 'retweet_count',
};

/** One level only: an answer may be nested deeper than the stack, and every renamed key has a known place. */
export const inOlderWords = (value: Json): Json => {
  if (!Object.keys(value).some((key) => Object.hasOwn(older, key))) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      Object.hasOwn(older, key) ? (older[key] ?? key) : key,
      inner,
    ]),
  );
};
