import type { HandOverSheet } from '../../shared/hand-over.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { Agent } from '../../shared/model.ts';
import { may } from '../../shared/roles.ts';
import type { Desk } from '../store/state.ts';

/** By name, in the order of the reader's own language. */
const byName = (a: Agent, b: Agent): number => a.name.localeCompare(b.name);

/** Everybody on the roster. */
export const rosterOf = ({ agents }: Pick<Desk, 'agents'>): Agent[] =>
  [...agents.values()].filter(({ leftAt }) => leftAt === null).toSorted(byName);

/** Everybody on the roster but me. */
export const colleaguesOf = (desk: Pick<Desk, 'agents' | 'me'>): Agent[] =>
  rosterOf(desk).filter(({ id }) => id !== desk.me.id);

/** Who can be given something now; as core decides it. */
export const successorsAmong = (desk: Pick<Desk, 'agents'>, but: AgentId | null): Agent[] =>
  rosterOf(desk).filter(({ id, duty, role }) => id !== but && duty === 'on' && may(role, 'thread.work'));

export const initialsOf = ({ agents }: Pick<Desk, 'agents'>, id: AgentId | null): string | null =>
  id === null ? null : (agents.get(id)?.initials ?? null);

/**
 * Who the whole sheet goes to unless told otherwise: of the same team if there is one, with room under their cap, with
 * the least to do. Nobody: back to the queues.
 */
export const likeliest = (
  from: Agent | undefined,
  successors: readonly Agent[],
  loads: HandOverSheet['loads'],
  more: number,
): AgentId | null => {
  const openOf = (id: AgentId): number => loads.find(({ agentId }) => agentId === id)?.open ?? 0;
  const rank = (agent: Agent): readonly [number, number, number] => [
    agent.loadCap !== null && openOf(agent.id) + more > agent.loadCap ? 1 : 0,
    agent.teams.some((team) => from?.teams.includes(team)) ? 0 : 1,
    openOf(agent.id),
  ];
  const ranked = successors
    .map((agent) => ({ id: agent.id, rank: rank(agent) }))
    .toSorted((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2]);
  return ranked[0]?.id ?? null;
};
