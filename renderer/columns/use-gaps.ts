import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ThreadId } from '../../shared/ids.ts';
import type { Gap } from '../../shared/model.ts';
import { isOwnGap, tellHeld, useHeld } from '../gaps/held.ts';
import { gapsFor, nowhere, placeGaps, takesArrivals, type Placed } from '../gaps/placed.ts';
import { settleGaps } from '../gaps/settle.ts';
import { get, useDesk } from '../store/desk.ts';
import { viewOf } from '../store/views.ts';

/** A gap among the rows (80) and the space below it (8): all are equally high, like the cards. */
export const gapPitch = 88;

const none: readonly Gap[] = [];

/** Where the gaps of this column stand. Nearly always there are none, and then nothing is looked at. */
export const useGaps = (id: string, ids: readonly ThreadId[], hasMore: boolean): Placed => {
  const gaps = useDesk((desk) => desk.gaps);
  const definition = useDesk((desk) => desk.columns[id]?.definition);
  const fresh = useMemo(
    () =>
      gaps.length > 0 && definition && takesArrivals(definition.filter)
        ? gapsFor(gaps, definition.filter)
        : none,
    [gaps, definition],
  );
  const place = useCallback(
    (some: readonly Gap[]): Placed =>
      some.length === 0 || !definition
        ? nowhere
        : placeGaps(some, { ids, cards: get().cards, hasMore, order: definition.order }),
    [definition, ids, hasMore],
  );
  const shown = useShown(id, fresh, place, definition);
  return useMemo(() => place(shown), [place, shown]);
};

/** Nothing moves under the eye: what would move a row in view waits until the column is shown as it is now. */
const useShown = (
  id: string,
  fresh: readonly Gap[],
  place: (gaps: readonly Gap[]) => Placed,
  definition: unknown,
): readonly Gap[] => {
  const [shown, setShown] = useState(fresh);
  const asked = useHeld((state) => state.asked[id] ?? 0);
  const before = useRef({ asked, definition });
  useLayoutEffect(() => {
    const isAsked = before.current.asked !== asked || before.current.definition !== definition;
    before.current = { asked, definition };
    const view = isAsked ? undefined : viewOf(id);
    const { gaps, held } = settleGaps(shown, fresh, { place, view, isOwn: isOwnGap });
    setShown(gaps);
    tellHeld(id, held);
  }, [id, asked, definition, shown, fresh, place]);
  useLayoutEffect(() => () => tellHeld(id, 0), [id]);
  return shown;
};

export const heightAbove = ({ above }: Placed, index: number): number =>
  above.size === 0 ? 0 : (above.get(index)?.length ?? 0) * gapPitch;
