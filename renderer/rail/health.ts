import type { AccountState } from '../../shared/model.ts';
import { directionsInWords } from '../accounts/words.ts';

export type Health = { tone: 'fine' | 'now' | 'breached'; words: string };

/** One shape per account: well, in trouble but trying, stopped. */
export const healthOf = ({ account, streams, directions }: AccountState): Health => {
  if (account.pausedBecause !== null) {
    return { tone: 'breached', words: `paused: ${account.pausedBecause}` };
  }
  const trouble = streams.find((stream) => stream.trouble !== null)?.trouble;
  if (trouble) return { tone: 'now', words: trouble };
  const refused = directionsInWords(directions);
  if (refused !== '') return { tone: 'now', words: refused };
  return { tone: 'fine', words: account.isPractice ? 'practice network, all is well' : 'all is well' };
};
