import { json } from '../http/answer.ts';
import { forbidden, notFound, ProblemError } from '../http/problem.ts';
import type { ApiRoute } from './call.ts';

export const deletePost: ApiRoute = {
  method: 'DELETE',
  path: '/2/tweets/:id',
  scopes: ['tweet.read', 'tweet.write', 'users.read'],
  limit: 50,
  query: {},
  handle: (call) => {
    const { world, authoring, clock } = call.context;
    const postId = call.params['id'] as string;
    const post = world.posts.get(postId);
    if (!post || world.isDeleted(postId)) throw new ProblemError(404, notFound('tweet', 'id', postId));
    if (post.authorId !== call.user.id) throw forbidden('You are not allowed to delete this Tweet.');
    authoring.deletePost(post, clock.now());
    return json(200, { data: { deleted: true } });
  },
};
