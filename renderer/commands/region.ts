import { get, set } from '../store/desk.ts';
import { touchColumn } from '../store/touch.ts';
import { contextOf, isTyping } from './context.ts';

/** Keeps `region` and the active column true to where the keyboard is, and tells columns when the agent is at them. */
export const startRegion = (): (() => void) => {
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element) || target.closest('dialog')) return;
    const region = contextOf(target);
    const typing = isTyping(target);
    if (get().region !== region || get().isTyping !== typing) set({ region, isTyping: typing });
    const columnId = columnOf(target);
    if (columnId === undefined) return;
    touchColumn(columnId);
    if (get().activeColumn !== columnId) set({ activeColumn: columnId });
  };
  // A field that goes while it has the keyboard is typed in no longer.
  const onBlur = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget === null && get().isTyping) set({ isTyping: false });
  };
  const onPointer = ({ target }: PointerEvent): void => {
    const columnId = columnOf(target);
    if (columnId !== undefined) touchColumn(columnId);
  };
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', onBlur);
  document.addEventListener('pointerover', onPointer);
  return () => {
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', onBlur);
    document.removeEventListener('pointerover', onPointer);
  };
};

const columnOf = (target: EventTarget | null): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-column]')?.dataset['column'] : undefined;
