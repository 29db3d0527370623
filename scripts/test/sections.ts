/** One part of `npm test`. What a `vital` one leaves undone, the rest would only stumble over. */
export type Section = { name: string; run: () => Promise<number>; isVital?: boolean };

/** Runs all, with a heading and the time each took; returns the names of those that failed. */
export async function runSections(
  sections: readonly Section[],
  tell: (line: string) => void = console.log,
): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, run, isVital } of sections) {
    tell(`\n── ${name} ──`);
    const startedAt = performance.now();
    const code = await run();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    tell(`── ${name}: ${code === 0 ? 'ok' : 'FAILED'} after ${seconds} s`);
    if (code === 0) continue;
    failed.push(name);
    if (isVital) break;
  }
  return failed;
}
