/** How long something synchronous takes, in milliseconds. */
export const timed = <T>(run: () => T): { value: T; tookMs: number } => {
  const from = performance.now();
  const value = run();
  return { value, tookMs: performance.now() - from };
};
