import type { Filter } from '../../shared/filter.ts';

type Today = { resolvedToday: number; isStarting: boolean };

/** Why nothing is here, and what would be. */
export const emptyWords = (
  filter: Filter,
  { resolvedToday, isStarting }: Today,
): { why: string; what: string } => {
  const today = resolvedToday > 0 ? ` ${resolvedToday} resolved today.` : '';
  if (isStarting) {
    return { why: 'Practice is starting.', what: 'Its first customers write within a few seconds.' };
  }
  if (filter.expert === 'me') {
    return { why: 'Nobody asks you anything.', what: 'Questions of colleagues wait here for your answer.' };
  }
  if (filter.dueWithinMs !== undefined) {
    return { why: 'Nothing is due so soon.', what: 'Threads whose clock is about to run out come here.' };
  }
  if (filter.assignee === 'me' && filter.status === 'waiting-customer') {
    return {
      why: 'You wait for nobody.',
      what: 'Threads you answered are here until the customer writes again.',
    };
  }
  if (filter.assignee === 'me' && filter.status === 'resolved') {
    return { why: 'You have resolved nothing yet.', what: 'What you close with E is kept here.' };
  }
  if (filter.assignee === 'me') {
    return { why: `Nothing is yours.${today}`, what: 'Claim a thread with I: it moves here.' };
  }
  if (filter.status === 'new' || filter.assignee === 'nobody') {
    return { why: `Nobody is waiting.${today}`, what: 'New mentions and direct messages arrive here.' };
  }
  if (filter.assignee !== undefined && filter.assignee !== 'nobody') {
    return { why: 'They have no open threads.', what: 'What they claim or are given is here.' };
  }
  return {
    why: `Nothing is open.${today}`,
    what: 'Every thread that is not resolved is here, whoever has it.',
  };
};
