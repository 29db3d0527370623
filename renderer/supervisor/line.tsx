import { useEffect, useRef, type ReactNode } from 'react';
import type { Action } from '../../shared/action.ts';
import { runCommand } from '../commands/run.ts';
import { useDrop } from '../selection/drag.ts';
import { get } from '../store/desk.ts';
import { useBoard, type RowId } from './board-store.ts';
import styles from './board.module.css';

type Props = { id: RowId; isFirst: boolean; label: string; takes: () => Action | null; children: ReactNode };

/** One line: the keyboard stands on it, a press shows its threads, and threads are dropped on it. */
export const Line = ({ id, isFirst, label, takes, children }: Props) => {
  const isHere = useBoard((state) => state.row === id);
  const line = useRef<HTMLTableRowElement>(null);
  const drop = useDrop(line, id, takes);
  useEffect(() => {
    if (isHere && get().region === 'team' && get().overlay === null) line.current?.focus();
  }, [isHere]);
  return (
    <tr
      ref={line}
      className={styles.line}
      tabIndex={isHere || isFirst ? 0 : -1}
      aria-label={label}
      data-here={isHere || undefined}
      data-drop={drop}
      onFocus={() => useBoard.setState({ row: id })}
      onClick={() => {
        useBoard.setState({ row: id });
        runCommand('team.open');
      }}
    >
      {children}
    </tr>
  );
};
