import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { pointerOutsideOfPreview } from '@atlaskit/pragmatic-drag-and-drop/element/pointer-outside-of-preview';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { useEffect, useState, type RefObject } from 'react';
import type { Action } from '../../shared/action.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { applyAction } from '../commands/apply.ts';
import { get, useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { isSelected } from '../store/selection.ts';
import { targets, type Targets } from '../store/targets.ts';
import styles from './drag.module.css';

type Dragged = { kind: 'threads'; on: Targets; from: string };

const isDragged = (data: Record<string | symbol, unknown>): data is Dragged => data['kind'] === 'threads';

/**
 * A card is dragged by its first line, so that the text below it still selects. A selected card takes the whole
 * selection along.
 */
export const useDrag = (row: RefObject<HTMLElement | null>, columnId: string, id: ThreadId): void => {
  const isKnown = useDesk((desk) => desk.cards.has(id));
  useEffect(() => {
    const handle = isKnown ? row.current?.querySelector<HTMLElement>(`[id$="-who"]`) : null;
    if (!handle) return undefined;
    handle.classList.add(styles.handle ?? '');
    return draggable({
      element: handle,
      canDrag: () => iMay(get(), 'thread.work'),
      getInitialData: (): Dragged => ({ kind: 'threads', on: draggedWith(columnId, id), from: columnId }),
      onGenerateDragPreview: ({ nativeSetDragImage, source }) =>
        setCustomNativeDragPreview({
          nativeSetDragImage,
          getOffset: pointerOutsideOfPreview({ x: '12px', y: '8px' }),
          render: ({ container }) => {
            const chip = document.createElement('div');
            chip.className = styles.chip ?? '';
            chip.textContent = isDragged(source.data) ? nameOf(source.data.on) : '';
            container.append(chip);
          },
        }),
    });
  }, [row, columnId, id, isKnown]);
};

/**
 * Takes threads that are dropped here and does `actionOf()` to them. `could` while threads are dragged that may be dropped
 * here, `would` while they are above.
 */
export const useDrop = (
  place: RefObject<HTMLElement | null>,
  name: string,
  actionOf: () => Action | null,
): 'could' | 'would' | undefined => {
  const [state, setState] = useState<'could' | 'would'>();
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const takes = (data: Record<string | symbol, unknown>): boolean =>
      isDragged(data) && data.from !== name && actionOf() !== null;
    return combine(
      monitorForElements({
        canMonitor: ({ source }) => takes(source.data),
        onDragStart: () => setState('could'),
        onDrop: () => setState(undefined),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => takes(source.data),
        onDragEnter: () => setState('would'),
        onDragLeave: () => setState('could'),
        onDrop: ({ source }) => {
          const action = actionOf();
          if (action && isDragged(source.data)) void applyAction(action, source.data.on);
        },
      }),
    );
  });
  return state;
};

const draggedWith = (columnId: string, id: ThreadId): Targets => {
  const desk = get();
  const all = isSelected(desk, columnId, id) ? targets({ ...desk, region: 'columns' }) : null;
  return all ?? { target: { threadIds: [id] }, count: 1, only: id };
};

const nameOf = ({ only, count }: Targets): string => {
  const card = only === null ? undefined : get().cards.get(only);
  return card ? `@${card.handle}` : `${count.toLocaleString('en')} threads`;
};
