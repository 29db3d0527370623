import { useEffect } from 'react';
import { on } from '../call.ts';
import { Columns } from '../columns/columns.tsx';
import { readBoard } from './board-store.ts';
import { Board } from './board.tsx';
import styles from './supervisor.module.css';

/** However much changes. */
const atMostEveryMs = 1000;
/** Waits grow and deadlines come nearer without anything being written. */
const anywayMs = 10_000;

/** Who has how much, which queue waits how long, and beside it the threads themselves. */
export const Supervisor = ({ title }: { title: string }) => {
  useEffect(follow, []);
  return (
    <div className={styles.supervisor}>
      <Board />
      <Columns title={title} />
    </div>
  );
};

const follow = (): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = (): void => {
    clearTimeout(timer);
    timer = undefined;
    void readBoard();
  };
  const soon = (): void => {
    timer ??= setTimeout(read, atMostEveryMs);
  };
  const stop = on('rows.changed', soon);
  const ticking = setInterval(soon, anywayMs);
  read();
  return () => {
    stop();
    clearInterval(ticking);
    clearTimeout(timer);
  };
};
