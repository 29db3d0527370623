import { create } from 'zustand';
import type { TeamBoard } from '../../shared/api/team.ts';
import { failureOf } from '../../shared/errors.ts';
import type { Filter } from '../../shared/filter.ts';
import type { AgentId, QueueId } from '../../shared/ids.ts';
import { call } from '../call.ts';

/** A line of the board: `agent:…`, `queue:…` or `queue:none`. */
export type RowId = `agent:${string}` | `queue:${string}`;

export type BoardState = { board: TeamBoard | null; problem: string | null; row: RowId | null };

/** The board of the supervisor's desk; only that desk reads it, and only while it is shown. */
export const useBoard = create<BoardState>(() => ({ board: null, problem: null, row: null }));

export const readBoard = async (): Promise<void> => {
  try {
    useBoard.setState({ board: await call('team.board', {}), problem: null });
  } catch (error) {
    useBoard.setState({ problem: failureOf(error).message });
  }
};

export const agentRow = (id: AgentId): RowId => `agent:${id}`;
export const queueRow = (id: QueueId | null): RowId => `queue:${id ?? 'none'}`;

/** In the order on screen. */
export const rowsOf = ({ board }: Pick<BoardState, 'board'>): RowId[] =>
  board
    ? [
        ...board.people.map(({ agentId }) => agentRow(agentId)),
        ...board.queues.map(({ queueId }) => queueRow(queueId)),
      ]
    : [];

/** Everything open that is a line's. */
export const filterOf = (row: RowId): Filter => {
  const id = row.slice(row.indexOf(':') + 1);
  if (row.startsWith('agent:')) return { isOpen: true, assignee: id as AgentId };
  return { isOpen: true, queue: id === 'none' ? 'none' : (id as QueueId) };
};

/** How many open threads that is. */
export const loadOf = ({ board }: Pick<BoardState, 'board'>, row: RowId): number =>
  board?.people.find(({ agentId }) => agentRow(agentId) === row)?.load ??
  board?.queues.find(({ queueId }) => queueRow(queueId) === row)?.open ??
  0;
