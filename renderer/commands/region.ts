import { get, set } from '../store/desk.ts';
import { contextOf } from './context.ts';

/** Keeps `region` true to where the keyboard is, for the status line and for commands. */
export const startRegion = (): (() => void) => {
  const onFocus = (event: FocusEvent): void => {
    const region = contextOf(event.target);
    if (event.target instanceof Element && event.target.closest('dialog')) return;
    if (get().region !== region) set({ region });
  };
  document.addEventListener('focusin', onFocus);
  return () => document.removeEventListener('focusin', onFocus);
};
