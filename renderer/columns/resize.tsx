import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { setWidth } from '../commands/columns.ts';
import styles from './resize.module.css';

const step = 20;

/** The edge of a column: dragged, or moved by the arrows when it has the focus. */
export const Resize = ({ id, title, width }: { id: string; title: string; width: number }) => {
  const start = useRef<{ x: number; width: number } | null>(null);
  const column = (): HTMLElement | null =>
    document.querySelector<HTMLElement>(`[data-column="${CSS.escape(id)}"]`);

  const grab = (event: PointerEvent<HTMLHRElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: column()?.offsetWidth ?? width };
  };
  const drag = ({ clientX }: PointerEvent): void => {
    const element = column();
    if (!start.current || !element) return;
    // Shown while it is dragged, kept when it is let go.
    element.style.flex = `0 0 ${start.current.width + clientX - start.current.x}px`;
    element.style.maxWidth = 'none';
  };
  const drop = ({ clientX }: PointerEvent): void => {
    if (!start.current) return;
    const next = start.current.width + clientX - start.current.x;
    start.current = null;
    column()?.style.removeProperty('max-width');
    void setWidth(id, next);
  };
  const press = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowLeft' ? -step : event.key === 'ArrowRight' ? step : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    void setWidth(id, (column()?.offsetWidth ?? width) + by);
  };
  return (
    // A separator that moves takes the focus and the pointer: that is its pattern.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <hr
      className={styles.edge}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`Width of ${title}`}
      aria-valuenow={width}
      aria-valuemin={240}
      aria-valuemax={640}
      title="Width: drag, or the arrow keys"
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={drop}
      onKeyDown={press}
    />
  );
};
