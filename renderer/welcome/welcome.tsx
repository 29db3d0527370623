import { useLayoutEffect, useRef } from 'react';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import { Mark } from '../ui/mark.tsx';
import styles from './welcome.module.css';

/** The first run: one sentence, two ways in. */
export const Welcome = () => {
  const trouble = useDesk((desk) => desk.notices.findLast(({ tone }) => tone === 'trouble')?.text);
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <main className={styles.welcome} data-region="everywhere">
      <div className={styles.inside}>
        <Sign />
        <h1 className={styles.title}>Earshot</h1>
        <p className={styles.sentence}>
          Your customers’ mentions and direct messages, in columns, answered by name from the keyboard.
        </p>
        <div className={styles.ways}>
          <button
            ref={first}
            type="button"
            className={cx(styles.way, styles.first)}
            onClick={() => runCommand('practice.start')}
          >
            Practice
          </button>
          <button type="button" className={styles.way} onClick={() => runCommand('account.connect')}>
            Connect an account
          </button>
        </div>
        <p className={styles.hint}>
          Practice runs a simulated network on this computer. Nobody outside sees what you write.
        </p>
        {trouble !== undefined && (
          <p className={styles.trouble} role="alert">
            <Mark shape="breached" /> {trouble}
          </p>
        )}
      </div>
    </main>
  );
};

/** Three arcs arriving at a point: something heard. */
const Sign = () => (
  <svg className={styles.mark} width="44" height="44" viewBox="0 0 44 44" fill="none" aria-hidden="true">
    <circle cx="10" cy="34" r="3.5" fill="currentColor" />
    <path d="M10 23a11 11 0 0 1 11 11" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
    <path
      d="M10 13.5A20.5 20.5 0 0 1 30.5 34"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
      opacity="0.6"
    />
    <path
      d="M10 4a30 30 0 0 1 30 30"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
      opacity="0.3"
    />
  </svg>
);
