import { set } from '../store/desk.ts';

/** Said by a screen reader when it has nothing else to say; seen by nobody. */
export const say = (words: string): void => set({ spoken: words });
