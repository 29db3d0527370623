import { useEffect, useId, useRef, type ReactNode } from 'react';
import { set } from '../store/desk.ts';
import { cx } from './cx.ts';
import styles from './dialog.module.css';

type Props = { title: string; isTitleHidden?: boolean; size?: 'small' | 'wide'; children: ReactNode };

const close = (): void => set({ overlay: null });

/** The platform's own dialog: it keeps the focus inside, closes on Esc, and gives the focus back. */
export const Dialog = ({ title, isTitleHidden = false, size = 'small', children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // The backdrop is the dialog itself: a press on it, not inside, closes.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className={cx(styles.dialog, size === 'wide' && styles.wide)}
      aria-labelledby={titleId}
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
