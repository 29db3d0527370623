import type { Action } from '../../../shared/action.ts';
import type { BulkPreview, Obstacle, Receiver, Target } from '../../../shared/api/bulk.ts';
import type { AgentId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import { assertMay, getAgentRow } from '../agents.ts';
import type { Desk } from '../desk.ts';
import { loadsOf } from '../team/load.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { judgeOf } from './judge.ts';
import { missingLanguages, missingSkills } from './missing.ts';
import { rowsOf, sizeOf } from './target.ts';

/** Due within this is due soon, wherever a supervisor looks. */
export const soonMs = 15 * 60_000;

/** What an action would do to a target, counted and not done. Throws as doing it would. */
export const previewOf = (desk: Desk, target: Target, action: Action): BulkPreview => {
  assertMay(desk, 'filter' in target ? 'thread.bulk' : 'thread.work');
  const { db } = desk;
  const at = desk.now();
  const rows = rowsOf(desk, target);
  const judge = judgeOf(db, desk.me, action, at);
  const changing: ThreadRow[] = [];
  const left = new Map<Obstacle, number>();
  let same = 0;
  for (const row of rows) {
    const verdict = judge(row);
    if (verdict.is === 'same') same += 1;
    else if (verdict.is === 'left') left.set(verdict.why, (left.get(verdict.why) ?? 0) + 1);
    else changing.push(row);
  }
  const total = sizeOf(target, rows);
  if (total > rows.length) left.set('gone', total - rows.length);
  const loads = loadsAfter(db, changing, action);
  return {
    total,
    changes: changing.length,
    same,
    left: [...left].map(([why, count]) => ({ why, count })),
    loads,
    clocks: clocksOf(changing, at),
    receiver:
      action.do === 'assign' && action.to !== null ? receiverOf(db, action.to, changing, loads) : null,
  };
};

/** Who gains comes first, then those who lose most. */
const loadsAfter = (db: Reader, changing: readonly ThreadRow[], action: Action): BulkPreview['loads'] => {
  const delta = new Map<string, number>();
  const add = (id: string | null, by: number): void => {
    if (id !== null) delta.set(id, (delta.get(id) ?? 0) + by);
  };
  const isLeaving = action.do === 'resolve' || action.do === 'no-action';
  if (action.do === 'assign' || isLeaving) {
    for (const { assignee_id } of changing) {
      add(assignee_id, -1);
      if (action.do === 'assign') add(action.to, 1);
    }
  }
  const before = loadsOf(db, [...delta.keys()]);
  return [...delta]
    .filter(([, by]) => by !== 0)
    .sort(([, a], [, b]) => (a > 0 || b > 0 ? b - a : a - b))
    .map(([id, by]) => {
      const load = before.get(id) ?? 0;
      return {
        agentId: id as AgentId,
        before: load,
        after: load + by,
        cap: getAgentRow(db, id).load_cap,
      };
    });
};

const clocksOf = (rows: readonly ThreadRow[], at: Ms): BulkPreview['clocks'] => ({
  dueSoon: rows.filter(({ next_deadline_at: due }) => due > at && due <= at + soonMs).length,
  overdue: rows.filter(({ next_deadline_at: due }) => due <= at).length,
});

const receiverOf = (
  db: Reader,
  to: AgentId,
  changing: readonly ThreadRow[],
  loads: BulkPreview['loads'],
): Receiver => {
  const agent = getAgentRow(db, to);
  const after = loads.find(({ agentId }) => agentId === to)?.after ?? 0;
  return {
    agentId: to,
    duty: agent.duty,
    over: agent.load_cap === null ? 0 : Math.max(0, after - agent.load_cap),
    skills: missingSkills(db, agent, changing),
    languages: missingLanguages(db, agent, changing),
  };
};
