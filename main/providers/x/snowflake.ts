import type { Ms } from '../../../shared/model.ts';

const epochMs = 1_288_834_974_657n;

/** Ids are numbers too long for a double; as digits without leading zeros they order by length, then by text. */
export const compareIds = (a: string, b: string): number =>
  a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

export const isNewer = (a: string, b: string | null): boolean => b === null || compareIds(a, b) > 0;

export const newest = (ids: Iterable<string | null>): string | null => {
  let best: string | null = null;
  for (const id of ids) if (id !== null && isNewer(id, best)) best = id;
  return best;
};

export const oldest = (ids: Iterable<string | null>): string | null => {
  let best: string | null = null;
  for (const id of ids) if (id !== null && (best === null || compareIds(id, best) < 0)) best = id;
  return best;
};

/** When the network made the id: its own clock, never ours. */
export const timeOf = (id: string): Ms => Number((BigInt(id) >> 22n) + epochMs);
