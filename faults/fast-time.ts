/** A time that runs faster than the machine's: hours of waiting for a settle time or a limit pass in minutes. */
export type FastTime = {
  /** At this moment of the machine's clock … */
  realMs: number;
  /** … it was this time … */
  atMs: number;
  /** … and runs so much faster since. */
  speed: number;
};

export const timeAt = ({ realMs, atMs, speed }: FastTime, nowMs: number): number =>
  Math.floor(atMs + (nowMs - realMs) * speed);

/** A machine has no shorter sleep than this, and a lane that asks for one would spin. */
const shortestMs = 5;

/** From now on every timer of this process runs in the fast time, too: the desk naps by its own clock. */
export const hastenTimers = (speed: number): void => {
  const later = globalThis.setTimeout;
  const again = globalThis.setInterval;
  const real = (ms: number | undefined): number => Math.max(shortestMs, (ms ?? 0) / speed);
  type Run = (...given: unknown[]) => void;
  globalThis.setTimeout = ((run: Run, ms?: number, ...given: unknown[]) =>
    later(run, real(ms), ...given)) as typeof setTimeout;
  globalThis.setInterval = ((run: Run, ms?: number, ...given: unknown[]) =>
    again(run, real(ms), ...given)) as typeof setInterval;
};
