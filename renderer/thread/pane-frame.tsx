import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { save } from '../commands/settings.ts';
import { set, useDesk } from '../store/desk.ts';
import type { DeskName } from '../store/state.ts';
import styles from './pane-frame.module.css';

const least = 420;
const most = 720;
const step = 20;
const untouched = 480;

const clamp = (width: number): number => Math.round(Math.min(most, Math.max(least, width)));

/** Of what has no columns: as much room as so many of them. */
const widths: Partial<Record<DeskName, number>> = { phones: 3, archive: 2 };

type Props = { isOpen: boolean; children: ReactNode };

/** The right side of the desk, as wide as the agent likes; below 1100 px it slides over the columns. */
export const PaneFrame = ({ isOpen, children }: Props) => {
  const width = useDesk((desk) => desk.settings.paneWidth);
  const columns = useDesk(({ desk, columns: shown }) => widths[desk] ?? Object.keys(shown).length);
  const frame = useRef<HTMLElement>(null);

  const resize = (to: number, isFinal: boolean): void => {
    const paneWidth = clamp(to);
    set((desk) => ({ settings: { ...desk.settings, paneWidth } }));
    if (isFinal) void save({ paneWidth });
  };
  const onPointerDown = (event: PointerEvent<HTMLHRElement>): void => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const widthAt = (event: PointerEvent): number =>
    (frame.current?.getBoundingClientRect().right ?? 0) - event.clientX;
  const onPointerMove = (event: PointerEvent<HTMLHRElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(widthAt(event), false);
  };
  const onPointerUp = (event: PointerEvent<HTMLHRElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(widthAt(event), true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: step, ArrowRight: -step, Home: most, End: -most }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    resize((frame.current?.offsetWidth ?? width) + by, true);
  };

  // Until the agent sets a width of their own, the pane yields what the columns need, and takes what they can't use.
  const room = (each: number): string => `100vw - var(--rail) - ${columns} * ${each}px`;
  const style: Record<string, string | number> = {
    '--pane':
      width === untouched
        ? `max(clamp(${least}px, ${room(320)}, ${untouched}px), min(${room(440)}, ${most}px))`
        : `${width}px`,
  };
  return (
    <aside
      ref={frame}
      className={styles.frame}
      style={style}
      aria-label="Thread"
      data-open={isOpen || undefined}
      data-region={isOpen ? 'thread' : 'everywhere'}
    >
      {/* A rule that can be focused is a widget, the separator of ARIA 1.2; the linter knows only the other kind. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <hr
        className={styles.handle}
        aria-label="Width of the thread pane"
        aria-orientation="vertical"
        aria-valuemin={least}
        aria-valuemax={most}
        aria-valuenow={width}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        title="Drag, or use ← and →"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onKeyDown={onKeyDown}
      />
      {children}
    </aside>
  );
};
