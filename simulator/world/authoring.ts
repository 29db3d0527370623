import { hash32 } from '../random.ts';
import type { DirectMessage, Media, Origin, Poll, Post, User } from './model.ts';
import { type Snowflakes, snowflakeTimeMs } from './snowflake.ts';
import { handlesIn, shortenLinks } from './text.ts';
import type { World } from './world.ts';

export interface NewPost {
  author: User;
  text: string;
  atMs: number;
  origin: Origin;
  lang?: string;
  replyTo?: Post;
  repostOf?: Post;
  quoteOf?: Post;
  mediaIds?: string[];
  likes?: number;
  poll?: { options: string[]; minutes: number };
  /** Of the page behind the first link. */
  card?: { title: string; description?: string | undefined };
  sourceId?: string;
  clientId?: string;
}

export interface NewDirect {
  sender: User;
  recipient: User;
  text: string;
  atMs: number;
  origin: Origin;
  mediaIds?: string[];
  sourceId?: string;
}

/** The acts of people and apps: each makes the id, does what the network does to a text, and commits one event. */
export class Authoring {
  readonly #world: World;
  readonly #snowflakes: Snowflakes;

  constructor(world: World, snowflakes: Snowflakes) {
    this.#world = world;
    this.#snowflakes = snowflakes;
  }

  writePost(draft: NewPost): Post {
    const id = this.#snowflakes.next(draft.atMs);
    const { text, links } = shortenLinks(draft.text, id);
    const post: Post = {
      id,
      authorId: draft.author.id,
      text,
      lang: draft.lang ?? 'en',
      createdAtMs: snowflakeTimeMs(id),
      conversationId: draft.replyTo?.conversationId ?? id,
      mediaIds: draft.mediaIds ?? [],
      links: draft.repostOf ? draft.repostOf.links : links,
      mentions: this.#mentioned(text),
      versions: [id],
      likes: draft.likes ?? 0,
      origin: draft.origin,
    };
    if (draft.poll) post.poll = this.#poll(draft.poll, draft.atMs);
    if (draft.card && post.links[0]) Object.assign(post.links[0], draft.card);
    if (draft.replyTo) post.replyTo = { postId: draft.replyTo.id, authorId: draft.replyTo.authorId };
    if (draft.repostOf) post.repostOf = draft.repostOf.id;
    if (draft.quoteOf) post.quoteOf = draft.quoteOf.id;
    if (draft.sourceId !== undefined) post.sourceId = draft.sourceId;
    if (draft.clientId !== undefined) post.clientId = draft.clientId;
    this.#world.commit({ kind: 'post', post });
    return post;
  }

  /** An edit is a new post with a new id; all its versions know each other. */
  editPost(post: Post, newText: string, atMs: number): Post {
    const id = this.#snowflakes.next(atMs);
    const { text, links } = shortenLinks(newText, id);
    const edited: Post = {
      ...post,
      id,
      text,
      links,
      mentions: this.#mentioned(text),
      createdAtMs: snowflakeTimeMs(id),
      versions: [...post.versions, id],
    };
    this.#world.commit({ kind: 'post', post: edited });
    return edited;
  }

  /** Deleting one version deletes all of them. */
  deletePost(post: Post, atMs: number): void {
    this.#world.commit({ kind: 'deleted', ids: post.versions, atMs });
  }

  withholdPost(post: Post, countries: string[]): void {
    this.#world.commit({ kind: 'withheld', id: post.id, countries });
  }

  repost(author: User, original: Post, atMs: number, origin: Origin): Post {
    const by = this.#world.getUser(original.authorId).handle;
    const text = `RT @${by}: ${original.text}`;
    const cut = [...text].length > 140 ? `${[...text].slice(0, 139).join('')}…` : text;
    return this.writePost({ author, text: cut, atMs, origin, lang: original.lang, repostOf: original });
  }

  writeDirect(draft: NewDirect): DirectMessage {
    const id = this.#snowflakes.next(draft.atMs);
    const { text, links } = shortenLinks(draft.text, id);
    const direct: DirectMessage = {
      id,
      conversationId: directConversationId(draft.sender.id, draft.recipient.id),
      senderId: draft.sender.id,
      recipientId: draft.recipient.id,
      text,
      createdAtMs: snowflakeTimeMs(id),
      mediaIds: draft.mediaIds ?? [],
      links,
      origin: draft.origin,
    };
    if (draft.sourceId !== undefined) direct.sourceId = draft.sourceId;
    if ([draft.sender, draft.recipient].some(({ directs }) => directs === 'encrypted'))
      direct.isEncrypted = true;
    this.#world.commit({ kind: 'direct', direct });
    return direct;
  }

  newMediaId(atMs: number): string {
    return this.#snowflakes.next(atMs);
  }

  addMedia(media: Media): void {
    this.#world.commit({ kind: 'media', media });
  }

  putUser(user: User): void {
    this.#world.commit({ kind: 'user', user });
  }

  #poll({ options, minutes }: NonNullable<NewPost['poll']>, atMs: number): Poll {
    return {
      id: this.#snowflakes.next(atMs),
      options: options.map((label) => ({ label, votes: hash32(label) % 400 })),
      minutes,
      endsAtMs: atMs + minutes * 60_000,
    };
  }

  #mentioned(text: string): string[] {
    const ids = handlesIn(text).map((handle) => this.#world.findByHandle(handle)?.id);
    return [...new Set(ids.filter((id) => id !== undefined))];
  }
}

/** Of two people: the smaller user id first. */
export function directConversationId(a: string, b: string): string {
  return BigInt(a) < BigInt(b) ? `${a}-${b}` : `${b}-${a}`;
}
