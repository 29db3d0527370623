/** The published prices in USD. Reads are paid once per thing and UTC day. */
const PRICES = {
  'post.read': 0.005,
  'user.read': 0.01,
  'direct.read': 0.01,
  'owned.read': 0.001,
  'post.create': 0.015,
  'post.create.url': 0.2,
  'reply.create': 0.01,
  'direct.create': 0.015,
} as const;

export type Priced = keyof typeof PRICES;

export class Ledger {
  readonly #counts = new Map<Priced, number>();
  #day = '';
  #paidToday = new Set<string>();

  charge(what: Priced, times = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + times);
  }

  chargeReads(what: Priced, kind: string, ids: Iterable<string>, atMs: number): void {
    const day = new Date(atMs).toISOString().slice(0, 10);
    if (day !== this.#day) {
      this.#day = day;
      this.#paidToday = new Set();
    }
    for (const id of ids) {
      const key = `${kind}:${id}`;
      if (this.#paidToday.has(key)) continue;
      this.#paidToday.add(key);
      this.charge(what);
    }
  }

  summary(): { totalUsd: number; items: Record<string, { count: number; usd: number }> } {
    const items: Record<string, { count: number; usd: number }> = {};
    let total = 0;
    for (const [what, count] of this.#counts) {
      const usd = round(count * PRICES[what]);
      items[what] = { count, usd };
      total += usd;
    }
    return { totalUsd: round(total), items };
  }
}

function round(usd: number): number {
  return Math.round(usd * 1e6) / 1e6;
}
