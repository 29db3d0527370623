import { type Answer, json } from '../http/answer.ts';
import { forbidden, notFound, ProblemError } from '../http/problem.ts';
import { wireDirect } from '../wire/direct.ts';
import { expandDirects } from '../wire/expand.ts';
import { directConversationId } from '../world/authoring.ts';
import type { DirectMessage } from '../world/model.ts';
import { pageOf } from '../world/timeline.ts';
import type { ApiCall, ApiRoute } from './call.ts';
import { rangeOf, tokenBelow } from './paging.ts';
import { DIRECT_RULES } from './query-rules.ts';

const READ = ['dm.read', 'tweet.read', 'users.read'];
const DEPTH_MS = 30 * 24 * 60 * 60_000;

export const directEvents: ApiRoute = {
  method: 'GET',
  path: '/2/dm_events',
  scopes: READ,
  limit: 15,
  query: DIRECT_RULES,
  handle: (call) => directsAnswer(call, () => true),
};

export const directEventsWith: ApiRoute = {
  method: 'GET',
  path: '/2/dm_conversations/with/:participant_id/dm_events',
  scopes: READ,
  limit: 15,
  query: DIRECT_RULES,
  handle: (call) => {
    const conversationId = directConversationId(call.user.id, getParticipant(call).id);
    return directsAnswer(call, (direct) => direct.conversationId === conversationId);
  },
};

export function getParticipant(call: ApiCall) {
  const id = call.params['participant_id'] as string;
  const user = call.context.world.users.get(id);
  if (!user) throw new ProblemError(404, notFound('user', 'participant_id', id));
  if (user.id === call.user.id || user.state === 'suspended') {
    throw forbidden('You are not permitted to send or read Direct Messages with this user.');
  }
  return user;
}

/** What is said in an encrypted chat never comes here; what was said before it became one does. */
function isShown(direct: DirectMessage): boolean {
  return direct.isEncrypted !== true;
}

/** There is no since_id here: newest first, thirty days back. */
function directsAnswer(call: ApiCall, isWanted: (direct: DirectMessage) => boolean): Answer {
  const { world, clock, ledger } = call.context;
  const types = call.query.get('event_types');
  const oldestMs = clock.now() - DEPTH_MS;
  const list =
    types && !types.includes('MessageCreate') ? [] : (world.indexes.directsOf.get(call.user.id) ?? []);
  const page = pageOf(
    list,
    rangeOf(call.query, 100, Number.POSITIVE_INFINITY),
    (direct) => direct.createdAtMs >= oldestMs && isShown(direct) && isWanted(direct),
  );
  const expanded = expandDirects(page.items, call.selection, world);
  ledger.chargeReads(
    'direct.read',
    'direct',
    page.items.map((item) => item.id),
    clock.now(),
  );
  ledger.chargeReads('user.read', 'user', expanded.readUsers, clock.now());
  const last = page.items.at(-1);
  return json(200, {
    ...(last && { data: page.items.map((direct) => wireDirect(direct, call.selection.directFields, world)) }),
    ...(Object.keys(expanded.includes).length > 0 && { includes: expanded.includes }),
    meta: {
      result_count: page.items.length,
      ...(page.hasMore && last && { next_token: tokenBelow(last.id) }),
    },
  });
}
