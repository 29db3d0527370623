/** The same API in two vocabularies: `tweet.*` up to description 2.166, `post.*` since 2.167. Inside, the older words are
 * used; this file is the only place that knows the newer ones. */
export type Vocabulary = 'tweet' | 'post';

const ANSWER_KEYS: Readonly<Record<string, string>> = {
  tweets: 'posts',
  referenced_tweets: 'referenced_posts',
  note_tweet: 'note_post',
  edit_history_tweet_ids: 'edit_history_post_ids',
  retweet_count: 'repost_count',
  tweet_count: 'post_count',
};

const REQUEST_VALUES: Readonly<Record<string, string>> = {
  referenced_posts: 'referenced_tweets',
  note_post: 'note_tweet',
  edit_history_post_ids: 'edit_history_tweet_ids',
  pinned_post_id: 'pinned_tweet_id',
  most_recent_post_id: 'most_recent_tweet_id',
};

const EXPANSION_VALUES: Readonly<Record<string, string>> = {
  referenced_posts: 'referenced_tweets.id',
  'referenced_posts.id': 'referenced_tweets.id',
  'referenced_posts.id.author_id': 'referenced_tweets.id.author_id',
};

export function answerIn(vocabulary: Vocabulary, body: unknown): unknown {
  return vocabulary === 'tweet' ? body : renameKeys(body);
}

/** What a caller in the newer vocabulary asks for, in the older one. An older word stays as it is under a name that no
 * route knows, so that it is refused like any unknown parameter. */
export function requestIn(vocabulary: Vocabulary, query: URLSearchParams): URLSearchParams {
  if (vocabulary === 'tweet') return query;
  const renamed = new URLSearchParams();
  for (const [name, value] of query) {
    if (name === 'tweet.fields') renamed.append('tweet.fields (now post.fields)', value);
    else if (name === 'post.fields') renamed.append('tweet.fields', renameList(value, REQUEST_VALUES));
    else if (name === 'expansions')
      renamed.append(name, renameList(value, { ...REQUEST_VALUES, ...EXPANSION_VALUES }));
    else renamed.append(name, renameList(value, name.endsWith('.fields') ? REQUEST_VALUES : {}));
  }
  return renamed;
}

function renameList(value: string, names: Readonly<Record<string, string>>): string {
  return value
    .split(',')
    .map((name) => names[name] ?? name)
    .join(',');
}

function renameKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renameKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    ANSWER_KEYS[key] ?? key,
    renameIn(key, inner),
  ]);
  return Object.fromEntries(entries) as unknown;
}

function renameIn(key: string, inner: unknown): unknown {
  if (key === 'type') return renameHost(inner);
  // What is withheld: the post, or all of its author.
  if (key === 'scope' && inner === 'tweet') return 'post';
  return renameKeys(inner);
}

/** The names of problems moved to the new host as well. */
function renameHost(type: unknown): unknown {
  return typeof type === 'string' ? type.replace('https://api.twitter.com/', 'https://api.x.com/') : type;
}
