import type { Random } from '../random.ts';

const EPOCH_MS = 1_288_834_974_657;
const LOW_BITS = 22n;

/** Ids as the network makes them: the time in the high bits, strictly increasing whatever the clock does. */
export class Snowflakes {
  readonly #random: Random;
  #last = 0n;

  constructor(random: Random) {
    this.#random = random;
  }

  next(atMs: number): string {
    const floor = BigInt(Math.max(0, Math.floor(atMs) - EPOCH_MS)) << LOW_BITS;
    // The low bits start in the lower half, so that a busy millisecond still has two million ids to go.
    const fresh = floor + BigInt(this.#random.int(0, 2 ** 21));
    const following = this.#last + BigInt(this.#random.int(1, 64));
    this.#last = fresh > this.#last ? fresh : following;
    return this.#last.toString();
  }

  /** After a restart: nothing new may be older than what the journal knows. */
  seen(id: string): void {
    const value = BigInt(id);
    if (value > this.#last) this.#last = value;
  }
}

export function snowflakeTimeMs(id: string): number {
  return Number(BigInt(id) >> LOW_BITS) + EPOCH_MS;
}

/** The smallest id that could have been made at this time: turns start_time into since_id. */
export function snowflakeFloor(atMs: number): string {
  return (BigInt(Math.max(0, atMs - EPOCH_MS)) << LOW_BITS).toString();
}

export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
