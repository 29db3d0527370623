import { useMemo } from 'react';
import type { Known } from '../../shared/search/complete.ts';
import { get, useDesk } from '../store/desk.ts';
import { useSearch } from './store.ts';

/** So many people are offered: those met last. */
const mostPeople = 200;

/** What can be named in a search on this desk. */
export const useKnown = (): Known => {
  const agents = useDesk((desk) => desk.agents);
  const accounts = useDesk((desk) => desk.accounts);
  const tags = useDesk((desk) => desk.tags);
  const shown = useSearch((state) => state.shown);
  return useMemo(
    () => ({
      agents: [...agents.values()].map(({ initials, name }) => ({ initials, name })),
      accounts: accounts.map(({ account: { handle, name } }) => ({ handle, name })),
      tags,
      people: peopleAmong([...(shown?.threads ?? []), ...get().cards.values()]),
    }),
    [agents, accounts, tags, shown],
  );
};

const peopleAmong = (all: readonly { handle: string; name: string }[]): Known['people'] => {
  const people = new Map<string, { handle: string; name: string }>();
  for (const { handle, name } of all) {
    if (people.size === mostPeople) break;
    if (!people.has(handle)) people.set(handle, { handle, name });
  }
  return [...people.values()];
};
