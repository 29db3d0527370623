/** Everything that looks like chance in the simulator comes from here, so that a seed repeats a day exactly. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  int(minimum: number, maximum: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** A stream of its own: what one part draws does not move what another part draws. */
  fork(name: string): Random;
}

export function seeded(seed: string | number): Random {
  const next = sfc32(String(seed));
  return fromSource(next, String(seed));
}

export function fromSource(next: () => number, name = ''): Random {
  const random: Random = {
    next,
    int: (minimum, maximum) => minimum + Math.floor(next() * (maximum - minimum + 1)),
    chance: (probability) => next() < probability,
    pick(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    weighted(weights) {
      const entries = Object.entries(weights) as [keyof typeof weights, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return (entries.at(-1) as [keyof typeof weights, number])[0];
    },
    fork: (child) => seeded(`${name}/${child}/${Math.floor(next() * 2 ** 32)}`),
  };
  return random;
}

/** A stable number for a string: the same persona has the same face in every run. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** The small fast counter generator: good enough for people, and the same on every machine. */
function sfc32(seed: string): () => number {
  let a = hash32(`${seed}a`);
  let b = hash32(`${seed}b`);
  let c = hash32(`${seed}c`);
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next();
  return next;
}
