import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Key } from '../../../shared/keys.ts';
import { printKey } from '../../commands/keys.ts';
import { recorded } from '../../commands/recorded.ts';
import { useDesk } from '../../store/desk.ts';
import styles from './keys.module.css';

/** After a single key so long for the next one of a sequence. */
const pauseMs = 900;

type Props = {
  title: string;
  /** Null: taken; else why not, in words. */
  onTake: (key: Key) => string | null;
  /** True: the keyboard stays with this command. */
  onEnd: (isBack: boolean) => void;
};

/** Press the new key: one, or single ones after each other. Esc leaves everything as it is. */
export const Recorder = ({ title, onTake, onEnd }: Props) => {
  const platform = useDesk((desk) => desk.platform);
  const [pressed, setPressed] = useState<Key>('');
  const [why, setWhy] = useState<string | null>(null);
  const box = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    box.current?.focus();
    return () => clearTimeout(timer.current);
  }, []);

  const finish = (key: Key): void => {
    setPressed('');
    setWhy(onTake(key));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    if (event.key === 'Escape') return onEnd(true);
    const chord = recorded(event.nativeEvent, platform);
    if (chord === null) return;
    clearTimeout(timer.current);
    const key = pressed === '' ? chord : `${pressed} ${chord}`;
    if ([...chord].length > 1 || key.split(' ').length === 3) return finish(key);
    setWhy(null);
    setPressed(key);
    timer.current = setTimeout(() => finish(key), pauseMs);
  };
  return (
    <span className={styles.recorder} data-recorder="">
      <button
        ref={box}
        type="button"
        className={styles.box}
        aria-label={`${title}: press the new key; Esc leaves it as it is`}
        onKeyDown={onKeyDown}
        onBlur={() => onEnd(false)}
      >
        {pressed === '' ? 'Press the new key' : `${printKey(pressed, platform)} …`}
      </button>
      <span className={styles.why} role="alert">
        {why}
      </span>
    </span>
  );
};
