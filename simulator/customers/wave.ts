import type { Context } from '../context.ts';
import type { Random } from '../random.ts';
import type { Scenes } from './scenes.ts';

const FIRST_AFTER_MS = 3 * 60_000;
const LENGTH_MS = 4 * 60_000;
const CITIES = ['Sheffield', 'Bradford', 'York', 'Hull', 'Leeds', 'Wakefield', 'Harrogate'];

/** "The network is down in Leeds": for some minutes everybody writes about the same thing, then it is over. */
export class Wave {
  readonly #context: Context;
  readonly #random: Random;
  readonly #scenes: Scenes;
  isPaused = false;
  city: string | undefined;
  #endsAtMs = 0;

  constructor(context: Context, random: Random, scenes: Scenes) {
    this.#context = context;
    this.#random = random;
    this.#scenes = scenes;
  }

  start(nowMs: number): void {
    this.#plan(nowMs + FIRST_AFTER_MS, 'Leeds');
  }

  begin(city: string, atMs: number): void {
    this.city = city;
    this.#endsAtMs = atMs + LENGTH_MS;
    this.#next(atMs, atMs);
  }

  #plan(atMs: number, city: string): void {
    this.#context.schedule.at(atMs, (dueMs) => {
      if (!this.isPaused && this.#context.settings.rate > 0 && !this.city) this.begin(city, dueMs);
      this.#plan(dueMs + this.#random.int(18, 40) * 60_000, this.#random.pick(CITIES));
    });
  }

  #next(afterMs: number, beganMs: number): void {
    const { settings, schedule } = this.#context;
    // It comes quickly and ebbs slowly.
    const age = (afterMs - beganMs) / LENGTH_MS;
    const perMinute = Math.max(16, settings.rate * 3) * Math.max(0.15, 1 - age);
    const gapMs = (60_000 / perMinute) * (0.3 + this.#random.next() * 1.4);
    schedule.at(afterMs + gapMs, (atMs) => {
      const { city } = this;
      if (city === undefined) return;
      if (atMs >= this.#endsAtMs) this.#end(city, atMs);
      else {
        if (!this.isPaused) this.#scenes.outage(city, 'outage', atMs);
        this.#next(atMs, beganMs);
      }
    });
  }

  #end(city: string, atMs: number): void {
    this.city = undefined;
    for (const delayMs of [5_000, 19_000, 41_000]) {
      this.#context.schedule.at(atMs + delayMs, (dueMs) => this.#scenes.outage(city, 'restored', dueMs));
    }
  }
}
