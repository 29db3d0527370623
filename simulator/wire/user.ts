import type { User } from '../world/model.ts';
import type { World } from '../world/world.ts';
import type { Wire } from './post.ts';

type Field = (user: User, world: World) => unknown;

export function wireUser(user: User, fields: ReadonlySet<string>, world: World): Wire {
  const wire: Wire = { id: user.id, name: user.name, username: user.handle };
  for (const name of fields) {
    const value = FIELDS[name]?.(user, world);
    if (value !== undefined) wire[name] = value;
  }
  return wire;
}

// No profile_image_url: the faces of invented people would have to be fetched from a real host.
const FIELDS: Readonly<Record<string, Field>> = {
  created_at: (user) => new Date(user.createdAtMs).toISOString(),
  description: (user) => user.description,
  location: (user) => user.location || undefined,
  protected: (user) => user.state === 'protected',
  verified: (user) => user.verified !== 'none',
  verified_type: (user) => user.verified,
  most_recent_tweet_id: (user, world) => world.indexes.byAuthor.get(user.id)?.at(-1)?.id,
  public_metrics: (user, world) => ({
    followers_count: user.followers,
    following_count: user.following,
    tweet_count: user.postsBefore + (world.indexes.byAuthor.get(user.id)?.length ?? 0),
    listed_count: Math.floor(user.followers / 90),
    like_count: user.postsBefore * 2,
  }),
};
