const WINDOW_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

interface Bucket {
  used: number;
  resetAtMs: number;
}

export interface Verdict {
  isAllowed: boolean;
  headers: Record<string, string>;
}

/** Budgets per user and route; a window begins with its first call. */
export class RateLimits {
  scale: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(now: () => number, scale: number) {
    this.#now = now;
    this.scale = scale;
  }

  take(userId: string, appId: string, route: string, limit: number, limit24h?: number): Verdict {
    if (this.scale === 0) return { isAllowed: true, headers: {} };
    const windowLimit = Math.max(1, Math.floor(limit * this.scale));
    const window = this.#bucket(`${userId} ${route}`, WINDOW_MS);
    const days = limit24h
      ? [
          { name: 'user', bucket: this.#bucket(`${userId} ${route} day`, DAY_MS), limit: limit24h },
          { name: 'app', bucket: this.#bucket(`app ${appId} ${route} day`, DAY_MS), limit: limit24h },
        ]
      : [];
    const isAllowed = window.used < windowLimit && days.every((day) => day.bucket.used < day.limit);
    if (isAllowed) {
      window.used += 1;
      for (const day of days) day.bucket.used += 1;
    }
    const headers = headersOf('x-rate-limit', window, windowLimit);
    for (const day of days)
      Object.assign(headers, headersOf(`x-${day.name}-limit-24hour`, day.bucket, day.limit));
    return { isAllowed, headers };
  }

  /** A test wants an account to be out of calls, now. */
  exhaust(userId: string, route: string, forMs: number): void {
    this.#buckets.set(`${userId} ${route}`, {
      used: Number.MAX_SAFE_INTEGER,
      resetAtMs: this.#now() + forMs,
    });
  }

  reset(): void {
    this.#buckets.clear();
  }

  #bucket(key: string, lengthMs: number): Bucket {
    const known = this.#buckets.get(key);
    if (known && known.resetAtMs > this.#now()) return known;
    const fresh = { used: 0, resetAtMs: this.#now() + lengthMs };
    this.#buckets.set(key, fresh);
    return fresh;
  }
}

function headersOf(prefix: string, bucket: Bucket, limit: number): Record<string, string> {
  return {
    [`${prefix}-limit`]: String(limit),
    [`${prefix}-remaining`]: String(Math.max(0, limit - bucket.used)),
    [`${prefix}-reset`]: String(Math.ceil(bucket.resetAtMs / 1000)),
  };
}
