import { z } from 'zod';
import { json } from '../http/answer.ts';
import { forbidden, invalidRequest } from '../http/problem.ts';
import { jsonBody } from '../http/request.ts';
import type { Post } from '../world/model.ts';
import { escapeText, weightedLength } from '../world/text.ts';
import { checkBody, id } from './body.ts';
import type { ApiCall, ApiRoute } from './call.ts';
import { leadingMentions } from './leading-mentions.ts';
import { isReady } from './media.ts';
import { checkDuplicate, checkReplyRight } from './posting-rules.ts';

const BODY = z.strictObject({
  text: z.string().optional(),
  reply: z
    .strictObject({
      in_reply_to_tweet_id: id,
      exclude_reply_user_ids: z.array(id).optional(),
      auto_populate_reply_metadata: z.boolean().optional(),
    })
    .optional(),
  media: z
    .strictObject({ media_ids: z.array(id).min(1).max(4), tagged_user_ids: z.array(id).max(10).optional() })
    .optional(),
  quote_tweet_id: id.optional(),
  reply_settings: z.enum(['following', 'mentionedUsers', 'subscribers', 'verified']).optional(),
  made_with_ai: z.boolean().optional(),
});

export const createPost: ApiRoute = {
  method: 'POST',
  path: '/2/tweets',
  scopes: ['tweet.read', 'tweet.write', 'users.read'],
  limit: 100,
  query: {},
  handle: (call) => {
    const body = checkBody(BODY, jsonBody(call.request));
    const mediaIds = body.media?.media_ids ?? [];
    if (!body.text?.trim() && mediaIds.length === 0) {
      throw invalidRequest([{ name: 'text', values: [], message: 'Text or media is required' }]);
    }
    if (body.quote_tweet_id) throw forbidden('Quoting is not allowed with this access level.');
    checkMedia(call, mediaIds);
    const parent = body.reply && getParent(call, body.reply.in_reply_to_tweet_id);
    if (parent) checkReplyRight(call, parent);
    const lead = parent
      ? leadingMentions(call, parent, body.text ?? '', body.reply?.exclude_reply_user_ids ?? [])
      : '';
    checkLength(body.text ?? '', parent);
    const text = lead + (body.text ?? '');
    checkDuplicate(call, text, parent);
    return json(201, { data: write(call, text, parent, mediaIds) });
  },
};

function write(
  call: ApiCall,
  text: string,
  parent: Post | undefined,
  mediaIds: string[],
): { id: string; text: string } {
  const { authoring, clock, ledger } = call.context;
  const post = authoring.writePost({
    author: call.user,
    text,
    atMs: clock.now(),
    origin: 'api',
    mediaIds,
    clientId: call.grant.clientId,
    ...(parent && { replyTo: parent }),
  });
  // An answer to oneself is summoned by nobody.
  const isSummoned = parent !== undefined && parent.authorId !== call.user.id;
  ledger.charge(post.links.length > 0 ? 'post.create.url' : isSummoned ? 'reply.create' : 'post.create');
  return { id: post.id, text: escapeText(post.text) };
}

function getParent(call: ApiCall, parentId: string): Post {
  const { world } = call.context;
  const post = world.posts.get(parentId);
  if (!post || world.isDeleted(parentId) || world.getUser(post.authorId).state !== 'active') {
    throw forbidden('You attempted to reply to a Tweet that is deleted or not visible to you.');
  }
  return post;
}

/** The mentions at the head of an answer are not counted. */
function checkLength(text: string, parent: Post | undefined): void {
  const counted = parent ? text.replace(/^(@\w+\s+)+/, '') : text;
  const length = weightedLength(counted);
  if (length > 280) throw forbidden(`Your Tweet text is too long: it counts ${length} of 280 characters.`);
}

function checkMedia(call: ApiCall, mediaIds: string[]): void {
  for (const mediaId of mediaIds) {
    if (isReady(call, mediaId)) continue;
    throw invalidRequest([
      { name: 'media.media_ids', values: [mediaId], message: 'Your media IDs are invalid.' },
    ]);
  }
}
