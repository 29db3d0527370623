import type { Account } from '../../shared/model.ts';

type Simulated = {
  /** On a mark beside what it is said of. */
  mark: string;
  /** Among other facts. */
  network: string;
  title: string;
};

/** That no real customer reads what is sent, and why; null where the network itself is behind the account. */
export const simulatedWords = ({
  isPractice,
  isStandIn,
}: Pick<Account, 'isPractice' | 'isStandIn'>): Simulated | null => {
  if (isStandIn) return standIn;
  return isPractice ? practice : null;
};

const practice: Simulated = {
  mark: 'Practice',
  network: 'practice network',
  title: 'A simulated network on this computer: no real customer reads this.',
};

const standIn: Simulated = {
  mark: 'Simulator',
  network: 'a simulator stands in for X',
  title: 'Earshot was started with a simulator in place of X: no real customer reads this.',
};
