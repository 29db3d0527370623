import { compareIds } from './snowflake.ts';

export interface Range {
  sinceId?: string;
  untilId?: string;
  /** Newest first, continuing below this id: what a pagination token carries. */
  belowId?: string;
  limit: number;
  /** How deep a caller may read at all (newest 800 mentions, newest 3,200 posts). */
  depth: number;
}

export interface Page<T> {
  items: T[];
  hasMore: boolean;
}

/** A page of a list that is sorted by id, oldest first; the page comes newest first. */
export function pageOf<T extends { id: string }>(
  list: readonly T[],
  range: Range,
  isListed: (item: T) => boolean,
): Page<T> {
  const items: T[] = [];
  let depth = 0;
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const item = list[at] as T;
    if (range.sinceId && compareIds(item.id, range.sinceId) <= 0) break;
    if (!isListed(item)) continue;
    depth += 1;
    if (depth > range.depth) break;
    if (range.untilId && compareIds(item.id, range.untilId) >= 0) continue;
    if (range.belowId && compareIds(item.id, range.belowId) >= 0) continue;
    if (items.length === range.limit) return { items, hasMore: true };
    items.push(item);
  }
  return { items, hasMore: false };
}
