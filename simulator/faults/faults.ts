import type { Random } from '../random.ts';
import type { FaultSpec } from './spec.ts';

interface Armed {
  id: number;
  spec: FaultSpec;
  pattern: RegExp;
  struck: number;
  passed: number;
}

/** The faults that are armed. The first one that matches a call strikes. */
export class Faults {
  readonly #random: Random;
  #armed: Armed[] = [];
  #lastId = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  arm(spec: FaultSpec): number {
    this.#lastId += 1;
    this.#armed.push({ id: this.#lastId, spec, pattern: glob(spec.path), struck: 0, passed: 0 });
    return this.#lastId;
  }

  disarm(id?: number): void {
    this.#armed = id === undefined ? [] : this.#armed.filter((armed) => armed.id !== id);
  }

  list(): { id: number; struck: number; spec: FaultSpec }[] {
    return this.#armed.map(({ id, struck, spec }) => ({ id, struck, spec }));
  }

  strike(method: string, path: string, brandHandle: string | undefined): FaultSpec | undefined {
    for (const armed of this.#armed) {
      const { spec } = armed;
      if (spec.method && spec.method.toUpperCase() !== method) continue;
      if (!armed.pattern.test(path)) continue;
      if (spec.brand && spec.brand.toLowerCase() !== brandHandle?.toLowerCase()) continue;
      if (spec.times !== undefined && armed.struck >= spec.times) continue;
      armed.passed += 1;
      if (spec.skip !== undefined && armed.passed <= spec.skip) continue;
      if (spec.probability !== undefined && !this.#random.chance(spec.probability)) continue;
      armed.struck += 1;
      return spec;
    }
    return undefined;
  }
}

function glob(path: string): RegExp {
  const escaped = path.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`);
}
