import { useEffect, useRef, type RefObject } from 'react';
import { get } from '../store/desk.ts';

/** A desk that is opened takes the keyboard, unless one of its rows has it already. */
export const useOwnKeyboard = (): RefObject<HTMLElement | null> => {
  const desk = useRef<HTMLElement>(null);
  useEffect(() => {
    const isIn = desk.current?.contains(document.activeElement) === true;
    if (!isIn && get().overlay === null) desk.current?.focus({ preventScroll: true });
  }, []);
  return desk;
};
