import type { DirectMessage, Post } from './model.ts';

/** Lists in order of id, oldest first: a page is a walk from the end. */
export interface Indexes {
  byAuthor: Map<string, Post[]>;
  mentioning: Map<string, Post[]>;
  inConversation: Map<string, Post[]>;
  directsOf: Map<string, DirectMessage[]>;
}

export function newIndexes(): Indexes {
  return { byAuthor: new Map(), mentioning: new Map(), inConversation: new Map(), directsOf: new Map() };
}

export function indexPost(indexes: Indexes, post: Post): void {
  append(indexes.byAuthor, post.authorId, post);
  append(indexes.inConversation, post.conversationId, post);
  for (const userId of reached(post)) append(indexes.mentioning, userId, post);
}

export function indexDirect(indexes: Indexes, direct: DirectMessage): void {
  append(indexes.directsOf, direct.senderId, direct);
  append(indexes.directsOf, direct.recipientId, direct);
}

/** Whose mentions a post appears in: everyone named in it, and the author it answers (the network adds that mention by
 * itself), but never its own author. */
export function reached(post: Post): Set<string> {
  const users = new Set(post.mentions);
  if (post.replyTo) users.add(post.replyTo.authorId);
  users.delete(post.authorId);
  return users;
}

function append<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
