import fuzzysort from 'fuzzysort';
import type { Agent } from '../../shared/model.ts';

const places = { on: 0, away: 1, off: 2 } as const;

/** Everybody who can be asked: by name, initials, skill or team; who is on duty comes first. */
export const expertsAmong = (agents: Iterable<Agent>, me: Agent, query: string): Agent[] => {
  const all = [...agents].filter(({ id, leftAt }) => id !== me.id && leftAt === null);
  const asked = query.trim();
  const found =
    asked === ''
      ? all.toSorted((a, b) => a.name.localeCompare(b.name))
      : fuzzysort
          .go(asked, all, {
            keys: ['name', 'initials', ({ skills }) => skills.join(' '), ({ teams }) => teams.join(' ')],
            threshold: 0.3,
          })
          .map(({ obj }) => obj);
  return found.toSorted((a, b) => places[a.duty] - places[b.duty]);
};
