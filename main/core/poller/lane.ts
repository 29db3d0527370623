import type { Ms } from '../../../shared/model.ts';
import type { Desk } from '../desk.ts';

/** Runs one thing over and over, one at a time, whenever it is due. */
export type Lane = { wake(): void; stop(): Promise<void> };

/** At least this often every lane looks at its clock, so that a machine that slept catches up soon after waking. */
const longestNapMs = 5_000;
/** A nap that took so much longer, or shorter, than it was meant to: the machine slept, or its clock was set. */
const jumpMs = 30_000;

export const createLane = (
  desk: Desk,
  duty: { dueAt(): Ms; run(): Promise<unknown>; isPaused(): boolean; woke?(): void },
): Lane => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let under: Promise<unknown> | undefined;
  let isStopped = false;
  let wakeAt: Ms | null = null;

  const look = (): void => {
    if (isStopped || under) return;
    clearTimeout(timer);
    const now = desk.now();
    // Woken on purpose it is early, by a nap at most.
    if (wakeAt !== null && (now - wakeAt > jumpMs || wakeAt - now > jumpMs + longestNapMs)) duty.woke?.();
    wakeAt = null;
    const wait = duty.dueAt() - now;
    if (wait <= 0 && !duty.isPaused()) {
      under = duty
        .run()
        .then(() => 0, failed)
        .then((restMs) => {
          under = undefined;
          nap(restMs);
        });
      return;
    }
    nap(Math.min(longestNapMs, Math.max(wait, 20)));
  };

  const nap = (ms: number): void => {
    if (isStopped) return;
    clearTimeout(timer);
    wakeAt = desk.now() + ms;
    timer = setTimeout(look, ms);
  };

  /** A full disk or a bug: nothing was half done. Said aloud, and tried again after a rest. */
  const failed = (error: unknown): number => {
    desk.onTrouble(error);
    return longestNapMs;
  };

  return {
    wake: look,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await under;
    },
  };
};
