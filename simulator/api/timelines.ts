import type { Answer } from '../http/answer.ts';
import { json } from '../http/answer.ts';
import { notAuthorized, notFound, suspendedUser } from '../http/problem.ts';
import type { Post } from '../world/model.ts';
import { pageOf } from '../world/timeline.ts';
import type { ApiCall, ApiRoute } from './call.ts';
import { rangeOf } from './paging.ts';
import { metaOf, postsAnswer } from './posts-answer.ts';
import { listOf, TIMELINE_RULES } from './query-rules.ts';

const READ = ['tweet.read', 'users.read'];

export const mentions: ApiRoute = {
  method: 'GET',
  path: '/2/users/:id/mentions',
  scopes: READ,
  limit: 300,
  query: TIMELINE_RULES,
  handle: (call) => timeline(call, call.context.world.indexes.mentioning, 800, () => true),
};

export const userPosts: ApiRoute = {
  method: 'GET',
  path: '/2/users/:id/tweets',
  scopes: READ,
  limit: 900,
  query: { ...TIMELINE_RULES, exclude: listOf(['replies', 'retweets']) },
  handle: (call) => {
    const exclude = call.query.get('exclude')?.split(',') ?? [];
    const isWanted = (post: Post) =>
      !(exclude.includes('replies') && post.replyTo) && !(exclude.includes('retweets') && post.repostOf);
    return timeline(call, call.context.world.indexes.byAuthor, 3200, isWanted);
  },
};

function timeline(
  call: ApiCall,
  index: ReadonlyMap<string, Post[]>,
  depth: number,
  isWanted: (post: Post) => boolean,
): Answer {
  const { world } = call.context;
  const id = call.params['id'] as string;
  const user = world.users.get(id);
  if (!user) return json(200, { errors: [notFound('user', 'id', id)] });
  if (user.state === 'suspended') return json(200, { errors: [suspendedUser('id', id)] });
  if (user.state === 'protected' && id !== call.user.id)
    return json(200, { errors: [notAuthorized('id', id)] });
  const page = pageOf(
    index.get(id) ?? [],
    rangeOf(call.query, 10, depth),
    (post) => world.isListed(post) && isWanted(post),
  );
  return postsAnswer(call, page.items, { meta: metaOf(page) });
}
