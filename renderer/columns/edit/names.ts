import { useMemo } from 'react';
import type { Names } from '../../../shared/filter-words.ts';
import { useDesk } from '../../store/desk.ts';

/** What can be named in a filter on this desk. */
export const useNames = (): Names => {
  const queues = useDesk((desk) => desk.queues);
  const tags = useDesk((desk) => desk.tags);
  const agents = useDesk((desk) => desk.agents);
  const accounts = useDesk((desk) => desk.accounts);
  return useMemo(
    () => ({
      queues,
      tags,
      agents: [...agents.values()]
        .filter(({ leftAt }) => leftAt === null)
        .map(({ id, initials }) => ({ id, name: initials })),
      accounts: accounts.map(({ account }) => ({ id: account.id, name: `@${account.handle}` })),
    }),
    [queues, tags, agents, accounts],
  );
};
