import { indexDirect, indexPost, newIndexes, type Indexes } from './indexes.ts';
import type { DirectMessage, Media, Post, PostState, User, WorldEvent } from './model.ts';

/** All that exists. It changes only through `commit`, which tells every listener (the journal first). */
export class World {
  readonly users = new Map<string, User>();
  readonly posts = new Map<string, Post>();
  readonly directs = new Map<string, DirectMessage>();
  readonly media = new Map<string, Media>();
  readonly indexes: Indexes = newIndexes();
  readonly #states = new Map<string, PostState>();
  readonly #byHandle = new Map<string, User>();
  readonly #listeners: ((event: WorldEvent) => void)[] = [];

  listen(listener: (event: WorldEvent) => void): void {
    this.#listeners.push(listener);
  }

  commit(event: WorldEvent): void {
    this.apply(event);
    for (const listener of this.#listeners) listener(event);
  }

  /** Without telling anybody: how a journal is read back. */
  apply(event: WorldEvent): void {
    switch (event.kind) {
      case 'user':
        this.users.set(event.user.id, event.user);
        this.#byHandle.set(event.user.handle.toLowerCase(), event.user);
        return;
      case 'post':
        this.#addPost(event.post);
        return;
      case 'deleted':
        for (const id of event.ids) this.#deletePost(id, event.atMs);
        return;
      case 'hidden':
        this.stateOf(event.id).isHidden = event.isHidden;
        return;
      case 'withheld':
        this.stateOf(event.id).withheldIn = event.countries;
        return;
      case 'direct':
        this.directs.set(event.direct.id, event.direct);
        indexDirect(this.indexes, event.direct);
        return;
      case 'media':
        this.media.set(event.media.id, event.media);
        return;
    }
  }

  brands(): User[] {
    return [...this.users.values()].filter((user) => user.isBrand);
  }

  getUser(id: string): User {
    const user = this.users.get(id);
    if (!user) throw new Error(`no user ${id}`);
    return user;
  }

  findByHandle(handle: string): User | undefined {
    return this.#byHandle.get(handle.replace(/^@/, '').toLowerCase());
  }

  stateOf(postId: string): PostState {
    let state = this.#states.get(postId);
    if (!state) {
      state = { isHidden: false, replies: 0, reposts: 0, quotes: 0 };
      this.#states.set(postId, state);
    }
    return state;
  }

  /** A repost goes with its original. */
  isDeleted(postId: string): boolean {
    if (this.#states.get(postId)?.deletedAtMs !== undefined) return true;
    const original = this.posts.get(postId)?.repostOf;
    return original !== undefined && this.isDeleted(original);
  }

  /** In timelines: not deleted, and only the newest version of an edited post. */
  isListed(post: Post): boolean {
    if (this.isDeleted(post.id) || this.#states.get(post.id)?.supersededBy !== undefined) return false;
    return this.users.get(post.authorId)?.state === 'active';
  }

  #addPost(post: Post): void {
    this.posts.set(post.id, post);
    const previous = post.versions.at(-2);
    if (previous) {
      this.stateOf(previous).supersededBy = post.id;
      for (const id of post.versions) {
        const version = this.posts.get(id);
        if (version) version.versions = post.versions;
      }
    }
    indexPost(this.indexes, post);
    if (previous) return;
    if (post.replyTo) this.stateOf(post.replyTo.postId).replies += 1;
    if (post.repostOf) this.stateOf(post.repostOf).reposts += 1;
    if (post.quoteOf) this.stateOf(post.quoteOf).quotes += 1;
  }

  #deletePost(id: string, atMs: number): void {
    const post = this.posts.get(id);
    const state = this.stateOf(id);
    if (!post || state.deletedAtMs !== undefined) return;
    state.deletedAtMs = atMs;
    if (state.supersededBy) return;
    if (post.replyTo) this.stateOf(post.replyTo.postId).replies -= 1;
    if (post.repostOf) this.stateOf(post.repostOf).reposts -= 1;
    if (post.quoteOf) this.stateOf(post.quoteOf).quotes -= 1;
  }
}
