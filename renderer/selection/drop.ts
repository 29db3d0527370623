import type { Action } from '../../shared/action.ts';
import type { Filter } from '../../shared/filter.ts';
import type { AgentId } from '../../shared/ids.ts';

/** What dropping a thread onto a column of this filter sets, so that it belongs there; null: nothing it could. */
export const dropOn = (filter: Filter, me: AgentId): Action | null => {
  const { assignee, queue, tag, priority, status } = filter;
  if (assignee === 'me') return { do: 'assign', to: me };
  if (assignee === 'nobody' || status === 'new') return { do: 'assign', to: null };
  if (assignee !== undefined) return { do: 'assign', to: assignee };
  if (queue !== undefined && queue !== 'none') return { do: 'queue', queueId: queue };
  if (tag !== undefined) return { do: 'tag', add: [tag], remove: [] };
  if (priority !== undefined) return { do: 'priority', priority };
  return status === 'resolved' ? { do: 'resolve', reason: 'answered' } : null;
};
