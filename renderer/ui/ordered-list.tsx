import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './ordered-list.module.css';

type Line = { id: string; name: string };
type Props<T extends Line> = {
  /** What is listed, and in which order. */
  label: string;
  items: readonly T[];
  onOpen: (item: T) => void;
  /** All ids, in the order that is wanted now. */
  onOrder: (ids: T['id'][]) => void;
  itemClass?: string | undefined;
  children: (item: T) => ReactNode;
};

/** What is asked from the top. The arrows move between the lines, with Shift they move the line. */
export const OrderedList = <T extends Line>({
  label,
  items,
  onOpen,
  onOrder,
  itemClass,
  children,
}: Props<T>) => {
  const list = useRef<HTMLOListElement>(null);
  const focus = (at: number): void => list.current?.querySelectorAll<HTMLElement>('[data-row]')[at]?.focus();
  const move = (at: number, by: 1 | -1): void => {
    const ids = items.map((item): T['id'] => item.id);
    const [id] = ids.splice(at, 1);
    if (id === undefined || at + by < 0 || at + by > ids.length) return;
    ids.splice(at + by, 0, id);
    onOrder(ids);
  };
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    if (event.shiftKey) move(at, by);
    else focus(at + by);
  };
  return (
    <ol ref={list} className={styles.rows} aria-label={label}>
      {items.map((item, at) => (
        <li key={item.id} className={styles.row}>
          <button
            type="button"
            className={cx(styles.open, itemClass)}
            data-row={item.id}
            onClick={() => onOpen(item)}
            onKeyDown={(event) => onKeyDown(event, at)}
          >
            {children(item)}
          </button>
          <button
            type="button"
            className={styles.move}
            title={`Ask ${item.name} earlier (Shift+↑)`}
            aria-label={`Ask ${item.name} earlier`}
            disabled={at === 0}
            onClick={() => move(at, -1)}
          >
            ↑
          </button>
          <button
            type="button"
            className={styles.move}
            title={`Ask ${item.name} later (Shift+↓)`}
            aria-label={`Ask ${item.name} later`}
            disabled={at === items.length - 1}
            onClick={() => move(at, 1)}
          >
            ↓
          </button>
        </li>
      ))}
    </ol>
  );
};
