import type { Context } from '../context.ts';
import type { User } from '../world/model.ts';
import { inventedBrands } from './brands.ts';

export class Director {
  readonly #context: Context;

  constructor(context: Context, how: { isFresh: boolean; isReplaying: boolean }) {
    this.#context = context;
    if (how.isFresh && !how.isReplaying)
      for (const { user } of inventedBrands()) context.authoring.putUser(user);
  }

  start(): void {}
  stop(): void {}
  setRate(rate: number): void {
    this.#context.settings.rate = rate;
  }
  setPaused(_isPaused: boolean): void {}
  startWave(_city: string): void {}
  preload(_order: { count: number; directs: number; spreadMs: number; brand: User }): unknown {
    return {};
  }
  flood(_brand: User, _perSecond: number, _seconds: number | undefined): void {}
  status(): unknown {
    return {};
  }
}
