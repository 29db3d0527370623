import type { Context } from '../context.ts';
import type { Random } from '../random.ts';
import type { DirectMessage, Post, WorldEvent } from '../world/model.ts';
import type { Cast } from './cast.ts';
import { hear, type Heard } from './hearing.ts';
import type { Scenes } from './scenes.ts';
import type { Act } from './writer.ts';

const MAX_TURNS = 5;

type Step = { in: 'public' | 'direct'; act: Act; afterMs: number };

/** The customers read what the agents write, and answer after the time a person takes. */
export class Reactions {
  readonly #context: Context;
  readonly #random: Random;
  readonly #cast: Cast;
  readonly #scenes: Scenes;
  isPaused = false;

  constructor(context: Context, random: Random, cast: Cast, scenes: Scenes) {
    this.#context = context;
    this.#random = random;
    this.#cast = cast;
    this.#scenes = scenes;
    context.world.listen((event) => this.#see(event));
  }

  /** After a restart: those who had written to somebody shortly before still get their answer. */
  resume(sinceMs: number): void {
    for (const brand of this.#context.world.brands()) {
      for (const post of this.#context.world.indexes.byAuthor.get(brand.id) ?? []) {
        const isOpen = post.createdAtMs >= sinceMs && this.#context.world.stateOf(post.id).replies === 0;
        if (isOpen) this.#see({ kind: 'post', post });
      }
    }
  }

  #see(event: WorldEvent): void {
    if (event.kind === 'post' && event.post.origin === 'api') this.#seePost(event.post);
    if (event.kind === 'direct' && event.direct.origin === 'api') this.#seeDirect(event.direct);
  }

  #seePost(post: Post): void {
    const parent = post.replyTo && this.#context.world.posts.get(post.replyTo.postId);
    // Whom a test made speak, a test makes answer.
    if (!parent || parent.origin !== 'script' || this.#scenes.isBot(parent.authorId)) return;
    const turns = this.#turns(post.conversationId, parent.authorId);
    const calm = this.#cast.authorOf(parent).temper !== 'angry';
    for (const step of turns >= MAX_TURNS ? [] : publicSteps(hear(post.text), calm, this.#random)) {
      this.#later(post.createdAtMs + step.afterMs, (atMs) => this.#answerPost(post, parent, step, atMs));
    }
  }

  #answerPost(post: Post, parent: Post, step: Step, atMs: number): void {
    const persona = this.#cast.authorOf(parent);
    const brand = this.#scenes.brandOf(this.#context.world.getUser(post.authorId));
    if (persona.user.state !== 'active' || this.#context.world.isDeleted(post.id)) return;
    if (step.in === 'direct') this.#scenes.direct(brand, persona, step.act, atMs);
    else this.#scenes.say(brand, persona, step.act, atMs, post);
  }

  #seeDirect(direct: DirectMessage): void {
    const { world } = this.#context;
    const customer = world.getUser(direct.recipientId);
    const theirs = (world.indexes.directsOf.get(customer.id) ?? []).filter(
      (one) => one.senderId === customer.id,
    );
    const last = theirs.at(-1);
    if (customer.isBrand || (last && last.origin !== 'script') || theirs.length >= MAX_TURNS + 2) return;
    const post = world.indexes.byAuthor.get(customer.id)?.at(-1);
    if (!last && post?.origin !== 'script') return;
    const persona = this.#cast.of(customer, post?.lang ?? 'en');
    const brand = this.#scenes.brandOf(world.getUser(direct.senderId));
    for (const step of directSteps(hear(direct.text), this.#random)) {
      this.#later(direct.createdAtMs + step.afterMs, (atMs) =>
        this.#scenes.direct(brand, persona, step.act, atMs),
      );
    }
  }

  #later(dueAtMs: number, act: (atMs: number) => void): void {
    this.#context.schedule.at(dueAtMs, (atMs) => {
      if (this.isPaused) this.#later(atMs + 1000, act);
      else act(atMs);
    });
  }

  #turns(conversationId: string, authorId: string): number {
    const posts = this.#context.world.indexes.inConversation.get(conversationId) ?? [];
    return posts.filter((post) => post.authorId === authorId).length;
  }
}

function publicSteps(heard: Heard, isCalm: boolean, random: Random): Step[] {
  const soon = () => random.int(9_000, 55_000);
  const say = (act: Act): Step => ({ in: 'public', act, afterMs: soon() });
  switch (heard) {
    case 'asks-direct': {
      if (random.chance(0.15)) return [say('grumble')];
      const direct: Step = { in: 'direct', act: 'directDetail', afterMs: soon() };
      return random.chance(0.4)
        ? [direct, { ...say('goesDirect'), afterMs: direct.afterMs + 4000 }]
        : [direct];
    }
    case 'asks-phone':
      return [
        { in: 'direct', act: 'phoneGiven', afterMs: soon() },
        { ...say('goesDirect'), afterMs: 60_000 },
      ];
    case 'asks-detail':
      return [say(random.chance(0.85) ? 'detail' : 'grumble')];
    case 'suggests':
      return [say(random.chance(0.55) ? 'stillBroken' : 'fixedNow')];
    case 'says-fixed':
      return [say(random.chance(isCalm ? 0.75 : 0.5) ? 'fixedNow' : 'stillBroken')];
    case 'apologises':
      return random.chance(0.2) ? [] : [say(random.chance(isCalm ? 0.6 : 0.25) ? 'thanks' : 'grumble')];
    case 'other':
      return random.chance(0.3) ? [] : [say(random.chance(isCalm ? 0.7 : 0.4) ? 'thanks' : 'stillBroken')];
  }
}

function directSteps(heard: Heard, random: Random): Step[] {
  const say = (act: Act): Step => ({ in: 'direct', act, afterMs: random.int(8_000, 45_000) });
  switch (heard) {
    case 'asks-phone':
      return [say('phoneGiven')];
    case 'asks-detail':
    case 'asks-direct':
      return [say('directDetail')];
    case 'suggests':
      return [say(random.chance(0.5) ? 'stillBroken' : 'fixedNow')];
    default:
      return random.chance(0.25) ? [] : [say('thanks')];
  }
}
