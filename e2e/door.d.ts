import type { Door } from '../shared/api.ts';

declare global {
  interface Window {
    /** What the preload puts there. */
    earshot: Door;
  }
}
