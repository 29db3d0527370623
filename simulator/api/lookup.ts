import { notAuthorized, notFound, type Problem } from '../http/problem.ts';
import type { Post } from '../world/model.ts';
import type { ApiRoute } from './call.ts';
import { postsAnswer } from './posts-answer.ts';
import { idList, POST_RULES } from './query-rules.ts';

/** The compliance re-check: what is gone comes as an error in an answer that is a success. */
export const postsById: ApiRoute = {
  method: 'GET',
  path: '/2/tweets',
  scopes: ['tweet.read', 'users.read'],
  limit: 5000,
  query: { ...POST_RULES, ids: idList },
  required: ['ids'],
  handle: (call) => {
    const { world } = call.context;
    const found: Post[] = [];
    const errors: Problem[] = [];
    for (const id of new Set(call.query.get('ids')?.split(','))) {
      const post = world.posts.get(id);
      if (!post || world.isDeleted(id)) errors.push(notFound('tweet', 'ids', id));
      else if (world.getUser(post.authorId).state !== 'active') errors.push(notAuthorized('ids', id));
      else found.push(post);
    }
    return postsAnswer(call, found, { errors });
  },
};
