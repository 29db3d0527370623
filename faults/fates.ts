import type { Random } from '../simulator/random.ts';
import type { Death } from './desk/order.ts';

/** A life that passes a point often ends at any of so many passings; what comes by rarely, at the first or second. */
const passings = (point: string): number => {
  if (/^(?:poll\.|before|after (?:poll|send))/u.test(point)) return 12;
  return point.startsWith('outbox.') ? 5 : 1;
};

/** Chooses where lives end, so that each point has its turn: the one that was tried least comes next. */
export const createFates = (points: readonly string[], random: Random) => {
  const tried = new Map(points.map((point) => [point, 0]));
  const met = new Map<string, number>();
  return {
    next(): Death {
      const fewest = Math.min(...tried.values());
      const at = random.pick(points.filter((point) => tried.get(point) === fewest));
      tried.set(at, fewest + 1);
      const afterPassing = random.int(0, passings(at));
      // What no life came by so far ends the first that does.
      return { at, afterPassing: fewest > 0 && !met.has(at) ? 0 : afterPassing };
    },
    died: (at: string): void => void met.set(at, (met.get(at) ?? 0) + 1),
    /** How often a life ended at each point, the fewest first. */
    deaths: (): [string, number][] =>
      points.map((point): [string, number] => [point, met.get(point) ?? 0]).toSorted(([, a], [, b]) => a - b),
  };
};
