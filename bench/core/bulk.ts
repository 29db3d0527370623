import { newcomer, putAgent } from '../../main/core/agents.ts';
import { applyToMany } from '../../main/core/bulk/apply.ts';
import { previewOf } from '../../main/core/bulk/preview.ts';
import { operate, type Desk } from '../../main/core/desk.ts';
import { teamBoard } from '../../main/core/team/board.ts';
import { undo } from '../../main/core/undo.ts';
import type { AgentId, ThreadId } from '../../shared/ids.ts';
import { budgets } from '../budgets.ts';
import { median } from '../measure/percentile.ts';
import { timed } from '../measure/time.ts';
import type { Figure } from '../report/figure.ts';
import type { BenchDesk } from './desk.ts';

const most = 10_000;
const rounds = 3;

/**
 * A supervisor moves ten thousand open threads from one colleague to another, and takes it back. While one of these runs
 * the main process answers nothing else, so the worst of them is also the longest a request has to wait.
 */
export const moveMany = ({ desk }: BenchDesk): Figure[] => {
  const [from, to] = colleagues(desk);
  const threadIds = desk.db
    .all<{ id: ThreadId }>('SELECT id FROM threads WHERE is_open = 1 ORDER BY sort_at DESC LIMIT ?', most)
    .map(({ id }) => id);
  applyToMany(desk, { target: { threadIds }, action: { do: 'assign', to: from }, expected: null });
  const target = { filter: { isOpen: true, assignee: from } };
  const action = { do: 'assign', to } as const;
  const took: { preview: number; move: number; undo: number; board: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const preview = timed(() => previewOf(desk, target, action)).tookMs;
    const move = timed(() => applyToMany(desk, { target, action, expected: threadIds.length })).tookMs;
    const board = timed(() => teamBoard(desk)).tookMs;
    took.push({ preview, move, board, undo: timed(() => undo(desk)).tookMs });
  }
  undo(desk);
  const figure = (name: string, what: keyof (typeof took)[number], budget?: Figure['budget']): Figure => ({
    name,
    value: median(took.map((one) => one[what])),
    unit: 'ms',
    ...(budget && { budget }),
    note:
      `${threadIds.length.toLocaleString('en')} threads, ${rounds} rounds, ` +
      `worst ${Math.max(...took.map((one) => one[what])).toFixed(0)}: so long the event loop is held`,
  });
  return [
    figure('bulk reassign', 'move', budgets.bulkMove),
    figure('bulk reassign, undone', 'undo', budgets.bulkMove),
    figure('bulk reassign, previewed', 'preview'),
    figure('board of the team', 'board'),
  ];
};

const colleagues = (desk: Desk): [AgentId, AgentId] => {
  operate(desk, { op: 'bench.people', by: desk.me, input: {} }, (tx, at) => {
    for (const [id, name] of people) putAgent(tx, newcomer(id, name, id.toUpperCase(), at));
    return { value: null };
  });
  return ['qa' as AgentId, 'qb' as AgentId];
};

const people = [
  ['qa', 'Quentin Ames'],
  ['qb', 'Quinn Boyd'],
] as const;
