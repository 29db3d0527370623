import { mediaKey } from '../wire/post.ts';
import { reached } from '../world/indexes.ts';
import type { DirectMessage, Post } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { brandOf, type ControlCall } from './control-call.ts';

/** One brand's side of the truth: what a desk claims to have sent and received is held against this. */
export function accountTruth(call: ControlCall) {
  const { world, clock } = call.context;
  const brand = brandOf(call, call.params['handle']);
  const posts = [...world.posts.values()];
  const own = posts.filter((post) => post.authorId === brand.id);
  const inbound = posts.filter((post) => reached(post).has(brand.id) && post.authorId !== brand.id);
  const directs = world.indexes.directsOf.get(brand.id) ?? [];
  const sent = own.filter((post) => post.origin === 'api').map((post) => describe(post, world));
  const told = {
    sentPosts: sent,
    sentDirects: directs
      .filter((one) => one.senderId === brand.id && one.origin === 'api')
      .map(describeDirect),
    /** Newest versions only, as the timelines have them. */
    mentions: inbound.filter((post) => isNewest(post, world)).map((post) => describe(post, world)),
    directs: directs.filter((one) => one.senderId !== brand.id).map(describeDirect),
    edits: [...own, ...inbound]
      .filter((post) => post.versions.length > 1 && isNewest(post, world))
      .map(({ id, versions }) => ({ id, versions })),
    /** Whatever cannot be read any more, by why. */
    gone: [...own, ...inbound].flatMap((post) => {
      const because = goneBecause(post, world);
      return because === undefined ? [] : [{ id: post.id, firstId: post.versions[0], because }];
    }),
  };
  const counts = Object.fromEntries(Object.entries(told).map(([name, list]) => [name, list.length]));
  return { nowMs: clock.now(), brand: { id: brand.id, handle: brand.handle }, counts, ...told };
}

function describe(post: Post, world: World) {
  return {
    id: post.id,
    firstId: post.versions[0],
    authorId: post.authorId,
    text: post.text,
    createdAtMs: post.createdAtMs,
    replyTo: post.replyTo?.postId ?? null,
    repostOf: post.repostOf ?? null,
    quoteOf: post.quoteOf ?? null,
    mediaKeys: post.mediaIds.map((id) => mediaKey(id, world.media.get(id)?.kind)),
    gone: goneBecause(post, world) ?? null,
  };
}

function describeDirect(direct: DirectMessage) {
  const { id, conversationId, senderId, recipientId, text, createdAtMs, mediaIds, isEncrypted } = direct;
  return {
    id,
    conversationId,
    senderId,
    recipientId,
    text,
    createdAtMs,
    mediaIds,
    isEncrypted: isEncrypted === true,
  };
}

function isNewest(post: Post, world: World): boolean {
  return world.stateOf(post.id).supersededBy === undefined;
}

function goneBecause(post: Post, world: World): string | undefined {
  if (world.isDeleted(post.id)) return 'deleted';
  const { state } = world.getUser(post.authorId);
  if (state !== 'active') return state;
  return (world.stateOf(post.id).withheldIn ?? []).length > 0 ? 'withheld' : undefined;
}
