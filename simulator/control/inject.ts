import { z } from 'zod';
import type { Post, User } from '../world/model.ts';
import { bodyOf, brandOf, type ControlCall, postOf } from './control-call.ts';
import { personOf } from './people.ts';

const newPost = z.strictObject({
  from: z.string(),
  text: z.string(),
  lang: z.string().optional(),
  replyTo: z.string().optional(),
  quoteOf: z.string().optional(),
  likes: z.number().int().nonnegative().optional(),
  photos: z.number().int().min(0).max(4).optional(),
  poll: z
    .strictObject({
      options: z.array(z.string().max(25)).min(2).max(4),
      minutes: z.number().int().min(5).max(10_080).default(1440),
    })
    .optional(),
  card: z.strictObject({ title: z.string(), description: z.string().optional() }).optional(),
});

export function injectPost(call: ControlCall): Post {
  const { context } = call;
  const body = bodyOf(call, newPost);
  const author = personOf(call, body.from);
  return context.authoring.writePost({
    author,
    text: body.text,
    atMs: context.clock.now(),
    origin: 'control',
    lang: body.lang ?? 'en',
    likes: body.likes ?? 0,
    mediaIds: photos(call, author, body.photos ?? 0),
    ...(body.poll && { poll: body.poll }),
    ...(body.card && { card: body.card }),
    ...(body.replyTo !== undefined && { replyTo: postOf(call, body.replyTo) }),
    ...(body.quoteOf !== undefined && { quoteOf: postOf(call, body.quoteOf) }),
  });
}

export function injectDirect(call: ControlCall) {
  const body = bodyOf(
    call,
    z.strictObject({ from: z.string(), to: z.string().optional(), text: z.string() }),
  );
  const { authoring, clock } = call.context;
  return authoring.writeDirect({
    sender: personOf(call, body.from),
    recipient: body.to === undefined ? brandOf(call, undefined) : personOf(call, body.to),
    text: body.text,
    atMs: clock.now(),
    origin: 'control',
  });
}

export function injectRepost(call: ControlCall): Post {
  const body = bodyOf(call, z.strictObject({ from: z.string(), postId: z.string() }));
  const { authoring, clock } = call.context;
  return authoring.repost(personOf(call, body.from), postOf(call, body.postId), clock.now(), 'control');
}

export function editPost(call: ControlCall): Post {
  const body = bodyOf(call, z.strictObject({ postId: z.string(), text: z.string() }));
  return call.context.authoring.editPost(postOf(call, body.postId), body.text, call.context.clock.now());
}

export function deletePost(call: ControlCall): { deleted: string[] } {
  const body = bodyOf(call, z.strictObject({ postId: z.string() }));
  const post = postOf(call, body.postId);
  call.context.authoring.deletePost(post, call.context.clock.now());
  return { deleted: post.versions };
}

/** An empty list shows it everywhere again. */
export function withholdPost(call: ControlCall): { withheldIn: string[] } {
  const body = bodyOf(
    call,
    z.strictObject({ postId: z.string(), countries: z.array(z.string()).default(['DE']) }),
  );
  call.context.authoring.withholdPost(postOf(call, body.postId), body.countries);
  return { withheldIn: body.countries };
}

function photos(call: ControlCall, owner: User, count: number): string[] {
  return Array.from({ length: count }, () => {
    const { authoring, clock } = call.context;
    const id = authoring.newMediaId(clock.now());
    authoring.addMedia({
      id,
      ownerId: owner.id,
      kind: 'photo',
      mimeType: 'image/jpeg',
      bytes: 214_000,
      width: 1200,
      height: 900,
    });
    return id;
  });
}
