import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect } from 'react';
import { useDesk } from '../store/desk.ts';

/** Brings the row in focus into view when the focus moves; never when rows change around it. */
export const useFollowFocus = (columnId: string, virtualizer: Virtualizer<HTMLDivElement, Element>): void => {
  useEffect(
    () =>
      useDesk.subscribe((desk, before) => {
        const id = desk.focused[columnId];
        if (id === undefined || id === before.focused[columnId] || desk.activeColumn !== columnId) return;
        const at = desk.columns[columnId]?.ids.indexOf(id) ?? -1;
        if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
      }),
    [columnId, virtualizer],
  );
};
