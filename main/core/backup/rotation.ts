import type { Ms } from '../../../shared/model.ts';

type Copy = { name: string; at: Ms };

const dayMs = 86_400_000;
/** The first of January 1970 was a Thursday. */
const weekOf = (at: Ms): number => Math.floor((at + 3 * dayMs) / (7 * dayMs));

/**
 * Those that need not be kept: of the last days that have a copy the newest of each stays, and of the last weeks the newest of
 * each. The newest of all always does.
 */
export const superfluous = <C extends Copy>(
  copies: readonly C[],
  { daily, weekly }: { daily: number; weekly: number },
): C[] => {
  const newestFirst = copies.toSorted((a, b) => b.at - a.at);
  const kept = new Set([
    ...newestFirst.slice(0, 1),
    ...newestOfEach(newestFirst, (at) => Math.floor(at / dayMs)).slice(0, daily),
    ...newestOfEach(newestFirst, weekOf).slice(0, weekly),
  ]);
  return newestFirst.filter((copy) => !kept.has(copy));
};

const newestOfEach = <C extends Copy>(newestFirst: readonly C[], spanOf: (at: Ms) => number): C[] => {
  const spans = new Map<number, C>();
  for (const copy of newestFirst) if (!spans.has(spanOf(copy.at))) spans.set(spanOf(copy.at), copy);
  return [...spans.values()];
};
