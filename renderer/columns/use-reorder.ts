import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useState, type RefObject } from 'react';
import { moveColumnTo } from '../commands/columns.ts';
import { get } from '../store/desk.ts';
import { ownColumns } from '../store/own-desks.ts';

/** A column is dragged by its head onto another's, whose place it takes. True while one is above. */
export const useReorder = (head: RefObject<HTMLElement | null>, id: string): boolean => {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const element = head.current;
    if (!element) return undefined;
    return combine(
      draggable({
        element,
        canDrag: () => ownColumns(get()) !== null,
        getInitialData: () => ({ kind: 'column', id }),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data['kind'] === 'column' && source.data['id'] !== id,
        onDragEnter: () => setIsOver(true),
        onDragLeave: () => setIsOver(false),
        onDrop: ({ source }) => {
          setIsOver(false);
          const dragged = source.data['id'];
          if (typeof dragged === 'string') void moveColumnTo(dragged, Object.keys(get().columns).indexOf(id));
        },
      }),
    );
  }, [head, id]);
  return isOver;
};
