import type { Context } from '../context.ts';
import type { Random } from '../random.ts';
import type { User } from '../world/model.ts';
import { type Brand, inventedBrands } from './brands.ts';
import { Cast } from './cast.ts';
import { Flood } from './flood.ts';
import { playOpening } from './opening.ts';
import { Reactions } from './reactions.ts';
import { Scenes } from './scenes.ts';
import { Wave } from './wave.ts';
import { Writer } from './writer.ts';

export interface PreloadOrder {
  count: number;
  directs: number;
  spreadMs: number;
  brand: User;
}

/** Keeps the customers going: the beat of the script, the waves, the floods; answers come by themselves (reactions). */
export class Director {
  readonly #context: Context;
  readonly #random: Random;
  readonly #brands: readonly Brand[];
  readonly #scenes: Scenes;
  readonly #reactions: Reactions;
  readonly #wave: Wave;
  readonly #flood: Flood;
  readonly #isFresh: boolean;
  readonly #isScripted: boolean;
  #isPaused = false;
  /** Beats of an older rate find that they are no longer meant. */
  #beatRound = 0;

  constructor(context: Context, how: { isFresh: boolean; isReplaying: boolean }) {
    this.#context = context;
    this.#isFresh = how.isFresh;
    this.#isScripted = context.settings.customers && !how.isReplaying;
    this.#random = context.random.fork('director');
    if (how.isFresh && !how.isReplaying)
      for (const { user } of inventedBrands()) context.authoring.putUser(user);
    this.#brands = castBrands(context);
    const { world, authoring } = context;
    const cast = new Cast(world, authoring, this.#random.fork('cast'));
    const writer = new Writer(this.#random.fork('writer'));
    this.#scenes = new Scenes({
      world,
      authoring,
      random: this.#random.fork('scenes'),
      cast,
      writer,
      brands: this.#brands,
    });
    this.#reactions = new Reactions(context, this.#random.fork('reactions'), cast, this.#scenes);
    this.#wave = new Wave(context, this.#random.fork('wave'), this.#scenes);
    this.#flood = new Flood(context, this.#scenes);
  }

  start(): void {
    if (!this.#isScripted) return;
    const nowMs = this.#context.clock.now();
    if (this.#isFresh)
      playOpening(this.#scenes, this.#random.fork('opening'), this.#context.settings.opening, nowMs);
    else this.#reactions.resume(nowMs - 10 * 60_000);
    this.setRate(this.#context.settings.rate);
    this.#wave.start(nowMs);
  }

  stop(): void {
    this.#flood.stop();
  }

  setRate(rate: number): void {
    this.#context.settings.rate = rate;
    this.#beatRound += 1;
    if (rate > 0) this.#scheduleBeat(this.#context.clock.now(), this.#beatRound);
  }

  setPaused(isPaused: boolean): void {
    this.#isPaused = isPaused;
    this.#reactions.isPaused = isPaused;
    this.#wave.isPaused = isPaused;
  }

  startWave(city: string): void {
    this.#wave.begin(city, this.#context.clock.now());
  }

  preload({ brand, count, directs, spreadMs }: PreloadOrder): { posts: number; directs: number } {
    const total = count + directs;
    const startMs = this.#context.clock.now() - spreadMs;
    let written = 0;
    for (let at = 0; at < total; at += 1) {
      const atMs = startMs + (spreadMs * at) / total;
      // Evenly mixed: a direct message whenever their share is behind.
      const isDirect = Math.floor(((at + 1) * directs) / total) > written;
      if (isDirect) {
        written += 1;
        this.#scenes.anyDirect(brand, atMs, 'preload');
      } else this.#scenes.anything(brand, atMs, 'preload');
    }
    return { posts: count, directs };
  }

  flood(brand: User, perSecond: number, seconds: number | undefined): void {
    this.#flood.run(brand, perSecond, seconds);
  }

  status() {
    return {
      isScripted: this.#isScripted,
      isPaused: this.#isPaused,
      rate: this.#context.settings.rate,
      pending: this.#context.schedule.pending,
      wave: this.#wave.city ?? null,
      flooded: this.#flood.delivered,
    };
  }

  #scheduleBeat(afterMs: number, round: number): void {
    const meanMs = 60_000 / this.#context.settings.rate;
    const gapMs = Math.min(Math.max(-Math.log(1 - this.#random.next()), 0.15), 2.5) * meanMs;
    this.#context.schedule.at(afterMs + gapMs, (atMs) => {
      if (round !== this.#beatRound) return;
      if (!this.#isPaused && this.#isScripted) this.#scenes.play(atMs);
      this.#scheduleBeat(atMs, round);
    });
  }
}

function castBrands(context: Context): Brand[] {
  const trades = new Map(inventedBrands().map((brand) => [brand.user.handle, brand.trade]));
  return context.world.brands().map((user) => ({ user, trade: trades.get(user.handle) ?? 'mobile' }));
}
