import type { Context } from '../context.ts';
import type { User } from '../world/model.ts';
import type { Scenes } from './scenes.ts';

const TICK_MS = 20;

/** So many messages per second of real time, for measuring. */
export class Flood {
  readonly #context: Context;
  readonly #scenes: Scenes;
  #timer: NodeJS.Timeout | undefined;
  delivered = 0;

  constructor(context: Context, scenes: Scenes) {
    this.#context = context;
    this.#scenes = scenes;
  }

  run(brand: User, perSecond: number, seconds: number | undefined): void {
    this.stop();
    this.delivered = 0;
    if (perSecond === 0) return;
    const startedMs = performance.now();
    this.#timer = setInterval(() => {
      const elapsed = (performance.now() - startedMs) / 1000;
      const due = Math.floor(Math.min(elapsed, seconds ?? elapsed) * perSecond);
      for (; this.delivered < due; this.delivered += 1) {
        this.#scenes.anything(brand, this.#context.clock.now(), 'preload');
      }
      if (seconds !== undefined && elapsed >= seconds) this.stop();
    }, TICK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
