import type { Filter } from '../../shared/filter.ts';

type Today = {
  resolvedToday: number;
  isStarting: boolean;
  /** Older threads are still being looked through. */
  isLooking: boolean;
  /** As they are printed for this person; empty: none. */
  keys: { claim: string; resolve: string };
};

/** Why nothing is here, and what would be. */
export const emptyWords = (
  filter: Filter,
  { resolvedToday, isStarting, isLooking, keys }: Today,
): { why: string; what: string } => {
  const today = resolvedToday > 0 ? ` ${resolvedToday} resolved today.` : '';
  if (isStarting) {
    return { why: 'Practice is starting.', what: 'Its first customers write within a few seconds.' };
  }
  if (isLooking) {
    return { why: 'Nothing yet.', what: 'Older threads are being looked through.' };
  }
  if (filter.search !== undefined) {
    return { why: 'Nothing is found.', what: 'Whatever this search comes to find arrives here.' };
  }
  if (filter.expert === 'me') {
    return { why: 'Nobody asks you anything.', what: 'Questions of colleagues wait here for your answer.' };
  }
  if (filter.dueWithinMs !== undefined) {
    return { why: 'Nothing is due so soon.', what: 'Threads whose clock is about to run out come here.' };
  }
  const { isOpen: _open, status: _status, assignee: _assignee, ...further } = filter;
  if (Object.keys(further).length > 0) {
    return { why: 'Nothing fits this column.', what: 'Whatever its filter comes to hold arrives here.' };
  }
  if (filter.assignee === 'me' && filter.status === 'waiting-customer') {
    return {
      why: 'You wait for nobody.',
      what: 'Threads you answered are here until the customer writes again.',
    };
  }
  if (filter.assignee === 'me' && filter.status === 'resolved') {
    return {
      why: 'You have resolved nothing yet.',
      what: `What you close${withKey(keys.resolve)} is kept here.`,
    };
  }
  if (filter.assignee === 'me') {
    return { why: `Nothing is yours.${today}`, what: `Claim a thread${withKey(keys.claim)}: it moves here.` };
  }
  if (filter.status === 'new' || filter.assignee === 'nobody') {
    return { why: `Nobody is waiting.${today}`, what: 'New mentions and direct messages arrive here.' };
  }
  if (filter.assignee !== undefined && filter.assignee !== 'nobody') {
    return { why: 'They have no open threads.', what: 'What they claim or are given is here.' };
  }
  if (filter.status !== undefined || filter.isOpen === false) {
    return { why: 'Nothing fits this column.', what: 'Threads in this state are here, whoever has them.' };
  }
  return {
    why: `Nothing is open.${today}`,
    what: 'Every thread that is not resolved is here, whoever has it.',
  };
};

const withKey = (key: string): string => (key === '' ? '' : ` with ${key}`);
