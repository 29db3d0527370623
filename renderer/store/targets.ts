import type { Target } from '../../shared/api/bulk.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { filterOf, loadOf, useBoard } from '../supervisor/board-store.ts';
import { isInPane, threadInFocus } from './focus.ts';
import type { Desk } from './state.ts';

/** What a thread command acts on, and how many threads that is. */
export type Targets = { target: Target; count: number; only: ThreadId | null };

/**
 * The selection if there is one, else the thread in focus; null when there is neither. With the keyboard in the thread
 * pane it is the thread one reads: a selection made elsewhere must not be resolved by a key meant for this one.
 */
export const targets = (desk: Desk): Targets | null => {
  const { selection, region } = desk;
  const { row } = useBoard.getState();
  if (region === 'team' && row !== null) {
    return { target: { filter: filterOf(row) }, count: loadOf(useBoard.getState(), row), only: null };
  }
  if (selection && !isInPane(region)) {
    if (selection.by === 'filter') {
      return { target: { filter: selection.filter }, count: selection.count, only: null };
    }
    const threadIds = [...selection.ids];
    return {
      target: { threadIds },
      count: threadIds.length,
      only: threadIds.length === 1 ? (threadIds[0] ?? null) : null,
    };
  }
  const card = threadInFocus(desk);
  return card ? { target: { threadIds: [card.id] }, count: 1, only: card.id } : null;
};
