import { saidCap } from '../../shared/api/replay-cap.ts';
import { failureOf } from '../../shared/errors.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { call } from '../call.ts';
import { begin, idsIn, playing, ready, setPlaying } from './playing.ts';

/** Reads the story of a thread, then what was said in it, a part at a time. */
export const load = async (threadId: ThreadId): Promise<void> => {
  begin(threadId);
  const isOver = (): boolean => playing().threadId !== threadId;
  try {
    const story = await call('thread.replay', { threadId });
    if (isOver()) return;
    const ids = idsIn(story);
    for (let from = 0; from === 0 || from < ids.length; from += saidCap) {
      const part = await call('thread.replaySaid', { ids: ids.slice(from, from + saidCap) });
      if (isOver()) return;
      setPlaying(({ said }) => ({
        said: new Map([...said, ...part.map((one) => [one.message.id, one] as const)]),
      }));
      // With the first part there is something to see.
      if (from === 0) ready(story);
    }
  } catch (error) {
    if (!isOver()) setPlaying({ phase: 'failed', problem: failureOf(error) });
  }
};
