import { useEffect, useRef } from 'react';
import { escalationStates } from '../../shared/model.ts';
import { focusFirst } from '../commands/phone-focus.ts';
import { readEnded } from '../store/calls.ts';
import { get, useDesk } from '../store/desk.ts';
import { BoardColumn } from './board-column.tsx';
import styles from './board.module.css';

/** Everybody who was promised a call, from the promise to its end. */
export const Board = ({ title }: { title: string }) => {
  const board = useRef<HTMLElement>(null);
  const isEmpty = useDesk(({ phone }) => phone.focused === null);
  const hasCalls = useDesk(({ phone }) => phone.rows.size > 0);
  // Whoever is here faster than the first call finds the keyboard on it all the same.
  useEffect(() => {
    if (isEmpty && hasCalls) focusFirst();
  }, [isEmpty, hasCalls]);
  useEffect(() => {
    void readEnded();
    // Without a card the board itself takes the keyboard.
    if (isEmpty && get().overlay === null) board.current?.focus({ preventScroll: true });
    // Only when the board is opened.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return (
    <main ref={board} className={styles.board} aria-label={title} data-region="phones" tabIndex={-1}>
      <h1 className="spoken">{title}</h1>
      {escalationStates.map((state) => (
        <BoardColumn key={state} state={state} />
      ))}
    </main>
  );
};
