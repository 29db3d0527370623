import { useMemo } from 'react';
import type { ThreadId } from '../../shared/ids.ts';
import { gapsFor, nowhere, placeGaps, takesArrivals, type Placed } from '../gaps/placed.ts';
import { get, useDesk } from '../store/desk.ts';

/** A gap among the rows (80) and the space below it (8): all are equally high, like the cards. */
export const gapPitch = 88;

/** Where the gaps of this column stand. Nearly always there are none, and then nothing is looked at. */
export const useGaps = (id: string, ids: readonly ThreadId[], hasMore: boolean): Placed => {
  const gaps = useDesk((desk) => desk.gaps);
  const definition = useDesk((desk) => desk.columns[id]?.definition);
  return useMemo(() => {
    if (gaps.length === 0 || !definition || !takesArrivals(definition.filter)) return nowhere;
    const here = gapsFor(gaps, definition.filter);
    return placeGaps(here, { ids, cards: get().cards, hasMore, order: definition.order });
  }, [gaps, definition, ids, hasMore]);
};

export const heightAbove = ({ above }: Placed, index: number): number =>
  above.size === 0 ? 0 : (above.get(index)?.length ?? 0) * gapPitch;
