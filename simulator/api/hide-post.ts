import { z } from 'zod';
import { json } from '../http/answer.ts';
import { forbidden, notFound, ProblemError } from '../http/problem.ts';
import { jsonBody } from '../http/request.ts';
import { checkBody } from './body.ts';
import type { ApiRoute } from './call.ts';

/** Only replies in a conversation that the brand itself started can be hidden. */
export const hidePost: ApiRoute = {
  method: 'PUT',
  path: '/2/tweets/:id/hidden',
  scopes: ['tweet.moderate.write', 'tweet.read', 'users.read'],
  limit: 50,
  query: {},
  handle: (call) => {
    const { world } = call.context;
    const postId = call.params['id'] as string;
    const { hidden } = checkBody(z.strictObject({ hidden: z.boolean() }), jsonBody(call.request));
    const post = world.posts.get(postId);
    if (!post || world.isDeleted(postId)) throw new ProblemError(404, notFound('tweet', 'id', postId));
    const root = world.posts.get(post.conversationId);
    if (root?.authorId !== call.user.id || post.id === root.id) {
      throw forbidden('You can only hide replies in conversations that you started.');
    }
    world.commit({ kind: 'hidden', id: postId, isHidden: hidden });
    return json(200, { data: { hidden } });
  },
};
