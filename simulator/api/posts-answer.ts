import { type Answer, json } from '../http/answer.ts';
import type { Problem } from '../http/problem.ts';
import { expandPosts } from '../wire/expand.ts';
import { wirePost } from '../wire/post.ts';
import type { Post } from '../world/model.ts';
import type { Page } from '../world/timeline.ts';
import type { ApiCall } from './call.ts';
import { tokenBelow } from './paging.ts';

/** The common shape of every answer that lists posts. An empty answer has no `data` at all. */
export function postsAnswer(
  call: ApiCall,
  posts: readonly Post[],
  more: { errors?: Problem[]; meta?: unknown } = {},
): Answer {
  const { world } = call.context;
  const expanded = expandPosts(posts, call.selection, world, call.context.clock.now());
  const errors = [...(more.errors ?? []), ...expanded.errors];
  chargeReads(call, posts, expanded.readPosts, expanded.readUsers);
  return json(200, {
    ...(posts.length > 0 && { data: posts.map((post) => wirePost(post, call.selection.postFields, world)) }),
    ...(Object.keys(expanded.includes).length > 0 && { includes: expanded.includes }),
    ...(errors.length > 0 && { errors }),
    ...(more.meta !== undefined && { meta: more.meta }),
  });
}

export function metaOf(page: Page<Post>): unknown {
  const [newest, oldest] = [page.items[0], page.items.at(-1)];
  if (!newest || !oldest) return { result_count: 0 };
  return {
    result_count: page.items.length,
    newest_id: newest.id,
    oldest_id: oldest.id,
    ...(page.hasMore && { next_token: tokenBelow(oldest.id) }),
  };
}

function chargeReads(call: ApiCall, posts: readonly Post[], referenced: string[], users: string[]): void {
  const { ledger, clock, settings } = call.context;
  const isOwned = settings.ownedReads;
  const ids = [...posts.map((post) => post.id), ...referenced];
  ledger.chargeReads(isOwned ? 'owned.read' : 'post.read', 'post', ids, clock.now());
  ledger.chargeReads('user.read', 'user', users, clock.now());
}
