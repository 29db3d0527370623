import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect } from 'react';
import { useDesk } from '../store/desk.ts';
import type { Desk } from '../store/state.ts';

/**
 * Brings the row in focus into view when the focus moves, when the keyboard comes to the column, and when its rows are there;
 * never when rows change around it.
 */
export const useFollowFocus = (columnId: string, virtualizer: Virtualizer<HTMLDivElement, Element>): void => {
  useEffect(() => {
    const follow = (desk: Desk): void => {
      const id = desk.focused[columnId];
      if (id === undefined || desk.activeColumn !== columnId) return;
      const at = desk.columns[columnId]?.ids.indexOf(id) ?? -1;
      if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
    };
    follow(useDesk.getState());
    return useDesk.subscribe((desk, before) => {
      const isFilled = before.columns[columnId]?.ids.length === 0;
      const isEntered = before.activeColumn !== columnId;
      if (isFilled || isEntered || desk.focused[columnId] !== before.focused[columnId]) follow(desk);
    });
  }, [columnId, virtualizer]);
};
