import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { set } from '../store/desk.ts';
import { cx } from './cx.ts';
import styles from './dialog.module.css';

type Props = { title: string; isTitleHidden?: boolean; size?: 'small' | 'wide'; children: ReactNode };

const close = (): void => set({ overlay: null });

// The platform says `close` a moment after Esc, and until then every key would still belong to the dialog.
const closeOnEscape = (event: KeyboardEvent): void => {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
  // Something in the dialog has an Esc of its own: what is being recorded is given up first.
  if (event.target instanceof Element && event.target.closest('[data-recorder]')) return;
  event.preventDefault();
  event.stopPropagation();
  close();
};

/** The platform's own dialog: it keeps the focus inside, closes on Esc, and gives the focus back. */
export const Dialog = ({ title, isTitleHidden = false, size = 'small', children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const before = useRef<Element>(null);
  // Before the paint: from the first frame on, what is typed goes in here.
  useLayoutEffect(() => {
    before.current = document.activeElement;
    dialog.current?.showModal();
  }, []);
  useEffect(
    () => () => {
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    },
    [],
  );
  return (
    // The backdrop is the dialog itself: a press on it, not inside, closes.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className={cx(styles.dialog, size === 'wide' && styles.wide)}
      aria-labelledby={titleId}
      onKeyDownCapture={closeOnEscape}
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className={styles.inside}>
        <h2 id={titleId} className={isTitleHidden ? 'spoken' : styles.title}>
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
};
