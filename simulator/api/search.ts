import { invalidRequest } from '../http/problem.ts';
import type { Post } from '../world/model.ts';
import { pageOf } from '../world/timeline.ts';
import type { World } from '../world/world.ts';
import type { ApiRoute } from './call.ts';
import { rangeOf } from './paging.ts';
import { metaOf, postsAnswer } from './posts-answer.ts';
import { anyText, between, listOf, type Rule, TIMELINE_RULES } from './query-rules.ts';
import { parseSearch } from './search-query.ts';

const DEPTH_MS = 7 * 24 * 60 * 60_000;
const query: Rule = (value) => (value.length <= 512 ? undefined : 'is longer than 512 characters');

export const searchRecent: ApiRoute = {
  method: 'GET',
  path: '/2/tweets/search/recent',
  scopes: ['tweet.read', 'users.read'],
  limit: 300,
  query: {
    ...TIMELINE_RULES,
    query,
    max_results: between(10, 100),
    next_token: anyText,
    sort_order: listOf(['recency', 'relevancy']),
  },
  required: ['query'],
  handle: (call) => {
    const { world, clock } = call.context;
    const text = call.query.get('query') ?? '';
    const search = parseSearch(text);
    if (!search) {
      throw invalidRequest([
        {
          name: 'query',
          values: [text],
          message: 'There were errors processing your request: the query is empty or not understood',
        },
      ]);
    }
    const oldestMs = clock.now() - DEPTH_MS;
    const page = pageOf(
      candidates(search.conversationId, world),
      rangeOf(call.query, 10, Number.POSITIVE_INFINITY),
      (post) => post.createdAtMs >= oldestMs && world.isListed(post) && search.matches(post, world),
    );
    return postsAnswer(call, page.items, { meta: metaOf(page) });
  },
};

/** The desk asks for whole threads; only a free search has to go through everything. */
function candidates(conversationId: string | undefined, world: World): readonly Post[] {
  if (conversationId === undefined) return [...world.posts.values()];
  return world.indexes.inConversation.get(conversationId) ?? [];
}
