import { create } from 'zustand';
import type { Failure } from '../../shared/errors.ts';
import type { MessageId, ThreadId } from '../../shared/ids.ts';
import { delaysOf, type Delay } from '../../shared/replay/delay.ts';
import { blank, createPlayer, type Player, type Then } from '../../shared/replay/player.ts';
import type { Said, Story } from '../../shared/replay/story.ts';

/** So many times as fast as it was, or one event after the other. */
export type Speed = 1 | 10 | 60 | 'event';
export const speeds: readonly Speed[] = [1, 10, 60, 'event'];

export type Playing = {
  threadId: ThreadId | null;
  phase: 'loading' | 'ready' | 'failed';
  problem: Failure | null;
  story: Story | null;
  /** What was said, as far as it is here. */
  said: ReadonlyMap<string, Said>;
  delays: readonly Delay[];
  /** The moment that is shown: what had happened up to and with it. */
  at: number;
  isPlaying: boolean;
  speed: Speed;
  /** The delay one jumped to, while one is at its beginning. */
  delay: Delay | null;
};

const nothing: Playing = {
  threadId: null,
  phase: 'loading',
  problem: null,
  story: null,
  said: new Map(),
  delays: [],
  at: 0,
  isPlaying: false,
  speed: 10,
  delay: null,
};

/** Apart from the desk's own store: nothing of it is on the first screen. */
export const usePlaying = create<Playing>(() => nothing);
export const playing = usePlaying.getState;
export const setPlaying = usePlaying.setState;

let player: Player | null = null;

export const begin = (threadId: ThreadId): void => {
  player = null;
  setPlaying({ ...nothing, threadId, speed: playing().speed });
};

/** At the end, which is what was on screen before. */
export const ready = (story: Story): void => {
  player = createPlayer(story.moments);
  setPlaying({
    phase: 'ready',
    story,
    delays: delaysOf(story.moments),
    at: Math.max(0, story.moments.length - 1),
  });
};

/** The thread after a moment. It is changed in place: whoever asks takes what they need at once. */
export const thenAt = (at: number): Then => {
  if (!player) return blank();
  player.to(at);
  return player.now;
};

/** Every message that is ever told of, the newest first: what is on screen is read before what is far back. */
export const idsIn = ({ moments }: Story): MessageId[] => [
  ...new Set(moments.toReversed().flatMap(({ set }) => Object.keys(set.messages ?? {}) as MessageId[])),
];
