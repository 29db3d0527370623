import type { AccountId } from '../../shared/ids.ts';
import type { Desk } from '../store/state.ts';

type Standstill = {
  /** The short form, on a card. */
  mark: 'paused' | 'removed';
  why: string;
};

/** Why nothing of this account is sent now, as the desk last heard; null: it is. */
export const standstillOf = ({ accounts }: Pick<Desk, 'accounts'>, id: AccountId): Standstill | null => {
  const account = accounts.find((state) => state.account.id === id)?.account;
  if (account === undefined) return removed;
  return account.pausedBecause === null ? null : { mark: 'paused', why: account.pausedBecause };
};

const removed: Standstill = {
  mark: 'removed',
  why: 'This account was removed from this desk. Its history can be read.',
};

/** Said where one would send. */
export const nothingIsSent = (why: string): string => `Nothing is sent: ${why} Your text is kept.`;
