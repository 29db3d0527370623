import { useLayoutEffect, useRef, type ReactNode } from 'react';
import styles from './plate.module.css';

/** One quiet message in the middle of the window, for when there is no desk to show. */
export const Plate = ({ title, children }: { title: string; children: ReactNode }) => (
  <main className={styles.plate}>
    <div className={styles.inside}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </div>
  </main>
);

const PlateButton = ({ onPress, children }: { onPress: () => void; children: ReactNode }) => {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  return (
    <button ref={button} type="button" className={styles.button} onClick={onPress}>
      {children}
    </button>
  );
};

Plate.Button = PlateButton;
