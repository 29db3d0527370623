import { useEffect, useRef } from 'react';

/** When the row in focus goes, or there was none yet, focus is on the one that takes its place. */
export const useKeptFocus = <Id>(ids: readonly Id[], focused: Id | null, focus: (id: Id) => void): void => {
  const place = useRef(0);
  useEffect(() => {
    const at = focused === null ? -1 : ids.indexOf(focused);
    if (at >= 0) {
      place.current = at;
      return;
    }
    const next = ids[Math.min(place.current, ids.length - 1)];
    if (next !== undefined) focus(next);
  }, [ids, focused, focus]);
};
