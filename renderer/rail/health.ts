import type { AccountState } from '../../shared/model.ts';
import { simulatedWords } from '../accounts/simulated.ts';
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
  const simulated = simulatedWords(account)?.network;
  return { tone: 'fine', words: simulated === undefined ? 'all is well' : `${simulated}, all is well` };
};
