import { memo, useLayoutEffect, useRef, type MouseEvent } from 'react';
import type { ThreadId } from '../../shared/ids.ts';
import { openCardMenu } from '../commands/card-menu.ts';
import { runCommand } from '../commands/run.ts';
import { Check } from '../selection/check.tsx';
import { useDrag } from '../selection/drag.ts';
import { get, useDesk } from '../store/desk.ts';
import { focusCard } from '../store/focus.ts';
import { extendTo, isSelected, toggle } from '../store/selection.ts';
import { CardFace } from './card-face.tsx';
import styles from './card-row.module.css';

/** Card (116) and the gap below it (8): see `--card`. */
export const cardPitch = 124;
/** Of a compact one (80): one line of what was written. */
export const compactPitch = 88;

type Props = { id: ThreadId; columnId: string; at: number; size: number; start: number };

/** Where a card stands, and whether the keyboard is on it; what it says is `CardFace`. */
export const CardRow = memo(({ id, columnId, at, size, start }: Props) => {
  const isFocused = useDesk(
    ({ focused, activeColumn }) => activeColumn === columnId && focused[columnId] === id,
  );
  const isReachable = useDesk(({ focused }) =>
    focused[columnId] === undefined ? at === 0 : focused[columnId] === id,
  );
  const isOpen = useDesk(({ thread }) => thread?.id === id);
  const isUnread = useDesk(({ cards }) => cards.get(id)?.isUnread ?? false);
  const hasLeft = useDesk(({ columns }) => columns[columnId]?.left.has(id) ?? false);
  const isChosen = useDesk((desk) => isSelected(desk, columnId, id));
  const row = useRef<HTMLElement>(null);
  useDrag(row, columnId, id);

  useLayoutEffect(() => {
    if (isFocused && get().region === 'columns' && get().overlay === null)
      row.current?.focus({ preventScroll: true });
  }, [isFocused]);

  const press = (event: MouseEvent): void => {
    if (event.shiftKey) {
      // The browser would select the text in between.
      window.getSelection()?.removeAllRanges();
      return extendTo(columnId, id);
    }
    if (event.ctrlKey || event.metaKey) return toggle(columnId, id);
    open();
  };
  const open = (): void => {
    if (window.getSelection()?.isCollapsed === false) return;
    focusCard(columnId, id);
    runCommand('thread.open');
  };
  return (
    // A feed's articles take the focus; Enter and the press are the same command.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <article
      ref={row}
      className={styles.row}
      style={{ transform: `translateY(${start}px)` }}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isReachable ? 0 : -1}
      aria-posinset={at + 1}
      aria-setsize={size}
      aria-labelledby={`${columnId}-${id}-who${isChosen ? ` ${columnId}-${id}-chosen` : ''}`}
      aria-describedby={`${columnId}-${id}-says`}
      data-thread-id={id}
      data-focused={isFocused || undefined}
      data-open={isOpen || undefined}
      data-unread={isUnread || undefined}
      data-left={hasLeft || undefined}
      data-selected={isChosen || undefined}
      onFocus={() => focusCard(columnId, id)}
      onClick={press}
      onContextMenu={(event) => {
        // With text selected the system's menu offers to copy it.
        if (window.getSelection()?.isCollapsed === false) return;
        event.preventDefault();
        openCardMenu(columnId, id);
      }}
    >
      <CardFace id={id} columnId={columnId} />
      {isChosen && <Check id={`${columnId}-${id}-chosen`} />}
    </article>
  );
});
