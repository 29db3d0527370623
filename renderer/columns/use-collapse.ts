import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { ThreadId } from '../../shared/ids.ts';

const atMostMs = 200;

/** When one or two rows leave, those below close the gap visibly; larger changes are simply there. */
export const useCollapse = (ids: readonly ThreadId[], rows: RefObject<HTMLElement | null>): void => {
  const before = useRef(ids.length);
  useLayoutEffect(() => {
    const gone = before.current - ids.length;
    before.current = ids.length;
    const list = rows.current;
    if (!list || gone < 1 || gone > 2) return undefined;
    list.toggleAttribute('data-closing', true);
    const timer = setTimeout(() => list.toggleAttribute('data-closing', false), atMostMs);
    return () => {
      clearTimeout(timer);
      list.toggleAttribute('data-closing', false);
    };
  }, [ids, rows]);
};
