import type { Context } from '../context.ts';
import { reached } from '../world/indexes.ts';
import { languageOf } from '../world/language.ts';
import type { Post, User } from '../world/model.ts';
import type { Plan, Step } from './plan.ts';

const FIRST_USER_ID = 4_000_000_000;

/** Plays the customers of a file with their own rhythm. What they answered was written by a brand of long ago; here they
 * answer what the desk writes now. */
export class Player {
  readonly #context: Context;
  readonly #plan: Plan;
  /** Row of the file → post of this world. */
  readonly #posts = new Map<string, Post>();
  #at = 0;
  #startedAtMs = 0;
  #firstOffsetMs = 0;
  #unmentioned = 0;
  isPaused = false;

  constructor(context: Context, plan: Plan) {
    this.#context = context;
    this.#plan = plan;
    for (const post of context.world.posts.values())
      if (post.sourceId !== undefined) this.#keep(post.sourceId, post);
  }

  /** The first row that was not played yet comes at once. */
  start(): void {
    this.#skipPlayed();
    this.#startedAtMs = this.#context.clock.now();
    this.#firstOffsetMs = this.#plan.steps[this.#at]?.offsetMs ?? 0;
    this.#next();
  }

  status() {
    const total = this.#plan.steps.length;
    return {
      brands: this.#plan.brands,
      total,
      delivered: this.#posts.size,
      isDone: this.#at >= total,
      /** Posts that name no account here and answer none of its posts: they exist, but are in nobody's mentions. */
      unmentioned: this.#unmentioned,
      endsAtMs: this.#startedAtMs + (this.#plan.steps.at(-1)?.offsetMs ?? 0) - this.#firstOffsetMs,
    };
  }

  #next(): void {
    const step = this.#plan.steps[this.#at];
    if (!step) return;
    this.#context.schedule.at(this.#startedAtMs + step.offsetMs - this.#firstOffsetMs, (atMs) => {
      if (this.isPaused) {
        this.#startedAtMs += 250;
        this.#next();
        return;
      }
      this.#play(step, atMs);
      this.#at += 1;
      this.#skipPlayed();
      this.#next();
    });
  }

  #play(step: Step, atMs: number): void {
    const replyTo = this.#parentOf(step);
    const post = this.#context.authoring.writePost({
      author: this.#customer(step.row.authorId),
      text: step.row.text,
      lang: languageOf(step.row.text),
      atMs,
      origin: 'replay',
      sourceId: step.row.id,
      ...(replyTo && { replyTo }),
    });
    this.#keep(step.row.id, post);
  }

  /** Where the file has an answer of the brand, ours stands now, if the desk wrote one. */
  #parentOf(step: Step): Post | undefined {
    const above = step.customerParent ?? step.lastCustomerAbove;
    const customerPost = above === undefined ? undefined : this.#posts.get(above);
    if (!step.answersBrand) return customerPost;
    return (customerPost && this.#lastOfBrand(customerPost.conversationId)) ?? customerPost;
  }

  #lastOfBrand(conversationId: string): Post | undefined {
    const { world } = this.#context;
    return world.indexes.inConversation
      .get(conversationId)
      ?.findLast((post) => world.getUser(post.authorId).isBrand && world.isListed(post));
  }

  #customer(authorId: string): User {
    const { world, authoring, clock } = this.#context;
    const known = world.findByHandle(authorId);
    if (known) return known;
    const number = Number(authorId);
    const user: User = {
      id: String(FIRST_USER_ID + number),
      handle: authorId,
      name: `Customer ${authorId}`,
      isBrand: false,
      createdAtMs: clock.now() - 9 * 365 * 86_400_000,
      description: '',
      location: '',
      followers: number % 900,
      following: number % 700,
      postsBefore: number % 20_000,
      verified: 'none',
      state: 'active',
    };
    authoring.putUser(user);
    return user;
  }

  #keep(rowId: string, post: Post): void {
    this.#posts.set(rowId, post);
    const { world } = this.#context;
    if (![...reached(post)].some((id) => world.users.get(id)?.isBrand)) this.#unmentioned += 1;
  }

  #skipPlayed(): void {
    for (
      let step = this.#plan.steps[this.#at];
      step && this.#posts.has(step.row.id);
      step = this.#plan.steps[this.#at]
    ) {
      this.#at += 1;
    }
  }
}
