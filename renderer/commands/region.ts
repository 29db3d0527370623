import { get, set } from '../store/desk.ts';
import { touchColumn } from '../store/touch.ts';
import { contextOf } from './context.ts';

/** Keeps `region` and the active column true to where the keyboard is, and tells columns when the agent is at them. */
export const startRegion = (): (() => void) => {
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element) || target.closest('dialog')) return;
    const region = contextOf(target);
    if (get().region !== region) set({ region });
    const columnId = columnOf(target);
    if (columnId === undefined) return;
    touchColumn(columnId);
    if (get().activeColumn !== columnId) set({ activeColumn: columnId });
  };
  const onPointer = ({ target }: PointerEvent): void => {
    const columnId = columnOf(target);
    if (columnId !== undefined) touchColumn(columnId);
  };
  document.addEventListener('focusin', onFocus);
  document.addEventListener('pointerover', onPointer);
  return () => {
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('pointerover', onPointer);
  };
};

const columnOf = (target: EventTarget | null): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-column]')?.dataset['column'] : undefined;
