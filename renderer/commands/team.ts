import type { CommandId } from '../../shared/commands.ts';
import { set } from '../store/desk.ts';
import { notify } from '../store/notices.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';
import { useBoard } from '../supervisor/board-store.ts';
import { enterColumn, focusBoard, goSupervisor, moveRow, showRow } from '../supervisor/place.ts';
import { toColumn } from './move.ts';

const open = (): void => {
  const { row } = useBoard.getState();
  if (row === null) return notify(noRow);
  enterColumn(showRow(row));
};

export const teamRun = {
  'desk.supervisor': goSupervisor,
  'team.down': () => moveRow(1),
  'team.up': () => moveRow(-1),
  'team.open': open,
  'team.reassign': () => (useBoard.getState().row === null ? notify(noRow) : set({ overlay: 'assign' })),
  'team.columns': () => toColumn(0),
  'team.board': focusBoard,
} satisfies Partial<Record<CommandId, () => void>>;

const noRow = 'Choose a person or a queue first.';
const isHere = ({ desk }: Desk): string | null => (desk === 'supervisor' ? null : '');

export const teamRules = {
  'desk.supervisor': (desk: Desk) => {
    if (!iMay(desk, 'team.see')) return 'Only supervisors, reviewers and admins see the team.';
    return desk.desk === 'supervisor' && desk.region === 'team' ? 'You are at the board.' : null;
  },
  'team.down': isHere,
  'team.up': isHere,
  'team.columns': isHere,
  'team.open': isHere,
  'team.reassign': (desk: Desk) => {
    if (isHere(desk) !== null) return '';
    return iMay(desk, 'thread.bulk') ? null : 'Only supervisors and admins may move them.';
  },
  'team.board': isHere,
} satisfies Partial<Record<CommandId, (desk: Desk) => string | null>>;
