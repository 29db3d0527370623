import type { AccountState } from '../../shared/model.ts';

export type Health = { tone: 'fine' | 'now' | 'breached'; words: string };

/** One shape per account: well, in trouble but trying, stopped. */
export const healthOf = ({ account, streams }: AccountState): Health => {
  if (account.pausedBecause !== null) {
    return { tone: 'breached', words: `paused: ${account.pausedBecause}` };
  }
  const trouble = streams.find((stream) => stream.trouble !== null)?.trouble;
  if (trouble) return { tone: 'now', words: trouble };
  return { tone: 'fine', words: account.isPractice ? 'practice network, all is well' : 'all is well' };
};
