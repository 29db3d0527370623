import type { Candidate } from '../../shared/api/team.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { Agent, Card } from '../../shared/model.ts';

/** One line of the picker. */
export type Choice = {
  /** Null: nobody, back to its queue. */
  agentId: AgentId | null;
  name: string;
  agent: Agent | null;
  about: Candidate | null;
  /** Why it can't be chosen; null when it can. */
  why: string | null;
};

/** People by how well they fit: on duty, room under the cap, who had the customer, load; then nobody. */
export const choicesFor = (
  query: string,
  agents: ReadonlyMap<AgentId, Agent>,
  candidates: readonly Candidate[],
  card: Card | undefined,
): Choice[] => {
  const about = new Map(candidates.map((candidate) => [candidate.agentId, candidate]));
  const people = [...agents.values()]
    .filter(({ leftAt, role }) => leftAt === null && role !== 'reviewer')
    .map((agent): Choice => ({
      agentId: agent.id,
      name: agent.name,
      agent,
      about: about.get(agent.id) ?? null,
      why: whyNot(agent, card),
    }))
    .sort((a, b) => rank(a) - rank(b) || loadOf(a) - loadOf(b) || a.name.localeCompare(b.name));
  const nobody: Choice = {
    agentId: null,
    name: 'Nobody (back to its queue)',
    agent: null,
    about: null,
    why: card?.assigneeId === null ? 'is nobody’s' : null,
  };
  const asked = query.trim().toLowerCase();
  return [...people, nobody].filter(({ name, agent }) => fits(asked, name, agent?.initials ?? ''));
};

const whyNot = ({ duty, id }: Agent, card: Card | undefined): string | null => {
  if (card?.assigneeId === id) return 'has it';
  return duty === 'off' ? 'off duty' : null;
};

const rank = ({ agent, about, why }: Choice): number => {
  if (!agent || why !== null) return 100;
  const duty = agent.duty === 'on' ? 0 : 50;
  const full = about && agent.loadCap !== null && about.load >= agent.loadCap ? 20 : 0;
  const unfit = about?.hasSkill === false || about?.speaks === false ? 10 : 0;
  return duty + full + unfit + (about?.hadCustomerAt == null ? 5 : 0);
};

const loadOf = ({ about }: Choice): number => about?.load ?? 0;

/** Every word typed begins a word of the name, or it is the initials. */
const fits = (asked: string, name: string, initials: string): boolean => {
  if (asked === '' || initials.toLowerCase().startsWith(asked)) return true;
  const words = name.toLowerCase().split(/\s+/u);
  return asked.split(/\s+/u).every((part) => words.some((word) => word.startsWith(part)));
};
