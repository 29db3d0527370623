import type { Moment } from '../../shared/replay/story.ts';
import { set } from '../store/desk.ts';
import { notify } from '../store/notices.ts';
import { playing, setPlaying, type Speed } from './playing.ts';
import { delayWords, momentWords } from './words.ts';

/** Any moment of the story; what is out of its bounds is its end. */
export const goTo = (index: number): void => {
  const { story } = playing();
  if (!story) return;
  stop();
  show(index);
};

export const step = (by: 1 | -1): void => goTo(playing().at + by);

const show = (index: number): void => {
  const { story, at } = playing();
  const last = (story?.moments.length ?? 1) - 1;
  const next = Math.max(0, Math.min(index, last));
  if (next !== at || playing().delay !== null) setPlaying({ at: next, delay: null });
  const moment = story?.moments[next];
  if (moment) sayOf(moment);
};

let speaking: ReturnType<typeof setTimeout> | undefined;
/** The frame comes first, and of a held key only where it ended is said. */
const speakAfterMs = 50;

const sayOf = (moment: Moment): void => {
  clearTimeout(speaking);
  speaking = setTimeout(() => set({ spoken: momentWords(moment) }), speakAfterMs);
};

/** To where the waiting began that missed a deadline; pressed again, to the next of several. */
export const toDelay = (): void => {
  const { delays, at, delay } = playing();
  const place = delay === null ? -1 : delays.indexOf(delay);
  const next =
    delay === null
      ? (delays.find(({ index }) => index > at) ?? delays[0])
      : delays[(place + 1) % delays.length];
  if (!next) return notify('No deadline was missed in this thread.');
  goTo(next.index);
  setPlaying({ delay: next });
  set({ spoken: delayWords(next) });
};

let timer: ReturnType<typeof setTimeout> | undefined;

export const playOrPause = (): void => {
  const { isPlaying, at, story } = playing();
  if (isPlaying) return stop();
  if (!story || story.moments.length < 2) return;
  // From the end it begins anew.
  if (at >= story.moments.length - 1) show(0);
  setPlaying({ isPlaying: true });
  plan();
};

export const stop = (): void => {
  clearTimeout(timer);
  if (playing().isPlaying) setPlaying({ isPlaying: false });
};

export const setSpeed = (speed: Speed): void => {
  setPlaying({ speed });
  if (!playing().isPlaying) return;
  clearTimeout(timer);
  plan();
};

/** Silence is passed over: nobody waits longer than this for what came next. */
const longestMs = 1500;
/** And nothing goes by too fast to be seen. */
const shortestMs = 120;
const eventMs = 900;

/** How long what is shown stays, when so much time passed before the next. */
export const restOf = (gapMs: number, speed: Speed): number =>
  speed === 'event' ? eventMs : Math.min(longestMs, Math.max(shortestMs, gapMs / speed));

const plan = (): void => {
  const { story, at, speed } = playing();
  const [now, next] = [story?.moments[at], story?.moments[at + 1]];
  if (!now || !next) return stop();
  timer = setTimeout(
    () => {
      show(at + 1);
      plan();
    },
    restOf(next.at - now.at, speed),
  );
};
